// name:    load.loaded
// mode:    read
// returns: dossier      STRING   dossier id
// returns: fingerprint  STRING   SHA-256 of its content when it was loaded; `pending` while it is being loaded
// returns: defines      INTEGER  how many entities it defines in the graph
//
// The dossiers that this graph was loaded from.

MATCH (dossier:Dossier)
RETURN
  dossier.id AS dossier,
  dossier.fingerprint AS fingerprint,
  COUNT { (dossier)-[:DEFINES]->() } AS defines
ORDER BY dossier;
