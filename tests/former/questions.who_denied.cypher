// name:    questions.who_denied
// mode:    read
// asks:    Who denied the claim, when, in whose words, in which document?
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
// returns: key            STRING     sort key
//
// Denials of one claim, oldest first, undated ones last.
//
// A denial is a speech act of kind `denies`. Where `explicit` is false the denial lies in what
// documents call the words and not in the words: read both. Rejecting somebody's statement is
// `disputes`, scepticism is `doubts`: other questions. A denial of a wider or narrower claim is
// not a denial of this one. Who is right is not asked.
:param claim => 'iran-sent-400-ballistic-missiles-to-russia';
:param asOf => null;

MATCH (statement:Statement {act: 'denies'})-[:ABOUT]->(:Claim {id: $claim})
WHERE statement.withdrawnAt IS NULL
  AND ($asOf IS NULL OR coalesce(statement.knownBy, date(statement.recordedAt)) <= $asOf)
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
