// name:    derive.acts
// mode:    write
// param:   ids    LIST<STRING> NOT NULL  statements
// param:   types  MAP NOT NULL           derived type of each act, as in {denies: 'DENIED'}
//
// One relationship from each speaker to the claim for each statement, named by the act, so that
// MATCH (a:Actor)-[:DENIED]->(c:Claim) works. It carries the statement it stands for, its day as
// known (EDTF), and whether the words carry the act: `explicit` is false where it lies in what
// documents call them, and absent where that is not known.
:param ids => ['iran-un-mission-2024-02-23'];
:param types => {denies: 'DENIED'};

MATCH (statement:Statement)
WHERE statement.id IN $ids AND statement.withdrawnAt IS NULL
MATCH (claim:Claim {id: statement.about})
MATCH (statement)-[:MADE_BY]->(actor:Actor)
WITH DISTINCT actor, statement, claim
CREATE (actor)-[act:$($types[statement.act])]->(claim)
SET act = {statement: statement.id, on: statement.said, explicit: statement.explicit};
