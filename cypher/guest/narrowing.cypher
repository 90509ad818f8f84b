// name:    guest.narrowing
// mode:    read
// returns: way  PATH  two claims
//
// Claims that narrow others: an example of what a stranger may have drawn.

MATCH way = (claim:Claim)-[:NARROWS]->(wider:Claim)
RETURN way
ORDER BY claim.id, wider.id;
