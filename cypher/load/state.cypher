// name:    load.state
// mode:    read
// returns: entities  INTEGER  nodes with an id
// returns: derived   BOOLEAN  whether everything is written whole, and everything derived up to date
// returns: version   INTEGER  version of the schema; 0 for a graph that has none
//
// How this graph is: empty or not, up to date or not. The load of a large dossier that was
// interrupted is told here until it is made whole by the same load.

OPTIONAL MATCH (graph:Rejoinder {id: 'graph'})
RETURN
  COUNT { (:Entity) } AS entities,
  coalesce(graph.derived, true) AND NOT EXISTS { (:Dossier {fingerprint: 'pending'}) } AS derived,
  coalesce(graph.version, 0) AS version
ORDER BY version;
