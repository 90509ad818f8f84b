// name:    questions.way_back
// mode:    read
// asks:    By which chain does a document's only way to the claim lead back to another?
// param:   claim     STRING NOT NULL  id of the claim asked about
// param:   document  STRING           from this document only; null for every document on the claim
// values:  claim     ids of claims
// values:  document  ids of documents
// returns: document      STRING        a document that reports a statement on the claim and draws on another
// returns: original      STRING        the document at the end of the chain, which draws on no other
// returns: originalRead  BOOLEAN       false when that original is known only through others
// returns: publisher     STRING        name of who published the original; null when not known
// returns: chain         LIST<STRING>  documents from the first to the original
// returns: how           LIST<STRING>  for each step: cites, syndicates, translates, rewrites, or not recorded
// returns: only          BOOLEAN       whether every chain of this document ends at this original
// returns: unchecked     INTEGER       documents on the chain whose derivation nobody has checked
// returns: path          PATH          the chain
//
// Chains of DRAWS_ON from each document on the claim to the originals behind it.
//
// Where `only` is true, this document adds nothing of its own: what it says of the claim stands
// and falls with that original. A document without a row draws on none that is recorded, which,
// as long as `derivation` is unchecked, does not say that it draws on none.
:param claim => 'iran-sent-400-ballistic-missiles-to-russia';
:param document => null;

CALL () {
  MATCH (document:Document {id: $document})<-[:REPORTED_IN]-(statement:Statement)-[:ABOUT]->(:Claim {id: $claim})
  WHERE statement.withdrawnAt IS NULL
  RETURN document
  UNION
  WITH 1 AS once
  WHERE $document IS NULL
  MATCH (:Claim {id: $claim})<-[:ABOUT]-(statement:Statement)-[:REPORTED_IN]->(document:Document)
  WHERE statement.withdrawnAt IS NULL
  RETURN document
}
WITH document
ORDER BY document.id
WITH document, COUNT {
  MATCH (document)-[:DRAWS_ON*1..20]->(original:Document)
  WHERE NOT EXISTS { (original)-[:DRAWS_ON]->(:Document) }
  RETURN DISTINCT original
} AS originals
MATCH path = (document)-[:DRAWS_ON*1..20]->(original:Document)
WHERE NOT EXISTS { (original)-[:DRAWS_ON]->(:Document) }
OPTIONAL MATCH (original)-[:PUBLISHED_BY]->(publisher:Actor)
RETURN
  document.id AS document,
  original.id AS original,
  original.read AS originalRead,
  publisher.name AS publisher,
  [each IN nodes(path) | each.id] AS chain,
  [each IN relationships(path) | coalesce(each.how, 'not recorded')] AS how,
  originals = 1 AS only,
  size([each IN nodes(path) WHERE each.derivation = 'unchecked']) AS unchecked,
  path
ORDER BY document, original, size(chain), chain;
