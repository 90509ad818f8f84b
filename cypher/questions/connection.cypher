// name:    questions.connection
// mode:    read
// asks:    How are two actors connected through shared claims?
// param:   actor  STRING NOT NULL  id of the one actor; its voices count
// param:   other  STRING NOT NULL  id of the other actor; its voices count
// param:   asOf   DATE             only what had certainly been said by that day; null for all
// values:  actor  ids of actors
// values:  other  ids of actors
// returns: claim         STRING        id of a claim that names both, or on which both spoke, or one of each
// returns: text          STRING        what is claimed
// returns: actorNamedAs  LIST<STRING>  slots in which the claim names the one: supplier, recipient, party
// returns: actorActs     LIST<STRING>  what the one or its voices did on it
// returns: otherNamedAs  LIST<STRING>  slots in which the claim names the other
// returns: otherActs     LIST<STRING>  what the other or its voices did on it
// returns: statements    LIST<STRING>  those statements, of both
// returns: paths         LIST<PATH>    the ways from both to the claim
//
// Claims that both actors have to do with, and how each does. On a day in the past, only claims
// that somebody had spoken of by then.
//
// Being named in a claim is being accused, or being told to have received something, by whoever
// makes it: it is no link between the two in the world. Speaking on the same claim joins them as
// little as two callers to one programme.
:param actor => 'kp';
:param other => 'us';
:param asOf => null;

MATCH (one:Actor {id: $actor})
MATCH (another:Actor {id: $other})
UNWIND [true, false] AS first
CALL (one, another, first) {
  // the claims of each: that name it, or on which it or a voice of it spoke
  WITH CASE WHEN first THEN one ELSE another END AS actor
  CALL (actor) {
    MATCH (actor)<-[:SUPPLIER|RECIPIENT|PARTY]-(claim:Claim)
    RETURN claim, null AS statement
    UNION
    MATCH (actor)<-[:VOICES|MADE_BY]-(statement:Statement)-[:ABOUT]->(claim:Claim)
    WHERE statement.withdrawnAt IS NULL
      AND ($asOf IS NULL OR coalesce(statement.knownBy, date(statement.recordedAt)) <= $asOf)
    RETURN claim, statement
  }
  RETURN claim, collect(statement) AS said
}
WITH one, another, claim, collect({first: first, said: said}) AS both
WHERE size(both) = 2
  AND claim.withdrawnAt IS NULL
  AND ($asOf IS NULL OR EXISTS {
    MATCH (claim)<-[:ABOUT]-(any:Statement)
    WHERE any.withdrawnAt IS NULL
      AND coalesce(any.knownBy, date(any.recordedAt)) <= $asOf
  })
WITH one, another, claim,
  CASE WHEN both[0].first THEN both[0].said ELSE both[1].said END AS oneSaid,
  CASE WHEN both[0].first THEN both[1].said ELSE both[0].said END AS anotherSaid
ORDER BY claim.id
WITH one, another, claim, oneSaid, anotherSaid,
  COLLECT { MATCH (claim)-[slot:SUPPLIER|RECIPIENT|PARTY]->(one) RETURN DISTINCT toLower(type(slot)) AS name ORDER BY name } AS oneNamed,
  COLLECT { MATCH (claim)-[slot:SUPPLIER|RECIPIENT|PARTY]->(another) RETURN DISTINCT toLower(type(slot)) AS name ORDER BY name } AS anotherNamed
RETURN
  claim.id AS claim,
  claim.text AS text,
  oneNamed AS actorNamedAs,
  COLLECT { UNWIND oneSaid AS each RETURN DISTINCT each.act AS act ORDER BY act } AS actorActs,
  anotherNamed AS otherNamedAs,
  COLLECT { UNWIND anotherSaid AS each RETURN DISTINCT each.act AS act ORDER BY act } AS otherActs,
  COLLECT {
    CALL (oneSaid, anotherSaid) {
      UNWIND oneSaid AS each
      RETURN each.id AS id
      UNION
      UNWIND anotherSaid AS each
      RETURN each.id AS id
    }
    RETURN id
    ORDER BY id
  } AS statements,
  COLLECT {
    MATCH path = (claim)-[:SUPPLIER|RECIPIENT|PARTY]->(actor:Actor)
    WHERE actor IN [one, another]
    RETURN path
    UNION
    UNWIND oneSaid AS each
    MATCH path = (one)<-[:VOICES|MADE_BY]-(each)-[:ABOUT]->(claim)
    RETURN path
    UNION
    UNWIND anotherSaid AS each
    MATCH path = (another)<-[:VOICES|MADE_BY]-(each)-[:ABOUT]->(claim)
    RETURN path
  } AS paths
ORDER BY claim;
