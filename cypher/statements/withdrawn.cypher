// name:    statements.withdrawn
// mode:    read
// param:   limit  INTEGER NOT NULL  at most this many
// returns: rows  LIST<MAP>  one map for each row
// row:     id  STRING  statement id
//
// Statements that have left the record, those that left last first. Of those that left at the same
// moment, in one load, the order is that of the index: nothing is sorted.
:param limit => 50;

CALL () {
  MATCH (statement:Statement)
  WHERE statement.withdrawnAt IS NOT NULL
  RETURN {id: statement.id} AS row
  ORDER BY statement.withdrawnAt DESC
  LIMIT $limit
}
RETURN collect(row) AS rows;
