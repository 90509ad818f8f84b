// name:    derive.acts
// mode:    write
// param:   types  MAP NOT NULL  derived type of each act, as in {denies: 'DENIED'}
//
// One relationship from each speaker to the claim for each statement, named by the act, so that
// MATCH (a:Actor)-[:DENIED]->(c:Claim) works. It carries the statement it stands for, its day as
// known (EDTF), and whether the words carry the act: `explicit` is false where it lies in what
// documents call them, and absent where that is not known.
:param types => {denies: 'DENIED'};

MATCH (actor:Actor)<-[:MADE_BY]-(statement:Statement)-[:ABOUT]->(claim:Claim)
WHERE statement.withdrawnAt IS NULL
WITH DISTINCT actor, statement, claim
CREATE (actor)-[act:$($types[statement.act])]->(claim)
SET act = {statement: statement.id, on: statement.said, explicit: statement.explicit};
