// name:    derive.speakers
// mode:    write
// param:   ids  LIST<STRING> NOT NULL  statements
//
// Copy to each MADE_BY what lists of what an actor said are sorted and picked by.
:param ids => ['iran-un-mission-2024-02-23'];

MATCH (statement:Statement)
WHERE statement.id IN $ids
MATCH (statement)-[made:MADE_BY]->(actor:Actor)
SET made.of = actor.id, made.act = statement.act, made.key = statement.key;
