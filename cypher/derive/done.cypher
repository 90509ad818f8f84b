// name:    derive.done
// mode:    write
//
// Note that everything derived is up to date, if it is.

MERGE (graph:Rejoinder {id: 'graph'})
SET graph.derived = NOT EXISTS { (:Stale) };
