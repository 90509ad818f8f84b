// name:    search.named
// mode:    read
// param:   name   STRING NOT NULL  an id, a name or an alias; case is ignored
// param:   words  STRING NOT NULL  a full-text query in Lucene's syntax that finds no less than the name
// param:   type   STRING NOT NULL  only this label
// returns: id     STRING  its id
// returns: type   STRING  its label
// returns: text   STRING  its name
// returns: score  FLOAT   3 for the id, 2 for the name, 1 for an alias
//
// Actors and weapons of exactly this id, name or alias, the surest first. Names are found in the
// index of words: one without a letter or a digit is not.
:param name => 'Iran';
:param words => 'name:"Iran" OR aliases:"Iran"';
:param type => 'Actor';

CALL () {
  MATCH (node:Entity {id: toLower($name)})
  RETURN node
  UNION
  CALL db.index.fulltext.queryNodes('words', $words) YIELD node
  RETURN node
}
WITH node
WHERE $type IN labels(node)
  AND (node:Actor OR node:WeaponSystem)
  AND node.withdrawnAt IS NULL
WITH node,
  CASE
    WHEN node.id = toLower($name) THEN 3.0
    WHEN toLower(node.name) = toLower($name) THEN 2.0
    WHEN any(alias IN coalesce(node.aliases, []) WHERE toLower(alias) = toLower($name)) THEN 1.0
    ELSE 0.0
  END AS score
WHERE score > 0
RETURN
  node.id AS id,
  [label IN labels(node) WHERE NOT label IN ['Entity', 'Actor']][0] AS type,
  coalesce(node.name, node.description) AS text,
  score
ORDER BY score DESC, id;
