// name:    questions.unnamed_sources
// mode:    read
// asks:    Which unnamed sources carry which claims, through which outlets?
// param:   claim  STRING  on this claim only; null for every claim
// param:   asOf   DATE    only what had certainly been said by that day; null for all
// values:  claim  ids of claims
// returns: source          STRING        id of the unnamed source
// returns: description     STRING        how the document describes it
// returns: people          INTEGER       how many people, where that is stated; null when it is not
// returns: saidToBeFrom    LIST<STRING>  states and institutions that documents place it in
// returns: claim           STRING        claim id
// returns: statements      LIST<STRING>  statements that it made or that rely on it
// returns: documents       LIST<STRING>  documents that report them
// returns: outlets         LIST<STRING>  who published those
// returns: possiblyPartOf  LIST<STRING>  other unnamed sources of the same report that it may be one of
//
// A row for each unnamed source and claim.
//
// A source is bound to the documents that quote it. Two descriptions that read alike are two
// sources; whether they are the same people is not known, and they are never added up. Being
// said to be from a state does not make it a voice of that state.
:param claim => 'iran-sent-400-ballistic-missiles-to-russia';
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
WITH claim
ORDER BY claim.id
CALL (claim) {
  MATCH (claim)<-[:ABOUT]-(statement:Statement)
  WHERE statement.withdrawnAt IS NULL
    AND ($asOf IS NULL OR coalesce(statement.knownBy, date(statement.recordedAt)) <= $asOf)
  MATCH (statement)-[:MADE_BY|RELAYS]->(source:UnnamedSource)
  RETURN source, collect(DISTINCT statement) AS statements
}
WITH claim, source, statements
ORDER BY claim.id, source.id
RETURN
  source.id AS source,
  source.description AS description,
  source.count AS people,
  COLLECT {
    MATCH (source)-[:SAID_TO_BE_FROM]->(place:Actor)
    RETURN place.id
    ORDER BY place.id
  } AS saidToBeFrom,
  claim.id AS claim,
  COLLECT { UNWIND statements AS each RETURN each.id ORDER BY each.key } AS statements,
  COLLECT {
    UNWIND statements AS each
    MATCH (each)-[:REPORTED_IN]->(document:Document)
    RETURN DISTINCT document.id AS id
    ORDER BY id
  } AS documents,
  COLLECT {
    UNWIND statements AS each
    MATCH (each)-[:REPORTED_IN]->(:Document)-[:PUBLISHED_BY]->(publisher:Actor)
    RETURN DISTINCT publisher.id AS id
    ORDER BY id
  } AS outlets,
  COLLECT {
    MATCH (source)-[:POSSIBLY_PART_OF]->(other:UnnamedSource)
    RETURN other.id
    ORDER BY other.id
  } AS possiblyPartOf
ORDER BY claim, source;
