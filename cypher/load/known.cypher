// name:    load.known
// mode:    read
// param:   ids  LIST<STRING> NOT NULL  the ids asked about
// returns: id           STRING        its id
// returns: type         STRING        its label
// returns: fingerprint  STRING        SHA-256 of its definition; `pending` or `withdrawn` for none that stands
// returns: dossiers     LIST<STRING>  dossiers that define it
//
// What the graph holds of some ids: those it does not hold are left out.
//
// What has left the record is there: its id is never given to anything else.
:param ids => ['ir', 'iran-un-mission'];

UNWIND $ids AS id
MATCH (node:Entity {id: id})
RETURN
  node.id AS id,
  [label IN labels(node) WHERE NOT label IN ['Entity', 'Actor', 'Stale']][0] AS type,
  node.fingerprint AS fingerprint,
  COLLECT { MATCH (node)<-[:DEFINES]-(dossier:Dossier) RETURN dossier.id ORDER BY dossier.id } AS dossiers
ORDER BY id;
