// name:    derive.mark
// mode:    write
// param:   after  STRING NOT NULL   id of the last one marked before; empty at first
// param:   limit  INTEGER NOT NULL  at most this many
// returns: last  STRING  id of the last one marked; null when there is none left
//
// Mark statements and claims, in the order of their ids, as having something derived that is to
// be built anew.
:param after => '';
:param limit => 20000;

MATCH (node:Entity)
WHERE node.id > $after AND (node:Statement OR node:Claim)
WITH node
ORDER BY node.id
LIMIT $limit
SET node:Stale
RETURN max(node.id) AS last
ORDER BY last;
