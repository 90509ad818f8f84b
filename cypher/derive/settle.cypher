// name:    derive.settle
// mode:    write
// param:   ids  LIST<STRING> NOT NULL  what is up to date
//
// Take the mark from what is up to date.
:param ids => [];

UNWIND $ids AS id
MATCH (node:Entity {id: id})
REMOVE node:Stale;
