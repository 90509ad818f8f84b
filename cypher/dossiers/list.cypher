// name:    dossiers.list
// mode:    read
// param:   dossier  STRING  id of the only one asked about; null for all
// returns: rows  LIST<MAP>  one map for each row
// row:     id    STRING  dossier id
// row:     name  STRING  its title; its id when it has none
// row:     type  STRING  always Dossier
//
// The dossiers that this graph was loaded from, by id.
:param dossier => 'arms-for-russia-missiles-early-2024';

CALL () {
  MATCH (dossier:Dossier)
  WHERE $dossier IS NULL OR dossier.id = $dossier
  RETURN {
    id: dossier.id,
    name: coalesce(dossier.title, dossier.id),
    type: 'Dossier'
  } AS row
  ORDER BY dossier.id
}
RETURN collect(row) AS rows;
