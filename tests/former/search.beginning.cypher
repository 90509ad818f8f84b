// name:    search.beginning
// mode:    read
// param:   label      STRING NOT NULL  label of what is looked for
// param:   beginning  STRING NOT NULL  first letters of its id
// returns: id     STRING  id
// returns: type   STRING  label
// returns: text   STRING  name, claim text, paraphrase or title
// returns: score  FLOAT   always 1
//
// Things whose ids begin so, for completion on the command line: the first fifty by id.
:param label => 'Claim';
:param beginning => 'iran-';

MATCH (found:Entity)
WHERE found.id STARTS WITH $beginning AND $label IN labels(found)
RETURN
  found.id AS id,
  [label IN labels(found) WHERE NOT label IN ['Entity', 'Actor']][0] AS type,
  coalesce(found.name, found.text, found.description, found.paraphrase, found.title, found.id) AS text,
  1.0 AS score
ORDER BY id
LIMIT 50;
