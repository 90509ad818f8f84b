// name:    load.withdraw
// mode:    write
// param:   dossier  STRING NOT NULL        id of the dossier
// param:   ids      LIST<STRING> NOT NULL  what the dossier no longer defines
// param:   now      DATETIME NOT NULL      the moment of loading (UTC)
// returns: id  STRING  what left the record
//
// Take off the record what a dossier no longer defines and no other dossier does: it keeps its
// id, its words and its relationships, says when it left, and is marked as stale: what is derived
// from it is to be rebuilt.
:param dossier => 'example';
:param ids => ['zz'];
:param now => datetime();

MATCH (dossier:Dossier {id: $dossier})
UNWIND $ids AS id
MATCH (node:Entity {id: id})<-[defines:DEFINES]-(dossier)
DELETE defines
WITH node
WHERE NOT EXISTS { (node)<-[:DEFINES]-(:Dossier) }
SET node.withdrawnAt = $now, node.fingerprint = 'withdrawn'
SET node:Stale
RETURN node.id AS id
ORDER BY id;
