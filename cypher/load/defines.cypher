// name:    load.defines
// mode:    write
// param:   dossier  STRING NOT NULL     id of the dossier
// param:   rows     LIST<MAP> NOT NULL  id of each entity that it defines and that has not changed
//
// Note that a dossier defines some entities that the graph already holds as it defines them.
:param dossier => 'example';
:param rows => [{id: 'zz'}];

MATCH (dossier:Dossier {id: $dossier})
UNWIND $rows AS row
MATCH (node:Entity {id: row.id})
MERGE (dossier)-[:DEFINES]->(node);
