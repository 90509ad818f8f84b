// name:    statements.who
// mode:    read
// param:   ids           LIST<STRING> NOT NULL  statements to choose from
// param:   act           STRING                 kind of speech act; null for every act
// param:   claim         STRING                 on this claim only; null for every claim
// param:   speaker       STRING                 made by this actor itself; null for all
// param:   voice         STRING                 made by this state or institution or by a voice of it: its organs, its officials, those speaking on its behalf; null for all
// param:   about         STRING                 on claims that name this actor in any slot; null for all
// param:   weapon        STRING                 on claims about this weapon or a variant of it, components left out; null for all
// param:   supplier      STRING                 on claims that name this supplier; null for all
// param:   recipient     STRING                 on claims that name this recipient; null for all
// param:   dossier       STRING                 that this dossier defines; null for all
// param:   since         DATE                   that may have been said on this day or later; null for all
// param:   until         DATE                   that may have been said on this day or earlier; null for all
// param:   named         BOOLEAN                true: by named speakers only; false: by unnamed sources only; null: both
// param:   explicitOnly  BOOLEAN NOT NULL       true: only where the words themselves carry the act
// param:   asOf          DATE                   only what had certainly been said by that day; null for all
// param:   recordedAsOf  DATE                   only what this graph held at the end of that day (UTC), including what has left it since; null for what it holds now
// param:   limit         INTEGER NOT NULL       at most this many rows
// returns: rows  LIST<MAP>  one map for each row
// row:     statement              STRING     statement id
// row:     act                    STRING     what kind of speech act it is
// row:     belief                 STRING     what the speaker commits to (FactBank)
// row:     relayedBelief          STRING     what those are committed to whose word it passes on; null when none
// row:     explicit               BOOLEAN    false where the act lies in the characterisation; null: not known
// row:     restsOn                STRING     words, characterisation or unknown
// row:     hedged                 BOOLEAN    whether the words are hedged
// row:     extent                 STRING     whole or part of the claim; null when not recorded
// row:     extentWords            STRING     which part; null when not recorded
// row:     quantity               STRING     the quantity that this speaker gave, in words; null when none
// row:     speakers               LIST<MAP>  id, name, type and role of each speaker
// row:     named                  BOOLEAN    false when every speaker is an unnamed source
// row:     onBehalfOf             LIST<MAP>  id, name and type of those it is said for
// row:     voices                 LIST<MAP>  states, then institutions, whose voice it is: id, name, type, and as: itself, on behalf, organ or official
// row:     claim                  MAP        id, name (its text) and type of the claim
// row:     said                   STRING     day on which it was said (EDTF); null when not known
// row:     saidEarliest           DATE       first day that may mean; null when nothing bounds it
// row:     saidLatest             DATE       last day that may mean; null when nothing bounds it
// row:     saidBasis              STRING     how that day is known; null when not recorded
// row:     knownBy                DATE       day by which it had certainly been said; null when no date bounds it
// row:     channel                STRING     where or through whom it was said; null when not recorded
// row:     paraphrase             STRING     the content in our own words; null when not recorded
// row:     notes                  STRING     what no other field holds; null when none
// row:     respondsTo             LIST<STRING>  statements that it answers
// row:     answeredBy             LIST<STRING>  statements that answer it
// row:     relays                 LIST<MAP>  id, name and type of the statements or unnamed sources it passes on
// row:     reports                LIST<MAP>  the documents that report it: quotation, characterisation, publisher, date, address
// row:     recordedAt             STRING     when it entered this graph (ISO 8601, UTC)
// row:     withdrawnAt            STRING     when it left the record (ISO 8601, UTC); null while it stands
// row:     key                    STRING     sort key and cursor
//
// Who said what: of some statements those that meet any mixture of conditions, whole, newest first,
// undated ones last. The other files of this folder find statements in this order.
//
// Joint statements are one row with several speakers. A think tank sits in a state and is not
// its voice; an unnamed source said to be from a state is not its voice either. With `since` or
// `until`, undated statements are left out, because nothing says that they fall in the period.
//
// With `recordedAsOf`, which statements are here is as it was at the end of that day; their words,
// documents and voices are as they are now. What has left the record since is defined by no
// dossier any more, and is not here when one is named.
//
// Both times are text, since the driver takes longer to make a time of one than for all the rest of
// a row.
:param ids => ['iran-un-mission-2024-02-23'];
:param act => 'denies';
:param claim => null;
:param speaker => null;
:param voice => null;
:param about => 'ir';
:param weapon => null;
:param supplier => null;
:param recipient => null;
:param dossier => null;
:param since => null;
:param until => null;
:param named => null;
:param explicitOnly => false;
:param asOf => null;
:param recordedAsOf => null;
:param limit => 25;

CALL () {
  UNWIND $ids AS id
  MATCH (statement:Statement {id: id})
  WHERE (statement.withdrawnAt IS NULL OR date(statement.withdrawnAt) > $recordedAsOf)
    AND ($recordedAsOf IS NULL OR date(statement.recordedAt) <= $recordedAsOf)
    AND ($act IS NULL OR statement.act = $act)
    AND ($asOf IS NULL OR coalesce(statement.knownBy, date(statement.recordedAt)) <= $asOf)
    AND (NOT $explicitOnly OR statement.explicit)
    AND ($since IS NULL OR coalesce(statement.saidLatest, statement.knownBy) >= $since)
    AND ($until IS NULL OR coalesce(statement.saidEarliest, statement.saidLatest, statement.knownBy) <= $until)
    AND ($dossier IS NULL OR EXISTS { (statement)<-[:DEFINES]-(:Dossier {id: $dossier}) })
  MATCH (statement)-[:ABOUT]->(claim:Claim)
  WHERE ($claim IS NULL OR claim.id = $claim)
    AND ($speaker IS NULL OR EXISTS { (statement)-[:MADE_BY]->(:Actor {id: $speaker}) })
    AND ($voice IS NULL OR EXISTS { (statement)-[:VOICES|MADE_BY]->(:Actor {id: $voice}) })
    AND ($about IS NULL OR EXISTS { (claim)-[:SUPPLIER|RECIPIENT|PARTY]->(:Actor {id: $about}) })
    AND ($weapon IS NULL OR EXISTS { (claim)-[:ITEM]->(:WeaponSystem)-[:VARIANT_OF*0..5]->(:WeaponSystem {id: $weapon}) })
    AND ($supplier IS NULL OR EXISTS { (claim)-[:SUPPLIER]->(:Actor {id: $supplier}) })
    AND ($recipient IS NULL OR EXISTS { (claim)-[:RECIPIENT]->(:Actor {id: $recipient}) })
    AND ($named IS NULL
      OR ($named AND EXISTS { (statement)-[:MADE_BY]->(:State|Institution|Official|Outlet) })
      OR (NOT $named AND NOT EXISTS { (statement)-[:MADE_BY]->(:State|Institution|Official|Outlet) }))
  WITH statement, claim
  ORDER BY statement.key DESC
  LIMIT $limit
  RETURN {
    statement: statement.id,
    act: statement.act,
    belief: statement.belief,
    relayedBelief: statement.relayedBelief,
    explicit: statement.explicit,
    restsOn: CASE statement.explicit WHEN true THEN 'words' WHEN false THEN 'characterisation' ELSE 'unknown' END,
    hedged: statement.hedged,
    extent: statement.extent,
    extentWords: statement.extentWords,
    quantity: statement.quantityText,
    speakers: COLLECT {
      MATCH (statement)-[made:MADE_BY]->(actor:Actor)
      RETURN {
        id: actor.id,
        name: coalesce(actor.name, actor.description),
        type: [label IN labels(actor) WHERE NOT label IN ['Entity', 'Actor']][0],
        role: made.role
      }
      ORDER BY actor.id
    },
    named: NOT all(label IN COLLECT { MATCH (statement)-[:MADE_BY]->(maker:Actor) RETURN labels(maker) } WHERE 'UnnamedSource' IN label),
    onBehalfOf: COLLECT {
      MATCH (statement)-[:ON_BEHALF_OF]->(principal:Actor)
      RETURN {
        id: principal.id,
        name: coalesce(principal.name, principal.description),
        type: [label IN labels(principal) WHERE NOT label IN ['Entity', 'Actor']][0]
      }
      ORDER BY principal.id
    },
    voices: COLLECT {
      MATCH (statement)-[voice:VOICES]->(voiced:State|Institution)
      RETURN {
        id: voiced.id,
        name: voiced.name,
        type: [label IN labels(voiced) WHERE NOT label IN ['Entity', 'Actor']][0],
        as: voice.as
      }
      ORDER BY voiced:State DESC, voiced.id
    },
    claim: {id: claim.id, name: claim.text, type: 'Claim'},
    said: statement.said,
    saidEarliest: statement.saidEarliest,
    saidLatest: statement.saidLatest,
    saidBasis: statement.saidBasis,
    knownBy: statement.knownBy,
    channel: statement.channel,
    paraphrase: statement.paraphrase,
    notes: statement.notes,
    respondsTo: COLLECT {
      MATCH (statement)-[:RESPONDS_TO]->(answered:Statement)
      WHERE $recordedAsOf IS NULL OR date(answered.recordedAt) <= $recordedAsOf
      RETURN answered.id
      ORDER BY answered.id
    },
    answeredBy: COLLECT {
      MATCH (statement)<-[:RESPONDS_TO]-(answer:Statement)
      WHERE (answer.withdrawnAt IS NULL OR date(answer.withdrawnAt) > $recordedAsOf)
        AND ($recordedAsOf IS NULL OR date(answer.recordedAt) <= $recordedAsOf)
        AND ($asOf IS NULL OR coalesce(answer.knownBy, date(answer.recordedAt)) <= $asOf)
      RETURN answer.id
      ORDER BY answer.id
    },
    relays: COLLECT {
      MATCH (statement)-[:RELAYS]->(relayed:Statement|UnnamedSource)
      WHERE $recordedAsOf IS NULL OR date(relayed.recordedAt) <= $recordedAsOf
      RETURN {
        id: relayed.id,
        name: coalesce(relayed.description, relayed.paraphrase, relayed.id),
        type: [label IN labels(relayed) WHERE NOT label IN ['Entity', 'Actor']][0]
      }
      ORDER BY relayed.id
    },
    reports: COLLECT {
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
    },
    recordedAt: toString(statement.recordedAt),
    withdrawnAt: toString(statement.withdrawnAt),
    key: statement.key
  } AS row
  ORDER BY statement.key DESC
}
RETURN collect(row) AS rows;
