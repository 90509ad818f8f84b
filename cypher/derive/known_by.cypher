// name:    derive.known_by
// mode:    write
// param:   ids  LIST<STRING> NOT NULL  statements
//
// For each statement the claim that it is about, the first day by which it had certainly been
// said (the last day that its own date may mean, or the last day that the date of a document
// reporting it may mean, whichever is earlier), and its sort key: that day and its id. A statement
// that nothing dates has no such day, and sorts last in a list that begins with the newest.
:param ids => ['iran-un-mission-2024-02-23'];

MATCH (statement:Statement)
WHERE statement.id IN $ids
WITH statement, COLLECT {
  UNWIND [statement.saidLatest] AS day
  RETURN day
  UNION
  MATCH (statement)-[:REPORTED_IN]->(document:Document)
  RETURN document.publishedLatest AS day
} AS days
UNWIND days + [null] AS day
WITH statement, min(day) AS knownBy
MATCH (statement)-[:ABOUT]->(claim:Claim)
SET statement.knownBy = knownBy,
  statement.key = coalesce(toString(knownBy), '0000-00-00') + '/' + statement.id,
  statement.about = claim.id;
