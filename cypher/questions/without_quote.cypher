// name:    questions.without_quote
// mode:    read
// asks:    Which statements have no quote?
// param:   claim  STRING  on this claim only; null for every claim
// param:   asOf   DATE    only what had certainly been said by that day; null for all
// values:  claim  ids of claims
// returns: statement   STRING        statement id
// returns: speakers    LIST<STRING>  names of those who made it
// returns: act         STRING        what kind of speech act it is
// returns: claim       STRING        its claim
// returns: said        STRING        day on which it was said (EDTF); null when not known
// returns: paraphrase  STRING        the content in our own words; null when not recorded
// returns: documents   LIST<STRING>  documents that report it
// returns: read        BOOLEAN       whether at least one of them was read
// returns: key         STRING        sort key
//
// Statements for which no document on record prints the words, oldest first, undated ones last.
//
// They rest on what documents say was said. A silence has no words to print: statements of kind
// `no_response` are left out.
:param claim => null;
:param asOf => null;

CALL () {
  MATCH (claim:Claim {id: $claim})
  RETURN claim
  UNION ALL
  WITH 1 AS once
  WHERE $claim IS NULL
  MATCH (claim:Claim)
  RETURN claim
}
MATCH (claim)<-[:ABOUT]-(statement:Statement)
WHERE statement.act <> 'no_response'
  AND statement.withdrawnAt IS NULL
  AND ($asOf IS NULL OR coalesce(statement.knownBy, date(statement.recordedAt)) <= $asOf)
  AND NOT EXISTS { MATCH (statement)-[report:REPORTED_IN]->(:Document) WHERE report.quote IS NOT NULL }
WITH statement, claim, statement.knownBy IS NULL AS undated
ORDER BY undated, statement.key
RETURN
  statement.id AS statement,
  COLLECT {
    MATCH (statement)-[:MADE_BY]->(actor:Actor)
    RETURN coalesce(actor.name, actor.description)
    ORDER BY actor.id
  } AS speakers,
  statement.act AS act,
  claim.id AS claim,
  statement.said AS said,
  statement.paraphrase AS paraphrase,
  COLLECT {
    MATCH (statement)-[:REPORTED_IN]->(document:Document)
    RETURN document.id
    ORDER BY document.id
  } AS documents,
  EXISTS { (statement)-[:REPORTED_IN]->(:Document {read: true}) } AS read,
  statement.key AS key
ORDER BY undated, key;
