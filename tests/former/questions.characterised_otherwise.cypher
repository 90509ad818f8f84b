// name:    questions.characterised_otherwise
// mode:    read
// asks:    Where do the characterisation and the words differ?
// param:   claim  STRING  on this claim only; null for every claim
// param:   asOf   DATE    only what had certainly been said by that day; null for all
// values:  claim  ids of claims
// returns: statement             STRING        statement id
// returns: speakers              LIST<STRING>  names of those who made it
// returns: act                   STRING        what kind of speech act it is recorded as
// returns: explicit              BOOLEAN       false where the act lies in the characterisation; null: not known
// returns: document              STRING        document id
// returns: publisher             STRING        name of who published it; null when not known
// returns: characterisedAs       STRING        what this document calls it
// returns: characterisedInWords  STRING        in the document's own words; null when not recorded
// returns: quote                 STRING        the speaker's words as this document prints them; null when not recorded
// returns: difference            STRING        called otherwise: another act than the recorded one; implied: this act, and the words do not say so
// returns: said                  STRING        day on which it was said (EDTF); null when not known
// returns: key                   STRING        sort key
//
// A row for each document that calls a statement something that its words are not, oldest statement
// first, undated ones last.
//
// Two documents may call one sentence an evasion and a denial. Neither is chosen: the recorded act
// is a reading of the words, and `explicit` says whether they carry it. Statements for which that is
// not known are listed only where a document calls them something else.
:param claim => null;
:param asOf => null;

MATCH (claim:Claim)<-[:ABOUT]-(statement:Statement)-[report:REPORTED_IN]->(document:Document)
WHERE ($claim IS NULL OR claim.id = $claim)
  AND report.characterisedAs IS NOT NULL
  AND (report.characterisedAs <> statement.act OR statement.explicit = false)
  AND statement.withdrawnAt IS NULL
  AND ($asOf IS NULL OR coalesce(statement.knownBy, date(statement.recordedAt)) <= $asOf)
OPTIONAL MATCH (document)-[:PUBLISHED_BY]->(publisher:Actor)
RETURN
  statement.id AS statement,
  COLLECT {
    MATCH (statement)-[:MADE_BY]->(actor:Actor)
    RETURN coalesce(actor.name, actor.description)
    ORDER BY actor.id
  } AS speakers,
  statement.act AS act,
  statement.explicit AS explicit,
  document.id AS document,
  publisher.name AS publisher,
  report.characterisedAs AS characterisedAs,
  report.characterisedInWords AS characterisedInWords,
  report.quote AS quote,
  CASE WHEN report.characterisedAs <> statement.act THEN 'called otherwise' ELSE 'implied' END AS difference,
  statement.said AS said,
  statement.key AS key
ORDER BY key STARTS WITH '0000', key, document;
