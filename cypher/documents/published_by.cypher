// name:    documents.published_by
// mode:    read
// param:   publisher  STRING NOT NULL   id of who published them
// param:   limit      INTEGER NOT NULL  at most this many rows
// returns: id          STRING   document id
// returns: title       STRING   its headline; null when not recorded
// returns: published   STRING   day of publication (EDTF); null when the page shows none
// returns: read        BOOLEAN  false for an original known only through documents that draw on it
// returns: withdrawn   STRING   day on which its publisher took it back (EDTF); null when it stands
// returns: statements  INTEGER  statements that it reports
//
// Documents of one publisher, newest first, undated ones last.
:param publisher => 'reuters';
:param limit => 25;

MATCH (:Actor {id: $publisher})<-[:PUBLISHED_BY]-(document:Document)
WITH document
ORDER BY coalesce(document.published, '') DESC, document.id
LIMIT $limit
RETURN
  document.id AS id,
  document.title AS title,
  document.published AS published,
  document.read AS read,
  document.withdrawn AS withdrawn,
  COUNT {
    MATCH (document)<-[:REPORTED_IN]-(statement:Statement)
    WHERE statement.withdrawnAt IS NULL
  } AS statements
ORDER BY coalesce(published, '') DESC, id;
