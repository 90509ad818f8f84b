// name:    derive.unfinished
// mode:    read
// returns: id  STRING  id of a dossier
//
// Dossiers that are being loaded in parts, or whose load broke off: what they state is not whole.

MATCH (dossier:Dossier)
WHERE dossier.fingerprint = 'pending'
RETURN dossier.id AS id
ORDER BY id;
