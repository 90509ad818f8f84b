// name:    tests.contents
// mode:    read
// returns: source      STRING        id of the node, or of the one that the relationship leaves
// returns: kind        LIST<STRING>  labels, or the type
// returns: target      STRING        id of the node that the relationship reaches; null for a node
// returns: properties  MAP           all of them
//
// Everything in the graph, to compare two graphs by.
CALL () {
  MATCH (node:!None)
  RETURN coalesce(node.id, node.claim + ' stands') AS source, labels(node) AS kind, null AS target, properties(node) AS properties
  UNION ALL
  MATCH (from)-[edge]->(to)
  RETURN from.id AS source, [type(edge)] AS kind, coalesce(to.id, to.claim + ' stands') AS target, properties(edge) AS properties
}
RETURN source, kind, target, properties
ORDER BY source, kind, target;
