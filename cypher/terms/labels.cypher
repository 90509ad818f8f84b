// name:    terms.labels
// mode:    read
// returns: name  STRING  a label
//
// Labels of nodes that the graph knows, with those that no node has any more.
CALL db.labels()
YIELD label
RETURN label AS name
ORDER BY name;
