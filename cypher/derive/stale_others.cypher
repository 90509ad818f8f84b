// name:    derive.stale_others
// mode:    read
// returns: id  STRING  id of an actor, a document, a weapon system or an assessment
//
// Everything else that changed since what hangs on it was derived.

MATCH (node:Stale)
WHERE NOT node:Statement AND NOT node:Claim
RETURN node.id AS id
ORDER BY id;
