// name:    actors.shared_claims
// mode:    read
// param:   actor  STRING NOT NULL  id of the one actor; its voices count
// param:   other  STRING NOT NULL  id of the other actor; its voices count
// returns: claim         STRING        id of a claim that names both, or on which both spoke, or one of each
// returns: actorNamedAs  LIST<STRING>  slots in which the claim names the one: supplier, recipient, party
// returns: otherNamedAs  LIST<STRING>  slots in which the claim names the other
//
// Claims that both actors have to do with: questions.connection without what was said.
:param actor => 'kp';
:param other => 'us';

MATCH (one:Actor {id: $actor})
MATCH (another:Actor {id: $other})
UNWIND [one, another] AS actor
CALL (actor) {
  MATCH (actor)<-[:SUPPLIER|RECIPIENT|PARTY]-(claim:Claim)
  RETURN claim
  UNION
  MATCH (actor)<-[:VOICES|MADE_BY]-(statement:Statement)
  WHERE statement.withdrawnAt IS NULL
  MATCH (statement)-[:ABOUT]->(claim:Claim)
  RETURN claim
}
WITH one, another, claim, count(actor) AS both
WHERE both = 2
  AND claim.withdrawnAt IS NULL
RETURN
  claim.id AS claim,
  COLLECT { MATCH (claim)-[slot:SUPPLIER|RECIPIENT|PARTY]->(one) RETURN DISTINCT toLower(type(slot)) AS name ORDER BY name } AS actorNamedAs,
  COLLECT { MATCH (claim)-[slot:SUPPLIER|RECIPIENT|PARTY]->(another) RETURN DISTINCT toLower(type(slot)) AS name ORDER BY name } AS otherNamedAs
ORDER BY claim;
