// name:    derive.page_of_claims
// mode:    read
// param:   after  STRING NOT NULL   id of the last one of the page before; empty at first
// param:   limit  INTEGER NOT NULL  at most this many
// returns: id  STRING  claim id
//
// Ids of claims in their order, a page at a time.
:param after => '';
:param limit => 100;

MATCH (claim:Claim)
WHERE claim.id > $after
RETURN claim.id AS id
ORDER BY id
LIMIT $limit;
