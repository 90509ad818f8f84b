// name:    load.withdraw
// mode:    write
// param:   dossier  STRING NOT NULL        id of the dossier
// param:   ids      LIST<STRING> NOT NULL  everything that the dossier defines now
// param:   now      DATETIME NOT NULL      the moment of loading (UTC)
// returns: id  STRING  what left the record
//
// Take off the record what a dossier no longer defines and no other dossier does: it keeps its
// id, its words and its relationships, and says when it left.
:param dossier => 'example';
:param ids => ['zz'];
:param now => datetime();

MATCH (dossier:Dossier {id: $dossier})-[defines:DEFINES]->(node:Entity)
WHERE NOT node.id IN $ids
DELETE defines
WITH node
WHERE NOT EXISTS { (node)<-[:DEFINES]-(:Dossier) }
SET node.withdrawnAt = $now, node.fingerprint = 'withdrawn'
RETURN node.id AS id
ORDER BY id;
