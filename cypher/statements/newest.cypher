// name:    statements.newest
// mode:    read
// param:   before  STRING NOT NULL        only keys before this one
// param:   limit   INTEGER NOT NULL       at most this many
// returns: key  STRING  sort key: the day by which it had certainly been said, and the statement's id
//
// Statements, newest first, undated ones last.
:param before => '~';
:param limit => 25;

MATCH (statement:Statement)
WHERE statement.key < $before
RETURN statement.key AS key
ORDER BY statement.key DESC
LIMIT $limit;
