// name:    counts.nodes
// mode:    read
// returns: label  STRING   label
// returns: count  INTEGER  nodes that carry it, those withdrawn included
//
// How many nodes carry each label. Every node is read.

MATCH (node)
UNWIND labels(node) AS label
RETURN label, count(*) AS count
ORDER BY label;
