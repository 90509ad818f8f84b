// name:    search.beginning
// mode:    read
// param:   label      STRING NOT NULL  Actor, WeaponSystem, Claim, Statement or Document
// param:   beginning  STRING NOT NULL  first letters of its id
// returns: id     STRING  id
// returns: type   STRING  label
// returns: text   STRING  name, claim text, paraphrase or title
// returns: score  FLOAT   always 1
//
// Things whose ids begin so, for completion on the command line: the first fifty by id.
:param label => 'Claim';
:param beginning => 'iran-';

CALL () {
  WITH 1 AS once
  WHERE $label = 'Actor'
  MATCH (found:Actor)
  WHERE found.id STARTS WITH $beginning
  RETURN found
  ORDER BY found.id
  LIMIT 50
  UNION ALL
  WITH 1 AS once
  WHERE $label = 'WeaponSystem'
  MATCH (found:WeaponSystem)
  WHERE found.id STARTS WITH $beginning
  RETURN found
  ORDER BY found.id
  LIMIT 50
  UNION ALL
  WITH 1 AS once
  WHERE $label = 'Claim'
  MATCH (found:Claim)
  WHERE found.id STARTS WITH $beginning
  RETURN found
  ORDER BY found.id
  LIMIT 50
  UNION ALL
  WITH 1 AS once
  WHERE $label = 'Statement'
  MATCH (found:Statement)
  WHERE found.id STARTS WITH $beginning
  RETURN found
  ORDER BY found.id
  LIMIT 50
  UNION ALL
  WITH 1 AS once
  WHERE $label = 'Document'
  MATCH (found:Document)
  WHERE found.id STARTS WITH $beginning
  RETURN found
  ORDER BY found.id
  LIMIT 50
}
RETURN
  found.id AS id,
  [label IN labels(found) WHERE NOT label IN ['Entity', 'Actor']][0] AS type,
  coalesce(found.name, found.text, found.description, found.paraphrase, found.title, found.id) AS text,
  1.0 AS score
ORDER BY id
LIMIT 50;
