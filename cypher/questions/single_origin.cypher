// name:    questions.single_origin
// mode:    read
// asks:    Which claims have a single origin, and whose is it?
// param:   asOf  DATE  only what had certainly been said by that day; null for all
// returns: claim       STRING        claim id
// returns: text        STRING        what is claimed
// returns: origin      STRING        id of the outlet, speaker or principal; of the document when its publisher is not known
// returns: name        STRING        its name
// returns: kind        STRING        report: an outlet's own report on the word of others; utterance: somebody's own public words; both
// returns: statements  LIST<STRING>  statements that go back to it
// returns: documents   INTEGER       documents that report them
// returns: copies      INTEGER       how many of those draw on another document
// returns: unchecked   INTEGER       how many of those nobody has checked for what they draw on
//
// Claims that go back to one origin, counted as in questions.origins: copies, and voices of one
// state, are one.
//
// A single origin is not a weak one and many are not proof. `unchecked` says how far to trust the
// count: a document that nobody checked may draw on something that is not recorded.
:param asOf => null;

MATCH (claim:Claim)
WITH claim
ORDER BY claim.id
CALL (claim) {
  // a second origin rules a claim out: no more of it is read
  MATCH (claim)<-[:ABOUT]-(statement:Statement)
  WHERE (statement.belief ENDS WITH '_true' OR statement.relayedBelief ENDS WITH '_true')
    AND NOT statement.act IN ['condemns', 'threatens_consequences', 'demands', 'warns', 'deems_credible']
    AND statement.withdrawnAt IS NULL
    AND ($asOf IS NULL OR coalesce(statement.knownBy, date(statement.recordedAt)) <= $asOf)
  MATCH (statement)-[:MADE_BY]->(speaker:Actor)
  CALL (statement) {
    MATCH (statement)-[:REPORTED_IN]->(root:Document)
    WHERE NOT EXISTS { (root)-[:DRAWS_ON]->(:Document) }
    RETURN root
    UNION
    MATCH (statement)-[:REPORTED_IN]->(:Document)-[:DRAWS_ON*1..20]->(root:Document)
    WHERE NOT EXISTS { (root)-[:DRAWS_ON]->(:Document) }
      AND NOT EXISTS {
        MATCH (statement)-[:REPORTED_IN]->(own:Document)
        WHERE NOT EXISTS { (own)-[:DRAWS_ON]->(:Document) }
      }
    RETURN root
  }
  OPTIONAL MATCH (root)-[:PUBLISHED_BY]->(publisher:Actor)
  WITH statement, speaker, coalesce(publisher, root) AS printed,
    COLLECT {
      MATCH (statement)-[:VOICES]->(principal:State|Institution)
      WHERE NOT EXISTS { (principal)-[:PART_OF]->(:State|Institution) }
      RETURN principal
    } AS principals
  WITH DISTINCT
    CASE
      WHEN speaker:UnnamedSource OR (speaker:Outlet AND statement.act = 'reports') THEN printed
      WHEN size(principals) = 1 THEN principals[0]
      ELSE speaker
    END AS origin
  LIMIT 2
  RETURN collect(origin) AS origins
}
WITH claim, origins
WHERE size(origins) = 1
CALL (claim) {
  MATCH (claim)<-[:ABOUT]-(statement:Statement)
  WHERE (statement.belief ENDS WITH '_true' OR statement.relayedBelief ENDS WITH '_true')
    AND NOT statement.act IN ['condemns', 'threatens_consequences', 'demands', 'warns', 'deems_credible']
    AND statement.withdrawnAt IS NULL
    AND ($asOf IS NULL OR coalesce(statement.knownBy, date(statement.recordedAt)) <= $asOf)
    AND EXISTS {
      MATCH (statement)-[:REPORTED_IN]->(:Document)-[:DRAWS_ON*0..20]->(root:Document)
      WHERE NOT EXISTS { (root)-[:DRAWS_ON]->(:Document) }
    }
  MATCH (statement)-[:MADE_BY]->(speaker:Actor)
  RETURN
    collect(DISTINCT statement) AS statements,
    collect(DISTINCT speaker:UnnamedSource OR (speaker:Outlet AND statement.act = 'reports')) AS reported
}
WITH claim, origins[0] AS origin, statements,
  CASE reported WHEN [true] THEN 'report' WHEN [false] THEN 'utterance' ELSE 'both' END AS kind,
  COLLECT {
    UNWIND statements AS each
    MATCH (each)-[:REPORTED_IN]->(document:Document)
    RETURN DISTINCT document
  } AS documents
RETURN
  claim.id AS claim,
  claim.text AS text,
  origin.id AS origin,
  coalesce(origin.name, origin.title, origin.id) AS name,
  kind,
  COLLECT { UNWIND statements AS each RETURN each.id ORDER BY each.key } AS statements,
  size(documents) AS documents,
  size([each IN documents WHERE EXISTS { (each)-[:DRAWS_ON]->(:Document) }]) AS copies,
  size([each IN documents WHERE each.derivation = 'unchecked']) AS unchecked
ORDER BY claim;
