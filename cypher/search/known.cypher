// name:    search.known
// mode:    read
// param:   ids  LIST<STRING>  the ids asked about; null for every id
// returns: id           STRING        its id
// returns: type         STRING        its label
// returns: fingerprint  STRING        SHA-256 of its definition
// returns: dossiers     LIST<STRING>  dossiers that define it
//
// What the graph holds of some ids: those it does not hold are left out.
//
// What has left the record is there: its id is never given to anything else.
:param ids => ['ir', 'iran-un-mission'];

CALL () {
  MATCH (node:Entity)
  WHERE node.id IN $ids
  RETURN node
  UNION ALL
  WITH 1 AS once
  WHERE $ids IS NULL
  MATCH (node:Entity)
  RETURN node
}
RETURN
  node.id AS id,
  [label IN labels(node) WHERE NOT label IN ['Entity', 'Actor']][0] AS type,
  node.fingerprint AS fingerprint,
  COLLECT { MATCH (node)<-[:DEFINES]-(dossier:Dossier) RETURN dossier.id ORDER BY dossier.id } AS dossiers
ORDER BY id;
