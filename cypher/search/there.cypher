// name:    search.there
// mode:    read
// param:   id  STRING NOT NULL  the id asked about
// returns: type  STRING  its label
//
// What sort of thing has an id; no row when nothing has it.
//
// What has left the record is there: its id is never given to anything else.
:param id => 'iran-un-mission';

MATCH (node:Entity {id: $id})
RETURN [label IN labels(node) WHERE NOT label IN ['Entity', 'Actor']][0] AS type
ORDER BY type;
