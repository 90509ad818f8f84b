// name:    load.former
// mode:    read
// returns: id        STRING        an id that something had before
// returns: now       STRING        id of what had it, and stands
// returns: dossiers  LIST<STRING>  dossiers that define that
//
// Every id that something which stands had before.

CALL db.index.fulltext.queryNodes('formerly', 'formerly:[* TO *]') YIELD node
WHERE node.withdrawnAt IS NULL
UNWIND node.formerly AS id
RETURN
  id,
  node.id AS now,
  COLLECT { MATCH (node)<-[:DEFINES]-(dossier:Dossier) RETURN dossier.id ORDER BY dossier.id } AS dossiers
ORDER BY id, now;
