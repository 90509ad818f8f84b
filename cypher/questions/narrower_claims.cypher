// name:    questions.narrower_claims
// mode:    read
// asks:    Which claims narrow the claim, and who confirmed which?
// param:   claim  STRING NOT NULL  id of the claim asked about
// param:   asOf   DATE             only what had certainly been said by that day; null for all
// values:  claim  ids of claims
// returns: claim        STRING        id of a narrower claim
// returns: text         STRING        what it claims
// returns: narrows      LIST<STRING>  claims on the way from it to the one asked about, that one last
// returns: stage        STRING        how far the matter had gone, as it words it; null when it does not
// returns: confirmedBy  LIST<STRING>  names of those who confirmed it
// returns: admittedBy   LIST<STRING>  names of those who admitted it
// returns: statements   LIST<STRING>  those confirmations and admissions
// returns: path         PATH          the way
//
// Every claim that says the same matter more closely, however many steps away, with who confirmed
// or admitted that one.
//
// Confirming a narrower claim does not confirm the claim asked about, and a narrower claim does
// not follow from it or imply it. A claim with two ways has two rows.
:param claim => 'iran-sent-ballistic-missiles-to-russia';
:param asOf => null;

MATCH path = (narrower:Claim)-[:NARROWS*1..8]->(:Claim {id: $claim})
WHERE narrower.withdrawnAt IS NULL
CALL (narrower) {
  OPTIONAL MATCH (narrower)<-[:ABOUT]-(statement:Statement)
  WHERE statement.act IN ['confirms', 'admits']
    AND statement.withdrawnAt IS NULL
    AND ($asOf IS NULL OR coalesce(statement.knownBy, date(statement.recordedAt)) <= $asOf)
  RETURN collect(statement) AS statements
}
RETURN
  narrower.id AS claim,
  narrower.text AS text,
  [each IN tail(nodes(path)) | each.id] AS narrows,
  narrower.stage AS stage,
  COLLECT {
    UNWIND statements AS each
    MATCH (each {act: 'confirms'})-[:MADE_BY]->(speaker:Actor)
    RETURN DISTINCT coalesce(speaker.name, speaker.description) AS name
    ORDER BY name
  } AS confirmedBy,
  COLLECT {
    UNWIND statements AS each
    MATCH (each {act: 'admits'})-[:MADE_BY]->(speaker:Actor)
    RETURN DISTINCT coalesce(speaker.name, speaker.description) AS name
    ORDER BY name
  } AS admittedBy,
  COLLECT { UNWIND statements AS each RETURN each.id ORDER BY each.key } AS statements,
  path
ORDER BY size(narrows), claim, narrows;
