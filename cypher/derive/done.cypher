// name:    derive.done
// mode:    write
//
// Note that everything derived is up to date.

MERGE (graph:Rejoinder {id: 'graph'})
SET graph.derived = true
WITH graph
MATCH (changed:Stale)
REMOVE changed:Stale;
