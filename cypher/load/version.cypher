// name:    load.version
// mode:    write
// param:   version  INTEGER NOT NULL  version of the schema
//
// Note that the schema is there, and in which version.
:param version => 1;

MERGE (graph:Rejoinder {id: 'graph'})
SET graph.version = $version;
