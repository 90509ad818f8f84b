// name:    derive.page_of_statements
// mode:    read
// param:   after  STRING NOT NULL   id of the last one of the page before; empty at first
// param:   limit  INTEGER NOT NULL  at most this many
// returns: id  STRING  statement id
//
// Ids of statements in their order, a page at a time.
:param after => '';
:param limit => 1000;

MATCH (statement:Statement)
WHERE statement.id > $after
RETURN statement.id AS id
ORDER BY id
LIMIT $limit;
