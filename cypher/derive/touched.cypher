// name:    derive.touched
// mode:    write
// param:   ids  LIST<STRING> NOT NULL  statements
// returns: claim  STRING  claim id
//
// Mark the claims whose standing hangs on some statements: those that they are about, and those of
// the statements that they answer.
:param ids => ['iran-un-mission-2024-02-23'];

MATCH (statement:Statement)
WHERE statement.id IN $ids
CALL (statement) {
  MATCH (claim:Claim {id: statement.about})
  RETURN claim
  UNION
  MATCH (statement)-[:RESPONDS_TO]->(:Statement)-[:ABOUT]->(claim:Claim)
  RETURN claim
}
WITH DISTINCT claim
SET claim:Stale
RETURN claim.id AS claim
ORDER BY claim;
