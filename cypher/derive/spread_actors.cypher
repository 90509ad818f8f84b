// name:    derive.spread_actors
// mode:    write
// param:   ids    LIST<STRING> NOT NULL  what changed
// param:   limit  INTEGER NOT NULL       at most this many statements
// returns: marked  INTEGER  statements that were marked; fewer than the limit when none is left
//
// Mark the statements of actors that changed: those that they made, passed on or are voices of.
:param ids => ['iran-un-mission'];
:param limit => 20000;

UNWIND $ids AS id
MATCH (actor:Entity {id: id})
WHERE actor:Actor
MATCH (actor)<-[:MADE_BY|ON_BEHALF_OF|RELAYS|VOICES]-(statement:Statement)
WHERE NOT statement:Stale
WITH DISTINCT statement
LIMIT $limit
SET statement:Stale
RETURN count(statement) AS marked
ORDER BY marked;
