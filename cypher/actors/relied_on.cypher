// name:    actors.relied_on
// mode:    read
// param:   source  STRING NOT NULL   id of an unnamed source
// param:   limit   INTEGER NOT NULL  at most this many rows
// returns: key  STRING  sort key of a statement that relies on it; the id stands behind the first slash
//
// Statements that pass on the word of an unnamed source, newest first, undated ones last; those that
// left the record, too. A source belongs to the documents that quote it: they are few.
:param source => 'reuters-2024-10-11-senior-eu-official';
:param limit => 25;

MATCH (:Actor {id: $source})<-[:RELAYS]-(statement:Statement)
RETURN statement.key AS key
ORDER BY key DESC
LIMIT $limit;
