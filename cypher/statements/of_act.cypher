// name:    statements.of_act
// mode:    read
// param:   act     STRING NOT NULL        kind of speech act
// param:   before  STRING NOT NULL        only keys before this one
// param:   limit   INTEGER NOT NULL       at most this many
// returns: key  STRING  sort key: the day by which it had certainly been said, and the statement's id
//
// Statements of one act, newest first, undated ones last.
:param act => 'denies';
:param before => '~';
:param limit => 25;

MATCH (statement:Statement)
WHERE statement.act = $act AND statement.key < $before
RETURN statement.key AS key
ORDER BY statement.act DESC, statement.key DESC
LIMIT $limit;
