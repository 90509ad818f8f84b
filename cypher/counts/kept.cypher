// name:    counts.kept
// mode:    read
// returns: label  STRING   label of nodes; null in a row on relationships
// returns: type   STRING   type of relationships; null in a row on nodes
// returns: start  STRING   only those that begin at this label; null for all
// returns: end    STRING   only those that end at this label; null for all
// returns: count  INTEGER  how many there are
//
// The counts that the database keeps for itself: of each label, of each type, and of each type from
// a label and to a label, but not from one label to another. Exact, and nothing is read.

CALL db.stats.retrieve('GRAPH COUNTS') YIELD data
CALL (data) {
  UNWIND data.nodes AS each
  RETURN each.label AS label, null AS type, null AS start, null AS end, each.count AS count
  UNION ALL
  UNWIND data.relationships AS each
  RETURN null AS label, each.relationshipType AS type, each.startLabel AS start, each.endLabel AS end, each.count AS count
}
WITH label, type, start, end, count
WHERE label IS NOT NULL OR type IS NOT NULL
RETURN label, type, start, end, count
ORDER BY label, type, start, end;
