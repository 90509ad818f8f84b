// name:    documents.detail
// mode:    read
// param:   document  STRING NOT NULL  id of the document
// returns: id                STRING     document id
// returns: kind              STRING     what sort of document; null when not recorded
// returns: title             STRING     headline; null when not recorded
// returns: url               STRING     address; null when it has none or is not known
// returns: publisher         MAP        id, name and type of who published it; null when not known
// returns: published         STRING     day of publication (EDTF); null when the page shows none
// returns: language          STRING     language (BCP 47); null when not recorded
// returns: read              BOOLEAN    false for an original known only through documents that draw on it
// returns: derivation        STRING     checked or unchecked: whether somebody has looked where its matter is from
// returns: drawsOn           LIST<MAP>  id, name and type of the documents that it has its matter from
// returns: drawnOnBy         LIST<MAP>  id, name and type of the documents that have their matter from it
// returns: withdrawn         STRING     day on which its publisher took it back (EDTF); null when it stands
// returns: withdrawnBecause  STRING     the reason that the publisher gave; null when none is recorded
// returns: notes             STRING     what no other field holds; null when none
//
// One document: who published it, and the documents on either side of it.
:param document => 'reuters-2024-02-21';

MATCH (document:Document {id: $document})
OPTIONAL MATCH (document)-[:PUBLISHED_BY]->(publisher:Actor)
RETURN
  document.id AS id,
  document.kind AS kind,
  document.title AS title,
  document.url AS url,
  CASE WHEN publisher IS NULL THEN null ELSE {
    id: publisher.id,
    name: publisher.name,
    type: [label IN labels(publisher) WHERE NOT label IN ['Entity', 'Actor']][0]
  } END AS publisher,
  document.published AS published,
  document.language AS language,
  document.read AS read,
  document.derivation AS derivation,
  COLLECT {
    MATCH (document)-[:DRAWS_ON]->(other:Document)
    RETURN DISTINCT {id: other.id, name: coalesce(other.title, other.id), type: 'Document'} AS each
    ORDER BY each.id
  } AS drawsOn,
  COLLECT {
    MATCH (document)<-[:DRAWS_ON]-(other:Document)
    RETURN DISTINCT {id: other.id, name: coalesce(other.title, other.id), type: 'Document'} AS each
    ORDER BY each.id
  } AS drawnOnBy,
  document.withdrawn AS withdrawn,
  document.withdrawnBecause AS withdrawnBecause,
  document.notes AS notes
ORDER BY id;
