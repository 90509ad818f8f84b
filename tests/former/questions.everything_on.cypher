// name:    questions.everything_on
// mode:    read
// asks:    Everything on the claim, quoted, dated and linked, ready to cite?
// param:   claim  STRING NOT NULL  id of the claim asked about
// param:   asOf   DATE             only what had certainly been said by that day; null for all
// values:  claim  ids of claims
// returns: statement        STRING     statement id
// returns: speakers         LIST<MAP>  id, name, type and role of each speaker
// returns: act              STRING     what kind of speech act it is
// returns: belief           STRING     what the speaker commits to (FactBank)
// returns: explicit         BOOLEAN    false where the act lies in the characterisation; null: not known
// returns: said             STRING     day on which it was said (EDTF); null when not known
// returns: paraphrase       STRING     the content in our own words; null when not recorded
// returns: quote            STRING     the speaker's words as this document prints them; null when not recorded
// returns: quoteLanguage    STRING     language of the quotation; null without one
// returns: characterisedAs  STRING     what this document calls the statement; null when not recorded
// returns: document         STRING     document id
// returns: title            STRING     its headline; null when not recorded
// returns: publisher        STRING     name of who published it; null when not known
// returns: published        STRING     day of publication (EDTF); null when the page shows none
// returns: url              STRING     its address; null when it has none or is not known
// returns: read             BOOLEAN    false for an original known only through other documents
// returns: withdrawn        STRING     day on which its publisher took it back (EDTF); null when it stands
// returns: key              STRING     sort key
//
// Every report of every statement on one claim, a row each, oldest statement first, undated last.
//
// A statement with several documents has several rows: they are one statement. Documents that a
// publisher withdrew are there and marked, because what they reported stays on the record.
:param claim => 'iran-sent-400-ballistic-missiles-to-russia';
:param asOf => null;

MATCH (saying:Statement)-[:ABOUT]->(:Claim {id: $claim})
WHERE saying.withdrawnAt IS NULL
  AND ($asOf IS NULL OR coalesce(saying.knownBy, date(saying.recordedAt)) <= $asOf)
MATCH (saying)-[report:REPORTED_IN]->(printed:Document)
OPTIONAL MATCH (printed)-[:PUBLISHED_BY]->(publisher:Actor)
RETURN
  saying.id AS statement,
  COLLECT {
    MATCH (saying)-[made:MADE_BY]->(actor:Actor)
    RETURN {
      id: actor.id,
      name: coalesce(actor.name, actor.description),
      type: [label IN labels(actor) WHERE NOT label IN ['Entity', 'Actor']][0],
      role: made.role
    }
    ORDER BY actor.id
  } AS speakers,
  saying.act AS act,
  saying.belief AS belief,
  saying.explicit AS explicit,
  saying.said AS said,
  saying.paraphrase AS paraphrase,
  report.quote AS quote,
  report.quoteLanguage AS quoteLanguage,
  report.characterisedAs AS characterisedAs,
  printed.id AS document,
  printed.title AS title,
  publisher.name AS publisher,
  printed.published AS published,
  printed.url AS url,
  printed.read AS read,
  printed.withdrawn AS withdrawn,
  saying.key AS key
ORDER BY key STARTS WITH '0000', key, document;
