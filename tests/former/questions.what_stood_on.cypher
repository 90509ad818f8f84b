// name:    questions.what_stood_on
// mode:    read
// asks:    What stood on a day: what had been said by then, or what we had recorded by then?
// param:   claim  STRING NOT NULL  id of the claim asked about
// param:   day    DATE NOT NULL    the day asked about
// param:   clock  STRING NOT NULL  'said': what had certainly been said by then; 'recorded': what this graph held by then
// values:  claim  ids of claims
// values:  clock  said | recorded
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
// returns: key            STRING     sort key
//
// The statements on one claim that stood at the end of a day (UTC), oldest first, undated last.
//
// Two clocks that must not be mixed. 'said' takes what the record holds today and asks what had
// certainly been said by that day: a statement of "February 2024" counts from 29 February, or
// from the day of the first document that reports it if that is earlier. 'recorded' asks what
// this graph held at the end of that day, including what has left the record since.
:param claim => 'iran-sent-400-ballistic-missiles-to-russia';
:param day => date('2024-02-24');
:param clock => 'said';

MATCH (statement:Statement)-[:ABOUT]->(:Claim {id: $claim})
WHERE ($clock = 'said'
    AND statement.withdrawnAt IS NULL
    AND coalesce(statement.knownBy, date(statement.recordedAt)) <= $day)
  OR ($clock = 'recorded'
    AND date(statement.recordedAt) <= $day
    AND (statement.withdrawnAt IS NULL OR date(statement.withdrawnAt) > $day))
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
  statement.key AS key
ORDER BY saidLatest IS NULL, saidLatest, key;
