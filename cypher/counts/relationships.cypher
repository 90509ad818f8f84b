// name:    counts.relationships
// mode:    read
// returns: type   STRING   type of relationship
// returns: start  STRING   label where it begins: the narrowest, so Official and not Actor
// returns: end    STRING   label where it ends, likewise
// returns: count  INTEGER  relationships of that type between nodes with those labels
//
// How many relationships of each type lead from which label to which. Every one is read.

MATCH (start)-[each]->(end)
WITH
  type(each) AS type,
  [label IN labels(start) WHERE NOT label IN ['Entity', 'Actor']][0] AS start,
  [label IN labels(end) WHERE NOT label IN ['Entity', 'Actor']][0] AS end
RETURN type, coalesce(start, '') AS start, coalesce(end, '') AS end, count(*) AS count
ORDER BY type, start, end;
