// name:    derive.expected_of_statements
// mode:    read
// param:   ids  LIST<STRING> NOT NULL  statements
// returns: source  STRING  id at its start
// returns: type    STRING  its type; for what nodes and stated relationships carry, a word for that
// returns: target  STRING  id at its end
// returns: detail  STRING  what it carries
//
// What is derived from some statements, and hangs on them, as a rebuild would make it.
:param ids => ['iran-un-mission-2024-02-23'];

MATCH (statement:Statement)-[:ABOUT]->(claim:Claim)
WHERE statement.id IN $ids
CALL (statement) {
  UNWIND COLLECT { MATCH (statement)-[:REPORTED_IN]->(document:Document) RETURN document.publishedLatest } + [statement.saidLatest, null] AS day
  RETURN min(day) AS knownBy
}
WITH statement, claim, knownBy, coalesce(toString(knownBy), '0000-00-00') + '/' + statement.id AS key
CALL (statement, claim, knownBy, key) {
  RETURN 'is about' AS type, claim.id AS target, coalesce(toString(knownBy) + ' ', '') + key AS detail
  UNION ALL
  MATCH (statement)-[:MADE_BY]->(actor:Actor)
  RETURN 'MADE_BY' AS type, actor.id AS target, actor.id + ' ' + statement.act + ' ' + key AS detail
  UNION ALL
  MATCH (claim)-[slot:SUPPLIER|RECIPIENT|PARTY|ITEM]->(named:Entity)
  RETURN DISTINCT 'CONCERNS' AS type, named.id AS target, toLower(type(slot)) + ' ' + named.id + ' ' + statement.act + ' ' + key AS detail
  UNION ALL
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
  WITH statement, key, voiced, ['itself', 'on behalf', 'organ', 'official'][min(nearness) - 1] AS as
  RETURN 'VOICES' AS type, voiced.id AS target, as + ' ' + voiced.id + ' ' + statement.act + ' ' + key AS detail
}
RETURN statement.id AS source, type, target, detail
ORDER BY source, type, target, detail;
