// name:    questions.origins
// mode:    read
// asks:    How many independent origins has the claim once copies are collapsed, and how many documents has nobody checked?
// param:   claim         STRING NOT NULL  id of the claim asked about
// param:   asOf          DATE             only what had certainly been said by that day; null for all
// param:   recordedAsOf  DATE             only what this graph held at the end of that day (UTC), including what has left it since; null for what it holds now
// values:  claim  ids of claims
// returns: origin          STRING        id of the outlet, speaker or principal; of the document when its publisher is not known
// returns: name            STRING        its name
// returns: kind            STRING        report: an outlet's own report on the word of others; utterance: somebody's own public words
// returns: statements      LIST<STRING>  statements that go back to it
// returns: documents       LIST<STRING>  documents in which they stand and which draw on no other; where all draw on another, those behind them
// returns: copies          INTEGER       documents that report them and draw on another
// returns: unnamedSources  LIST<STRING>  unnamed sources that it relies on
// returns: unchecked       INTEGER       of all its documents, how many nobody has checked for what they draw on
//
// Where one claim enters the record on somebody's own authority: a row is an origin.
//
// An outlet's report, and an unnamed source heard through it, go back to the documents that report
// it and draw on no other (where all draw on another, to those at the end of DRAWS_ON), and count
// once for each publisher of those: ten copies are one origin, and so is an outlet that repeats
// itself. Named speakers go back to the one at the top of those whose voice they are, so all
// voices of one state are one origin; who speaks for several at once, or for nobody, is one
// origin under its own name. Condemning, warning, demanding, threatening and calling information
// credible rest on what others said and add none. `unchecked` says how far to trust the count: a
// document that nobody checked may draw on another of them.
//
// With `recordedAsOf`, which statements count is as it was at the end of that day; their words and
// documents, and what those draw on, are as they are now.
:param claim => 'iran-sent-400-ballistic-missiles-to-russia';
:param asOf => null;
:param recordedAsOf => null;

MATCH (claim:Claim {id: $claim})
CALL (claim) {
  MATCH (statement:Statement)-[:ABOUT]->(claim)
  WHERE (statement.belief ENDS WITH '_true' OR statement.relayedBelief ENDS WITH '_true')
    AND NOT statement.act IN ['condemns', 'threatens_consequences', 'demands', 'warns', 'deems_credible']
    AND (statement.withdrawnAt IS NULL OR date(statement.withdrawnAt) > $recordedAsOf)
    AND ($recordedAsOf IS NULL OR date(statement.recordedAt) <= $recordedAsOf)
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
  WITH statement, speaker, root, publisher,
    COLLECT {
      MATCH (statement)-[:VOICES]->(principal:State|Institution)
      WHERE NOT EXISTS { (principal)-[:PART_OF]->(:State|Institution) }
      RETURN principal
    } AS principals
  WITH statement, root,
    CASE
      WHEN speaker:UnnamedSource OR (speaker:Outlet AND statement.act = 'reports') THEN coalesce(publisher, root)
      WHEN size(principals) = 1 THEN principals[0]
      ELSE speaker
    END AS origin,
    CASE WHEN speaker:UnnamedSource OR (speaker:Outlet AND statement.act = 'reports') THEN 'report' ELSE 'utterance' END AS kind
  RETURN origin, kind, collect(DISTINCT statement) AS statements, collect(DISTINCT root) AS roots
}
WITH origin, kind, statements, roots,
  COLLECT {
    UNWIND statements AS each
    MATCH (each)-[:REPORTED_IN]->(document:Document)
    RETURN DISTINCT document
  } AS documents
RETURN
  origin.id AS origin,
  coalesce(origin.name, origin.title, origin.id) AS name,
  kind,
  COLLECT { UNWIND statements AS each RETURN each.id ORDER BY each.id } AS statements,
  COLLECT { UNWIND roots AS each RETURN each.id ORDER BY each.id } AS documents,
  size([each IN documents WHERE EXISTS { (each)-[:DRAWS_ON]->(:Document) }]) AS copies,
  COLLECT {
    UNWIND statements AS each
    MATCH (each)-[:RELAYS|MADE_BY]->(source:UnnamedSource)
    RETURN DISTINCT source.id AS id
    ORDER BY id
  } AS unnamedSources,
  size([each IN documents WHERE each.derivation = 'unchecked']) AS unchecked
ORDER BY kind, origin;
