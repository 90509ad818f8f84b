// name:    derive.begin
// mode:    write
//
// Note that something derived is out of date. What follows in the same transaction waits for
// others that rebuild, so that no two ever meet on one actor.

MERGE (graph:Rejoinder {id: 'graph'})
SET graph.derived = false;
