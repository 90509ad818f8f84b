// name:    dossiers.list
// mode:    read
// param:   dossier  STRING  id of the only one asked about; null for all
// returns: id    STRING  dossier id
// returns: name  STRING  its title; its id when it has none
// returns: type  STRING  always Dossier
//
// The dossiers that this graph was loaded from, by id.
:param dossier => 'arms-for-russia-missiles-early-2024';

MATCH (dossier:Dossier)
WHERE $dossier IS NULL OR dossier.id = $dossier
RETURN
  dossier.id AS id,
  coalesce(dossier.title, dossier.id) AS name,
  'Dossier' AS type
ORDER BY id;
