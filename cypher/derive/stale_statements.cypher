// name:    derive.stale_statements
// mode:    read
// param:   limit  INTEGER NOT NULL  at most this many
// returns: id  STRING  statement id
//
// Some statements with something derived from them that is out of date.
:param limit => 2000;

MATCH (statement:Stale&Statement)
WITH statement
LIMIT $limit
RETURN statement.id AS id
ORDER BY id;
