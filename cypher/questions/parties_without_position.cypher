// name:    questions.parties_without_position
// mode:    read
// asks:    Which parties named in the claim have no recorded position on it?
// param:   claim  STRING NOT NULL  id of the claim asked about
// param:   asOf   DATE             only what had certainly been said by that day; null for all
// values:  claim  ids of claims
// returns: actor       STRING        id of a supplier, recipient or other party that the claim names
// returns: name        STRING        its name
// returns: namedAs     LIST<STRING>  supplier, recipient, party
// returns: acts        LIST<STRING>  what it or its voices did say or decline, which commits to neither; empty when nothing is recorded
// returns: statements  LIST<STRING>  those statements
//
// Each party that the claim names and for which no voice has said that it happened or that it did
// not, in any degree, or has walked that back since.
//
// Not having a position here says what the record holds and nothing else: it is no denial and no
// admission. Declining to comment, not responding and evading are told under `acts`; an empty
// list means that no document was found in which it was asked.
:param claim => 'iran-sent-ballistic-missiles-to-russia';
:param asOf => null;

MATCH (claim:Claim {id: $claim})-[:SUPPLIER|RECIPIENT|PARTY]->(actor:Actor)
WITH claim, collect(DISTINCT actor) AS parties
// the statements on the claim are fewer than those of a party
CALL (claim, parties) {
  MATCH (claim)<-[:ABOUT]-(statement:Statement)
  WHERE statement.withdrawnAt IS NULL
    AND ($asOf IS NULL OR coalesce(statement.knownBy, date(statement.recordedAt)) <= $asOf)
  MATCH (statement)-[:VOICES|MADE_BY]->(speaker:Actor)
  WHERE speaker IN parties
  RETURN speaker, collect(DISTINCT statement) AS spoken
  UNION ALL
  UNWIND parties AS each
  RETURN each AS speaker, [] AS spoken
}
WITH claim, speaker AS actor, collect(spoken) AS parts
WITH claim, actor,
  COLLECT { UNWIND parts AS part UNWIND part AS each RETURN each } AS said
WHERE none(each IN said WHERE (each.belief ENDS WITH '_true' OR each.belief ENDS WITH '_false')
  AND NOT EXISTS {
    MATCH (each)<-[:RESPONDS_TO]-(back:Statement {act: 'walks_back'})
    WHERE back IN said
  })
RETURN
  actor.id AS actor,
  coalesce(actor.name, actor.description) AS name,
  COLLECT {
    MATCH (claim)-[named:SUPPLIER|RECIPIENT|PARTY]->(actor)
    RETURN DISTINCT toLower(type(named)) AS slot
    ORDER BY slot
  } AS namedAs,
  COLLECT { UNWIND said AS each RETURN DISTINCT each.act AS act ORDER BY act } AS acts,
  COLLECT { UNWIND said AS each RETURN each.id ORDER BY each.key } AS statements
ORDER BY actor;
