// name:    tests.recorded
// mode:    write
// param:   ids        LIST<STRING> NOT NULL  statements
// param:   recorded   DATETIME               when they entered this graph (UTC); null leaves it
// param:   withdrawn  DATETIME               when they left the record (UTC); null: they stand
//
// Say when statements entered this graph and left its record.
:param ids => ['zz'];
:param recorded => null;
:param withdrawn => null;

MATCH (statement:Statement)
WHERE statement.id IN $ids
SET statement.recordedAt = coalesce($recorded, statement.recordedAt),
  statement.withdrawnAt = $withdrawn;
