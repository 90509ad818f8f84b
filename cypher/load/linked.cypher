// name:    load.linked
// mode:    write
// param:   rows  LIST<MAP> NOT NULL  id, and the fingerprint of the definition that was written
//
// Note that definitions of a large dossier are written with all their relationships. Until then
// their fingerprint says `pending`, and a load that was interrupted writes them again.
:param rows => [{id: 'zz', fingerprint: 'x'}];

UNWIND $rows AS row
MATCH (node:Entity {id: row.id})
SET node.fingerprint = row.fingerprint;
