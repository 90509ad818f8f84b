// name:    tests.recorded
// mode:    write
// param:   ids        LIST<STRING> NOT NULL  things with an id
// param:   recorded   DATETIME               when they entered this graph (UTC); null leaves it
// param:   withdrawn  DATETIME               when they left the record (UTC); null: they stand
//
// Say when things entered this graph and left its record.
:param ids => ['zz'];
:param recorded => null;
:param withdrawn => null;

MATCH (entity:Entity)
WHERE entity.id IN $ids
SET entity.recordedAt = coalesce($recorded, entity.recordedAt),
  entity.withdrawnAt = $withdrawn,
  entity:Stale
MERGE (graph:Rejoinder {id: 'graph'})
SET graph.derived = false;
