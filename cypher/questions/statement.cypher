// name:    questions.statement
// mode:    read
// asks:    For a statement: its words, its documents, and how each characterised it?
// param:   statement     STRING NOT NULL  id of the statement asked about
// param:   asOf          DATE             answers to it only as certainly given by that day; null for all
// param:   recordedAsOf  DATE             only statements beside it that this graph held at the end of that day (UTC), including what has left it since; null for what it holds now
// values:  statement  ids of statements
// returns: statement              STRING     statement id
// returns: act                    STRING     what kind of speech act it is
// returns: belief                 STRING     what the speaker commits to (FactBank)
// returns: relayedBelief          STRING     what those are committed to whose word it passes on; null when none
// returns: explicit               BOOLEAN    false where the act lies in the characterisation; null: not known
// returns: restsOn                STRING     words, characterisation or unknown
// returns: hedged                 BOOLEAN    whether the words are hedged
// returns: extent                 STRING     whole or part of the claim; null when not recorded
// returns: extentWords            STRING     which part; null when not recorded
// returns: quantity               STRING     the quantity that this speaker gave, in words; null when none
// returns: speakers               LIST<MAP>  id, name, type and role of each speaker
// returns: named                  BOOLEAN    false when every speaker is an unnamed source
// returns: onBehalfOf             LIST<MAP>  id, name and type of those it is said for
// returns: voices                 LIST<MAP>  states, then institutions, whose voice it is: id, name, type, and as: itself, on behalf, organ or official
// returns: claim                  MAP        id, name (its text) and type of the claim
// returns: said                   STRING     day on which it was said (EDTF); null when not known
// returns: saidEarliest           DATE       first day that may mean; null when nothing bounds it
// returns: saidLatest             DATE       last day that may mean; null when nothing bounds it
// returns: saidBasis              STRING     how that day is known; null when not recorded
// returns: knownBy                DATE       day by which it had certainly been said; null when no date bounds it
// returns: channel                STRING     where or through whom it was said; null when not recorded
// returns: paraphrase             STRING     the content in our own words; null when not recorded
// returns: notes                  STRING     what no other field holds; null when none
// returns: respondsTo             LIST<STRING>  statements that it answers
// returns: answeredBy             LIST<STRING>  statements that answer it
// returns: relays                 LIST<MAP>  id, name and type of the statements or unnamed sources it passes on
// returns: reports                LIST<MAP>  the documents that report it: quotation, characterisation, publisher, date, address
// returns: recordedAt             DATETIME   when it entered this graph (UTC)
// returns: withdrawnAt            DATETIME   when it left the record (UTC); null while it stands
// returns: key                    STRING     sort key and cursor
//
// One statement whole: who, for whom, in which role, when, in what words, and for each document
// that reports it the quotation and what that document calls it. Two documents may call one
// sentence an evasion and a denial: both are kept, neither is chosen.
//
// One that has left the record is still answered; `withdrawnAt` says when it left. So is one that
// entered it after `recordedAsOf`: `recordedAt` says when. Its words and documents are as they are
// now.
:param statement => 'iran-un-mission-2024-02-23';
:param asOf => null;
:param recordedAsOf => null;

MATCH (statement:Statement {id: $statement})-[:ABOUT]->(claim:Claim)
RETURN
  statement.id AS statement,
  statement.act AS act,
  statement.belief AS belief,
  statement.relayedBelief AS relayedBelief,
  statement.explicit AS explicit,
  CASE statement.explicit WHEN true THEN 'words' WHEN false THEN 'characterisation' ELSE 'unknown' END AS restsOn,
  statement.hedged AS hedged,
  statement.extent AS extent,
  statement.extentWords AS extentWords,
  statement.quantityText AS quantity,
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
  NOT all(label IN COLLECT { MATCH (statement)-[:MADE_BY]->(maker:Actor) RETURN labels(maker) } WHERE 'UnnamedSource' IN label) AS named,
  COLLECT {
    MATCH (statement)-[:ON_BEHALF_OF]->(principal:Actor)
    RETURN {
      id: principal.id,
      name: coalesce(principal.name, principal.description),
      type: [label IN labels(principal) WHERE NOT label IN ['Entity', 'Actor']][0]
    }
    ORDER BY principal.id
  } AS onBehalfOf,
  COLLECT {
    MATCH (statement)-[voice:VOICES]->(voiced:State|Institution)
    RETURN {
      id: voiced.id,
      name: voiced.name,
      type: [label IN labels(voiced) WHERE NOT label IN ['Entity', 'Actor']][0],
      as: voice.as
    }
    ORDER BY voiced:State DESC, voiced.id
  } AS voices,
  {id: claim.id, name: claim.text, type: 'Claim'} AS claim,
  statement.said AS said,
  statement.saidEarliest AS saidEarliest,
  statement.saidLatest AS saidLatest,
  statement.saidBasis AS saidBasis,
  statement.knownBy AS knownBy,
  statement.channel AS channel,
  statement.paraphrase AS paraphrase,
  statement.notes AS notes,
  COLLECT {
    MATCH (statement)-[:RESPONDS_TO]->(answered:Statement)
    WHERE $recordedAsOf IS NULL OR date(answered.recordedAt) <= $recordedAsOf
    RETURN answered.id
    ORDER BY answered.id
  } AS respondsTo,
  COLLECT {
    MATCH (statement)<-[:RESPONDS_TO]-(answer:Statement)
    WHERE (answer.withdrawnAt IS NULL OR date(answer.withdrawnAt) > $recordedAsOf)
      AND ($recordedAsOf IS NULL OR date(answer.recordedAt) <= $recordedAsOf)
      AND ($asOf IS NULL OR coalesce(answer.knownBy, date(answer.recordedAt)) <= $asOf)
    RETURN answer.id
    ORDER BY answer.id
  } AS answeredBy,
  COLLECT {
    MATCH (statement)-[:RELAYS]->(relayed:Statement|UnnamedSource)
    WHERE $recordedAsOf IS NULL OR date(relayed.recordedAt) <= $recordedAsOf
    RETURN {
      id: relayed.id,
      name: coalesce(relayed.description, relayed.paraphrase, relayed.id),
      type: [label IN labels(relayed) WHERE NOT label IN ['Entity', 'Actor']][0]
    }
    ORDER BY relayed.id
  } AS relays,
  COLLECT {
    MATCH (statement)-[report:REPORTED_IN]->(document:Document)
    OPTIONAL MATCH (document)-[:PUBLISHED_BY]->(publisher:Actor)
    RETURN {
      document: document.id,
      title: document.title,
      url: document.url,
      publisher: CASE WHEN publisher IS NULL THEN null ELSE {
        id: publisher.id,
        name: publisher.name,
        type: [label IN labels(publisher) WHERE NOT label IN ['Entity', 'Actor']][0]
      } END,
      published: document.published,
      language: document.language,
      read: document.read,
      withdrawn: document.withdrawn,
      quote: report.quote,
      quoteLanguage: report.quoteLanguage,
      characterisedAs: report.characterisedAs,
      characterisedInWords: report.characterisedInWords,
      hedge: report.hedge,
      drawsOn: COLLECT { MATCH (document)-[:DRAWS_ON]->(root:Document) RETURN root.id ORDER BY root.id }
    }
    ORDER BY document.publishedLatest IS NULL, document.publishedLatest, document.id
  } AS reports,
  statement.recordedAt AS recordedAt,
  statement.withdrawnAt AS withdrawnAt,
  statement.key AS key
ORDER BY key;
