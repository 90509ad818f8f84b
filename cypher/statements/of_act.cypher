// name:    statements.of_act
// mode:    read
// param:   act     STRING NOT NULL        kind of speech act
// param:   before  STRING NOT NULL        only keys before this one
// param:   limit   INTEGER NOT NULL       at most this many
// returns: rows  LIST<MAP>  one map for each row
// row:     key  STRING  sort key: the day by which it had certainly been said, and the statement's id
//
// Statements of one act, newest first, undated ones last.
:param act => 'denies';
:param before => '~';
:param limit => 25;

CALL () {
  MATCH (statement:Statement)
  WHERE statement.act = $act AND statement.key < $before
  RETURN {key: statement.key} AS row
  ORDER BY statement.act DESC, statement.key DESC
  LIMIT $limit
}
RETURN collect(row) AS rows;
