// name:    questions.what_depends_on
// mode:    read
// asks:    What would be affected if the document were withdrawn?
// param:   document  STRING NOT NULL  id of the document asked about
// param:   newest    INTEGER          only the newest so many statements; null for all
// values:  document  ids of documents
// returns: statement  STRING        a statement that it, or a document drawing on it, reports
// returns: claim      STRING        its claim
// returns: through    LIST<STRING>  the documents through which the statement depends on it, itself included
// returns: others     INTEGER       documents reporting the statement that do not depend on it
// returns: alone      BOOLEAN       whether nothing else reports the statement
// returns: key        STRING        sort key
//
// What would be affected if a document were withdrawn, or is now that it has been: every
// statement reported by it or by a document that draws on it, newest first.
//
// Nothing is taken off the record: a statement known from a withdrawn document alone stays,
// and this says that it stands on that document only.
:param document => 'reuters-2024-02-21';
:param newest => null;

MATCH (:Document {id: $document})<-[:DRAWS_ON*0..20]-(dependent:Document)
WITH DISTINCT dependent
MATCH (dependent)<-[:REPORTED_IN]-(statement:Statement)-[:ABOUT]->(claim:Claim)
WHERE statement.withdrawnAt IS NULL
WITH statement, claim, collect(DISTINCT dependent) AS dependents
ORDER BY statement.key DESC
LIMIT coalesce($newest, 1000000000)
WITH statement, claim, dependents,
  COUNT { MATCH (statement)-[:REPORTED_IN]->(other:Document) WHERE NOT other IN dependents } AS others
RETURN
  statement.id AS statement,
  claim.id AS claim,
  COLLECT { UNWIND dependents AS each RETURN each.id ORDER BY each.id } AS through,
  others,
  others = 0 AS alone,
  statement.key AS key
ORDER BY key DESC;
