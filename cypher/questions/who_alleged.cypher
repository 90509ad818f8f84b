// name:    questions.who_alleged
// mode:    read
// asks:    Who alleged the claim, and who only repeated it?
// param:   claim  STRING NOT NULL  id of the claim asked about
// param:   asOf   DATE             only what had certainly been said by that day; null for all
// values:  claim  ids of claims
// returns: statement      STRING     statement id
// returns: act            STRING     what kind of speech act it is
// returns: belief         STRING     what the speaker commits to (FactBank)
// returns: relayedBelief  STRING     what those are committed to whose word it passes on; null when none
// returns: explicit       BOOLEAN    false where the act lies in the characterisation; null: not known
// returns: speakers       LIST<MAP>  id, name, type and role of each speaker
// returns: said           STRING     day on which it was said (EDTF); null when not known
// returns: saidEarliest   DATE       first day that may mean; null when nothing bounds it
// returns: saidLatest     DATE       last day that may mean; null when nothing bounds it
// returns: paraphrase     STRING     the content in our own words; null when not recorded
// returns: documents      LIST<MAP>  id, publisher, url, quote and characterisedAs of each document
// returns: repeatedIn     LIST<STRING>  documents that report it and draw on another document
// returns: key            STRING     sort key
//
// Everybody who put one claim forward as true, oldest first, undated ones last, and for each
// the documents that only repeat it.
//
// Here belong alleging, asserting, finding, confirming and admitting, and an outlet's report on
// the word of others. `relayedBelief` marks the latter: the outlet is not committed, its sources
// are. A document in `repeatedIn` adds no source: a hundred of them are still one allegation.
// Condemning or predicting takes a claim for granted and is not asked here.
:param claim => 'iran-sent-400-ballistic-missiles-to-russia';
:param asOf => null;

MATCH (statement:Statement)-[:ABOUT]->(:Claim {id: $claim})
WHERE statement.act IN ['alleges', 'reports', 'asserts', 'finds', 'confirms', 'admits']
  AND (statement.belief ENDS WITH '_true' OR statement.relayedBelief ENDS WITH '_true')
  AND statement.withdrawnAt IS NULL
  AND ($asOf IS NULL OR coalesce(statement.knownBy, date(statement.recordedAt)) <= $asOf)
WITH statement
ORDER BY statement.saidLatest IS NULL, statement.saidLatest, statement.key
RETURN
  statement.id AS statement,
  statement.act AS act,
  statement.belief AS belief,
  statement.relayedBelief AS relayedBelief,
  statement.explicit AS explicit,
  COLLECT {
    MATCH (statement)-[made:MADE_BY]->(actor:Actor)
    RETURN {
      id: actor.id,
      name: coalesce(actor.name, actor.description),
      type: [label IN labels(actor) WHERE NOT label IN ['Entity', 'Actor']][0],
      role: made.role
    }
    ORDER BY actor.id
  } AS speakers,
  statement.said AS said,
  statement.saidEarliest AS saidEarliest,
  statement.saidLatest AS saidLatest,
  statement.paraphrase AS paraphrase,
  COLLECT {
    MATCH (statement)-[report:REPORTED_IN]->(document:Document)
    OPTIONAL MATCH (document)-[:PUBLISHED_BY]->(publisher:Actor)
    RETURN {
      id: document.id,
      publisher: publisher.name,
      url: document.url,
      quote: report.quote,
      characterisedAs: report.characterisedAs
    }
    ORDER BY document.publishedLatest IS NULL, document.publishedLatest, document.id
  } AS documents,
  COLLECT {
    MATCH (statement)-[:REPORTED_IN]->(copy:Document)
    WHERE EXISTS { (copy)-[:DRAWS_ON]->(:Document) }
    RETURN copy.id
    ORDER BY copy.id
  } AS repeatedIn,
  statement.key AS key
ORDER BY saidLatest IS NULL, saidLatest, key;
