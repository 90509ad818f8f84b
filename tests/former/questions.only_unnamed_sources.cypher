// name:    questions.only_unnamed_sources
// mode:    read
// asks:    Which claims rest only on unnamed sources?
// param:   asOf  DATE  only what had certainly been said by that day; null for all
// returns: claim           STRING        claim id
// returns: text            STRING        what is claimed
// returns: unnamedSources  LIST<STRING>  the unnamed sources; each is a description, not a number of people
// returns: outlets         LIST<STRING>  who published the reports that no other report is behind
// returns: statements      LIST<STRING>  the statements that put it forward
// returns: withoutSource   LIST<STRING>  those of them that do not say whom they rely on
// returns: unchecked       INTEGER       documents behind them whose derivation nobody has checked
//
// Claims that somebody puts forward as true, and for which everybody who does is an unnamed source
// or an outlet reporting on the word of others, with at least one unnamed source among them.
//
// A condemnation, a warning, a demand, a threat and a call that it is credible rest on what
// others said; they do not make a claim rest on a name. Denials do not either. Reports by many
// outlets of the same unnamed source are still that source.
:param asOf => null;

MATCH (claim:Claim)<-[:ABOUT]-(statement:Statement)
WHERE (statement.belief ENDS WITH '_true' OR statement.relayedBelief ENDS WITH '_true')
  AND NOT statement.act IN ['condemns', 'threatens_consequences', 'demands', 'warns', 'deems_credible']
  AND statement.withdrawnAt IS NULL
  AND ($asOf IS NULL OR coalesce(statement.knownBy, date(statement.recordedAt)) <= $asOf)
WITH claim, collect(statement) AS statements
WHERE all(each IN statements
    WHERE NOT EXISTS {
      MATCH (each)-[:MADE_BY]->(speaker:Actor)
      WHERE NOT speaker:UnnamedSource AND NOT (speaker:Outlet AND each.act = 'reports')
    })
  AND any(each IN statements WHERE EXISTS { (each)-[:MADE_BY|RELAYS]->(:UnnamedSource) })
RETURN
  claim.id AS claim,
  claim.text AS text,
  COLLECT {
    UNWIND statements AS each
    MATCH (each)-[:MADE_BY|RELAYS]->(source:UnnamedSource)
    RETURN DISTINCT source.id AS id
    ORDER BY id
  } AS unnamedSources,
  COLLECT {
    UNWIND statements AS each
    MATCH (each)-[:REPORTED_IN]->(document:Document)-[:PUBLISHED_BY]->(publisher:Actor)
    WHERE NOT EXISTS { (document)-[:DRAWS_ON]->(:Document) }
    RETURN DISTINCT publisher.id AS id
    ORDER BY id
  } AS outlets,
  COLLECT { UNWIND statements AS each RETURN each.id ORDER BY each.key } AS statements,
  COLLECT {
    UNWIND statements AS each
    WITH each
    WHERE NOT EXISTS { (each)-[:MADE_BY|RELAYS]->(:UnnamedSource) }
    RETURN each.id
    ORDER BY each.key
  } AS withoutSource,
  COUNT {
    UNWIND statements AS each
    MATCH (each)-[:REPORTED_IN]->(document:Document {derivation: 'unchecked'})
    RETURN DISTINCT document
  } AS unchecked
ORDER BY claim;
