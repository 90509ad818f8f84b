// name:    load.dossier
// mode:    write
// param:   dossier      STRING NOT NULL    id of the dossier
// param:   title        STRING             its title; null when it has none
// param:   notes        STRING             how it was compiled; null when it does not say
// param:   fingerprint  STRING NOT NULL    SHA-256 of its content; `pending` while it is being loaded
// param:   now          DATETIME NOT NULL  the moment of loading (UTC)
//
// Write the node of a dossier, and mark everything derived as out of date until it is rebuilt.
:param dossier => 'example';
:param title => null;
:param notes => null;
:param fingerprint => 'x';
:param now => datetime();

MERGE (dossier:Dossier {id: $dossier})
SET dossier.title = $title, dossier.notes = $notes, dossier.fingerprint = $fingerprint, dossier.loadedAt = $now
MERGE (graph:Rejoinder {id: 'graph'})
SET graph.derived = false;
