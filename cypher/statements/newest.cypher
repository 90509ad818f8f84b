// name:    statements.newest
// mode:    read
// param:   before  STRING NOT NULL        only keys before this one
// param:   limit   INTEGER NOT NULL       at most this many
// returns: rows  LIST<MAP>  one map for each row
// row:     key  STRING  sort key: the day by which it had certainly been said, and the statement's id
//
// Statements, newest first, undated ones last.
:param before => '~';
:param limit => 25;

CALL () {
  MATCH (statement:Statement)
  WHERE statement.key < $before
  RETURN {key: statement.key} AS row
  ORDER BY statement.key DESC
  LIMIT $limit
}
RETURN collect(row) AS rows;
