// name:    load.delete
// mode:    write
// param:   ids  LIST<STRING> NOT NULL  what is to be deleted
//
// Delete entities for good, with everything that hangs on them. Only on request: see load.withdraw.
:param ids => [];

UNWIND $ids AS id
MATCH (node:Entity {id: id})
WHERE node.withdrawnAt IS NOT NULL
DETACH DELETE node;
