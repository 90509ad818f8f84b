// name:    search.kinds
// mode:    read
// param:   ids  LIST<STRING> NOT NULL  what may be ids
// returns: id    STRING  one of them that is an id
// returns: type  STRING  label of what has it
// returns: name  STRING  its name, claim text, paraphrase or title; the id when it has none of these
//
// Which of these are ids, and of what. Others have no row.
:param ids => ['iran-un-mission', 'fath-360', 'report'];

UNWIND $ids AS each
MATCH (node:Entity {id: each})
WITH DISTINCT node
RETURN
  node.id AS id,
  [label IN labels(node) WHERE NOT label IN ['Entity', 'Actor']][0] AS type,
  coalesce(node.name, node.text, node.description, node.paraphrase, node.title, node.id) AS name
ORDER BY id;
