// name:    load.state
// mode:    read
// returns: entities  INTEGER  nodes with an id
// returns: derived   BOOLEAN  whether everything derived is up to date
// returns: version   INTEGER  version of the schema; 0 for a graph that has none
//
// How this graph is: empty or not, derived relationships up to date or not.

OPTIONAL MATCH (graph:Rejoinder {id: 'graph'})
RETURN
  COUNT { (:Entity) } AS entities,
  coalesce(graph.derived, true) AS derived,
  coalesce(graph.version, 0) AS version
ORDER BY version;
