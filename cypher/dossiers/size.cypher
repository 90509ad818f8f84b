// name:    dossiers.size
// mode:    read
// param:   dossier  STRING NOT NULL  id of a dossier
// returns: size  INTEGER  how much it defines; no row for one that is not there
//
// How much a dossier defines. The server keeps this number: nothing is read for it.
:param dossier => 'arms-for-russia-weapons';

MATCH (dossier:Dossier {id: $dossier})
RETURN COUNT { (dossier)-[:DEFINES]->() } AS size
ORDER BY size;
