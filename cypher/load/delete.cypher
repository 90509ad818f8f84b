// name:    load.delete
// mode:    write
// param:   ids  LIST<STRING> NOT NULL  what is to be deleted
//
// Delete entities for good, with everything that hangs on them. Statements and claims beside
// them are marked, for what is derived of them changes. Only on request: see load.withdraw.
:param ids => [];

UNWIND $ids AS id
MATCH (node:Entity {id: id})
WHERE node.withdrawnAt IS NOT NULL
CALL (node) {
  MATCH (node)--(near:Statement|Claim)
  SET near:Stale
}
OPTIONAL MATCH (node)-[:STANDS]->(standing:Standing)
DETACH DELETE node, standing;
