// name:    derive.concerns
// mode:    write
// param:   ids  LIST<STRING> NOT NULL  statements
//
// Whom and what a statement concerns: copies of the slots of its claim, so that the statements
// on claims that name somebody are read in the order of a page.
:param ids => ['iran-un-mission-2024-02-23'];

MATCH (statement:Statement)
WHERE statement.id IN $ids
MATCH (claim:Claim {id: statement.about})
MATCH (claim)-[slot:SUPPLIER|RECIPIENT|PARTY|ITEM]->(named:Entity)
WITH DISTINCT statement, toLower(type(slot)) AS slot, named
CREATE (statement)-[:CONCERNS {slot: slot, of: named.id, act: statement.act, key: statement.key}]->(named);
