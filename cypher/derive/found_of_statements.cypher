// name:    derive.found_of_statements
// mode:    read
// param:   ids  LIST<STRING> NOT NULL  statements
// returns: source  STRING  id at its start
// returns: type    STRING  its type; for what nodes and stated relationships carry, a word for that
// returns: target  STRING  id at its end
// returns: detail  STRING  what it carries
//
// What is derived from some statements, and hangs on them, as it stands.
:param ids => ['iran-un-mission-2024-02-23'];

MATCH (statement:Statement)
WHERE statement.id IN $ids
CALL (statement) {
  RETURN 'is about' AS type, coalesce(statement.about, '') AS target, coalesce(toString(statement.knownBy) + ' ', '') + coalesce(statement.key, '') AS detail
  UNION ALL
  MATCH (statement)-[made:MADE_BY]->(actor)
  RETURN 'MADE_BY' AS type, actor.id AS target, coalesce(made.of + ' ' + made.act + ' ' + made.key, '') AS detail
  UNION ALL
  MATCH (statement)-[copy:CONCERNS]->(named)
  RETURN 'CONCERNS' AS type, named.id AS target, coalesce(copy.slot + ' ' + copy.of + ' ' + copy.act + ' ' + copy.key, '') AS detail
  UNION ALL
  MATCH (statement)-[voice:VOICES]->(voiced)
  RETURN 'VOICES' AS type, voiced.id AS target, coalesce(voice.as + ' ' + voice.of + ' ' + voice.act + ' ' + voice.key, '') AS detail
}
RETURN statement.id AS source, type, target, detail
ORDER BY source, type, target, detail;
