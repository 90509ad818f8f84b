// name:    derive.unweighed
// mode:    write
// returns: marked  INTEGER  claims that were marked
//
// Mark the claims that have no standing yet. Nothing is read when every claim has one.

WITH COUNT { (:Claim) } AS claims, COUNT { ()-[:STANDS]->() } AS weighed
WHERE claims <> weighed
MATCH (claim:Claim)
WHERE NOT EXISTS { (claim)-[:STANDS]->() }
SET claim:Stale
RETURN count(claim) AS marked
ORDER BY marked;
