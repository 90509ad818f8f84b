// name:    statements.recorded
// mode:    read
// param:   limit  INTEGER NOT NULL  at most this many
// returns: rows  LIST<MAP>  one map for each row
// row:     id  STRING  statement id
//
// Statements by when they entered the record, the newest first, withdrawn ones too. Of those that
// entered at the same moment, in one load, the order is that of the index: nothing is sorted.
:param limit => 50;

CALL () {
  MATCH (statement:Statement)
  WHERE statement.recordedAt IS NOT NULL
  RETURN {id: statement.id} AS row
  ORDER BY statement.recordedAt DESC
  LIMIT $limit
}
RETURN collect(row) AS rows;
