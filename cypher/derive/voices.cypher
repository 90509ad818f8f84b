// name:    derive.voices
// mode:    write
//
// Of which states and institutions a statement is a voice: made by them, on their behalf, by an
// organ of theirs, or by an official who spoke for an organ on that day. Think tanks, and unnamed
// sources said to be from somewhere, are voices of nobody else.

MATCH (statement:Statement)
CALL (statement) {
  MATCH (statement)-[:MADE_BY]->(voiced:State|Institution)
  RETURN voiced, 1 AS nearness
  UNION
  MATCH (statement)-[:ON_BEHALF_OF]->(:State|Institution)-[:PART_OF*0..8]->(voiced:State|Institution)
  RETURN voiced, 2 AS nearness
  UNION
  MATCH (statement)-[:MADE_BY]->(:Institution)-[:PART_OF*1..8]->(voiced:State|Institution)
  RETURN voiced, 3 AS nearness
  UNION
  MATCH (statement)-[:MADE_BY]->(:Official)-[role:SPEAKS_FOR]->(:Institution)-[:PART_OF*0..8]->(voiced:State|Institution)
  WHERE coalesce(role.startEarliest <= statement.saidLatest, true)
    AND coalesce(role.endLatest >= statement.saidEarliest, true)
  RETURN voiced, 4 AS nearness
}
WITH statement, voiced, ['itself', 'on behalf', 'organ', 'official'][min(nearness) - 1] AS as
CREATE (statement)-[:VOICES {as: as}]->(voiced);
