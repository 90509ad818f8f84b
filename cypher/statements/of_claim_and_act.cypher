// name:    statements.of_claim_and_act
// mode:    read
// param:   claim   STRING NOT NULL        id of the claim
// param:   act     STRING NOT NULL        kind of speech act
// param:   before  STRING NOT NULL        only keys before this one
// param:   limit   INTEGER NOT NULL       at most this many
// returns: rows  LIST<MAP>  one map for each row
// row:     key  STRING  sort key: the day by which it had certainly been said, and the statement's id
//
// Statements of one act on a claim, newest first, undated ones last.
:param claim => 'iran-sent-400-ballistic-missiles-to-russia';
:param act => 'denies';
:param before => '~';
:param limit => 25;

CALL () {
  MATCH (statement:Statement)
  WHERE statement.about = $claim AND statement.act = $act AND statement.key < $before
  RETURN {key: statement.key} AS row
  ORDER BY statement.about DESC, statement.act DESC, statement.key DESC
  LIMIT $limit
}
RETURN collect(row) AS rows;
