// name:    counts.size
// mode:    read
// returns: nodes  INTEGER  nodes, of whatever label
//
// How many nodes there are. The database keeps this count: no node is read.

MATCH (node)
RETURN count(node) AS nodes
ORDER BY nodes;
