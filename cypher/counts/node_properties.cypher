// name:    counts.node_properties
// mode:    read
// returns: name      STRING   label
// returns: property  STRING   property
// returns: count     INTEGER  nodes with that label that carry it
//
// How many nodes of each label carry each property. Every node is read.

MATCH (node)
UNWIND labels(node) AS name
UNWIND keys(node) AS property
RETURN name, property, count(*) AS count
ORDER BY name, property;
