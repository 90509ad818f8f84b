// name:    search.entered
// mode:    read
// param:   ids    LIST<STRING> NOT NULL  ids asked about
// param:   claim  STRING                 only statements on this claim; null for all and anything else
// param:   voice  STRING                 only statements of this actor or a voice of it; null for all and anything else
// returns: id           STRING    its id
// returns: recordedAt   DATETIME  when it entered this graph (UTC)
// returns: withdrawnAt  DATETIME  when it left the record (UTC); null while it stands
// returns: key          STRING    sort key of a statement; null for anything else
//
// When things entered the record and left it. What the graph does not hold is left out.
:param ids => ['iran-un-mission-2024-02-23', 'ir'];
:param claim => null;
:param voice => null;

UNWIND $ids AS id
MATCH (entity:Entity {id: id})
WHERE ($claim IS NULL OR entity.about = $claim)
  AND ($voice IS NULL OR EXISTS { (entity:Statement)-[:VOICES|MADE_BY]->(:Actor {id: $voice}) })
RETURN entity.id AS id,
  entity.recordedAt AS recordedAt,
  entity.withdrawnAt AS withdrawnAt,
  entity.key AS key
ORDER BY id;
