// name:    load.loaded
// mode:    read
// returns: dossier      STRING    dossier id
// returns: fingerprint  STRING    SHA-256 of its content when it was loaded
//
// The dossiers that this graph was loaded from.

MATCH (dossier:Dossier)
RETURN dossier.id AS dossier, dossier.fingerprint AS fingerprint
ORDER BY dossier;
