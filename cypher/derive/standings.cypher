// name:    derive.standings
// mode:    write
// param:   rows  LIST<MAP> NOT NULL  claim, and what its Standing is to carry
//
// Write how claims stand as of all that is known, and take the mark from them. Each slot of a
// claim gets what lists of claims are sorted and picked by.
:param rows => [];

UNWIND $rows AS row
MATCH (claim:Claim {id: row.claim})
MERGE (claim)-[:STANDS]->(standing:Standing)
SET standing = row, standing.statements = COUNT {
  MATCH (claim)<-[:ABOUT]-(statement:Statement)
  WHERE statement.withdrawnAt IS NULL
}
REMOVE claim:Stale
WITH claim
MATCH (claim)-[slot:SUPPLIER|RECIPIENT|PARTY|ITEM]->(named:Entity)
SET slot.of = named.id, slot.claim = claim.id;
