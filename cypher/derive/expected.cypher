// name:    derive.expected
// mode:    read
// param:   types  MAP NOT NULL  derived type of each act, as in {denies: 'DENIED'}
// returns: source  STRING  id at its start
// returns: type    STRING  its type
// returns: target  STRING  id at its end
// returns: detail  STRING  statement and day of an act, and whether it is explicit; how near a voice is
//
// Every derived relationship as a rebuild would make it.
:param types => {denies: 'DENIED'};

CALL () {
  MATCH (actor:Actor)<-[:MADE_BY]-(statement:Statement)-[:ABOUT]->(claim:Claim)
  WHERE statement.withdrawnAt IS NULL
  RETURN DISTINCT
    actor.id AS source,
    $types[statement.act] AS type,
    claim.id AS target,
    statement.id + ' ' + coalesce(statement.said, '')
      + CASE statement.explicit WHEN true THEN ' explicit' WHEN false THEN ' implied' ELSE '' END AS detail
  UNION ALL
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
  RETURN statement.id AS source, 'VOICES' AS type, voiced.id AS target, as AS detail
}
RETURN source, type, target, detail
ORDER BY source, type, target, detail;
