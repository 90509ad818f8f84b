// name:    derive.found
// mode:    read
// param:   types  LIST<STRING> NOT NULL  the derived types, one for each act, and VOICES
// returns: source  STRING  id at its start
// returns: type    STRING  its type
// returns: target  STRING  id at its end
// returns: detail  STRING  statement and day of an act, and whether it is explicit; how near a voice is
//
// Every derived relationship as it stands.
:param types => ['DENIED', 'VOICES'];

MATCH (source:Entity)-[derived]->(target:Entity)
WHERE type(derived) IN $types
RETURN
  source.id AS source,
  type(derived) AS type,
  target.id AS target,
  coalesce(
    derived.statement + ' ' + coalesce(derived.on, '')
      + CASE derived.explicit WHEN true THEN ' explicit' WHEN false THEN ' implied' ELSE '' END,
    derived.as
  ) AS detail
ORDER BY source, type, target, detail;
