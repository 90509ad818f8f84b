// name:    load.defined
// mode:    read
// param:   dossier  STRING NOT NULL   id of the dossier
// param:   after    STRING NOT NULL   id behind which to begin; empty to begin
// param:   most     INTEGER NOT NULL  how many at most
// returns: id  STRING  id of something that the dossier defines in the graph
//
// What a dossier defines in the graph, page by page in the order of ids, to find what vanished
// from it.
:param dossier => 'example';
:param after => '';
:param most => 100;

MATCH (node:Entity)
WHERE node.id > $after AND EXISTS { (node)<-[:DEFINES]-(:Dossier {id: $dossier}) }
RETURN node.id AS id
ORDER BY id
LIMIT $most;
