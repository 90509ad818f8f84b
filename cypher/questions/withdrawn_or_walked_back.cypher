// name:    questions.withdrawn_or_walked_back
// mode:    read
// asks:    What was withdrawn or walked back, and which documents never followed?
// param:   claim  STRING  on this claim only; null for every claim
// values:  claim  ids of claims
// returns: kind              STRING        walked back: a speaker took back own words; withdrawn: a publisher took back a document
// returns: what              STRING        the statement or document that was taken back
// returns: by                STRING        the statement that takes it back; null for a document
// returns: on                STRING        day on which it was taken back (EDTF); null when not known
// returns: words             STRING        how, in our own words or the publisher's reason; null when not recorded
// returns: claims            LIST<STRING>  claims that it was about
// returns: followed          LIST<STRING>  documents that carry it and also its withdrawal
// returns: notFollowed       LIST<STRING>  documents that carry it, or draw on it, and not its withdrawal
// returns: silentPublishers  LIST<STRING>  publishers of those without any document on the withdrawal
//
// Statements whose speaker walked them back, and documents whose publisher withdrew them, with the
// documents that carry on without saying so.
//
// What was taken back stays on the record, with what answered it. A document written before the
// withdrawal could not know of it: that it is listed says what a reader of it is not told, and
// does not blame. What we ourselves took off the record is another clock: see questions.new_since.
:param claim => null;

CALL () {
  CALL () {
    MATCH (:Claim {id: $claim})<-[:ABOUT]-(taken:Statement)<-[:RESPONDS_TO]-(back:Statement {act: 'walks_back'})
    RETURN DISTINCT back, taken
    UNION ALL
    WITH 1 AS once
    WHERE $claim IS NULL
    MATCH (back:Statement {act: 'walks_back'})-[:RESPONDS_TO]->(taken:Statement)
    RETURN DISTINCT back, taken
  }
  MATCH (taken)-[:ABOUT]->(claim:Claim)
  WHERE back.withdrawnAt IS NULL
    AND taken.withdrawnAt IS NULL
    AND EXISTS { (back)-[:MADE_BY]->(:Actor)<-[:MADE_BY]-(taken) }
  RETURN
    'walked back' AS kind,
    taken.id AS what,
    back.id AS by,
    back.said AS on,
    back.paraphrase AS words,
    [claim.id] AS claims,
    COLLECT {
      MATCH (taken)-[:REPORTED_IN]->(carries:Document)<-[:REPORTED_IN]-(back)
      RETURN carries
    } AS followed,
    COLLECT {
      MATCH (taken)-[:REPORTED_IN]->(carries:Document)
      WHERE NOT EXISTS { (carries)<-[:REPORTED_IN]-(back) }
      RETURN carries
    } AS notFollowed,
    COLLECT {
      MATCH (back)-[:REPORTED_IN]->(:Document)-[:PUBLISHED_BY]->(told:Actor)
      RETURN told
    } AS tellers
  UNION ALL
  CALL () {
    MATCH (:Claim {id: $claim})<-[:ABOUT]-(:Statement)-[:REPORTED_IN]->(taken:Document)
    WHERE taken.withdrawn IS NOT NULL
    RETURN DISTINCT taken
    UNION ALL
    WITH 1 AS once
    WHERE $claim IS NULL
    MATCH (taken:Document)
    WHERE taken.withdrawn IS NOT NULL
    RETURN taken
  }
  WITH taken
  WHERE taken.withdrawnAt IS NULL
  RETURN
    'withdrawn' AS kind,
    taken.id AS what,
    null AS by,
    taken.withdrawn AS on,
    taken.withdrawnBecause AS words,
    COLLECT {
      MATCH (taken)<-[:REPORTED_IN]-(statement:Statement)-[:ABOUT]->(claim:Claim)
      WHERE statement.withdrawnAt IS NULL
      RETURN DISTINCT claim.id AS id
      ORDER BY id
    } AS claims,
    COLLECT {
      MATCH (taken)<-[:DRAWS_ON*1..20]-(carries:Document)
      WHERE carries.withdrawn IS NOT NULL
      RETURN DISTINCT carries
    } AS followed,
    COLLECT {
      MATCH (taken)<-[:DRAWS_ON*1..20]-(carries:Document)
      WHERE carries.withdrawn IS NULL
      RETURN DISTINCT carries
    } AS notFollowed,
    [] AS tellers
}
WITH *
WHERE $claim IS NULL OR $claim IN claims
RETURN
  kind,
  what,
  by,
  on,
  words,
  claims,
  COLLECT { UNWIND followed AS each RETURN each.id ORDER BY each.id } AS followed,
  COLLECT { UNWIND notFollowed AS each RETURN each.id ORDER BY each.id } AS notFollowed,
  COLLECT {
    UNWIND notFollowed AS each
    MATCH (each)-[:PUBLISHED_BY]->(publisher:Actor)
    WHERE NOT publisher IN tellers
    RETURN DISTINCT publisher.id AS id
    ORDER BY id
  } AS silentPublishers
ORDER BY kind, what, by;
