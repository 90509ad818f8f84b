// name:    derive.voices
// mode:    write
// param:   ids  LIST<STRING> NOT NULL  statements
//
// Of which states and institutions a statement is a voice: made by them, on their behalf, by an
// organ of theirs, or by an official who spoke for an organ on that day. Think tanks, and unnamed
// sources said to be from somewhere, are voices of nobody else.
:param ids => ['iran-un-mission-2024-02-23'];

MATCH (statement:Statement)
WHERE statement.id IN $ids
MATCH (statement)-[by:MADE_BY|ON_BEHALF_OF]->(near:State|Institution|Official)
CALL (statement, by, near) {
  WITH by, near
  WHERE by:MADE_BY AND near:State|Institution
  RETURN near AS voiced, 1 AS nearness
  UNION
  WITH by, near
  WHERE by:ON_BEHALF_OF
  MATCH (near:State|Institution)-[:PART_OF*0..8]->(voiced:State|Institution)
  RETURN voiced, 2 AS nearness
  UNION
  WITH by, near
  WHERE by:MADE_BY
  MATCH (near:Institution)-[:PART_OF*1..8]->(voiced:State|Institution)
  RETURN voiced, 3 AS nearness
  UNION
  WITH statement, by, near
  WHERE by:MADE_BY
  MATCH (near:Official)-[role:SPEAKS_FOR]->(:Institution)-[:PART_OF*0..8]->(voiced:State|Institution)
  WHERE coalesce(role.startEarliest <= statement.saidLatest, true)
    AND coalesce(role.endLatest >= statement.saidEarliest, true)
  RETURN voiced, 4 AS nearness
}
WITH statement, voiced, ['itself', 'on behalf', 'organ', 'official'][min(nearness) - 1] AS as
CREATE (statement)-[:VOICES {as: as, of: voiced.id, act: statement.act, key: statement.key}]->(voiced);
