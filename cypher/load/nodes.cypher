// name:    load.nodes
// mode:    write
// param:   dossier  STRING NOT NULL     id of the dossier that defines them
// param:   rows     LIST<MAP> NOT NULL  id, labels, properties
// param:   now      DATETIME NOT NULL   the moment of loading (UTC)
//
// Write nodes of one dossier: new ones are recorded now, changed ones keep the moment at which
// they were first recorded, withdrawn ones that came back are withdrawn no more. What
// hangs on them, and so is to be derived anew, is marked.
:param dossier => 'example';
:param rows => [{id: 'zz', labels: ['Actor', 'State'], properties: {name: 'Example', fingerprint: 'x'}}];
:param now => datetime();

MATCH (dossier:Dossier {id: $dossier})
UNWIND $rows AS row
MERGE (node:Entity {id: row.id})
ON CREATE SET node.recordedAt = $now
ON MATCH SET node:Stale
WITH dossier, row, node, node.recordedAt AS recordedAt, node.knownBy AS knownBy, node.key AS key, node.about AS about
REMOVE node:Actor:State:Institution:Official:Outlet:UnnamedSource:WeaponSystem:Claim:Document:Statement:Assessment
SET node = row.properties
SET node.id = row.id, node.recordedAt = recordedAt, node.knownBy = knownBy, node.key = key, node.about = about
SET node:$(row.labels + CASE WHEN 'Statement' IN row.labels THEN ['Stale'] ELSE [] END)
MERGE (dossier)-[:DEFINES]->(node);
