// name:    claims.every
// mode:    read
// param:   after  STRING NOT NULL        only ids after this one
// param:   limit  INTEGER NOT NULL       at most this many
// returns: id  STRING  claim id
//
// Claims in the order of their ids.
:param after => '';
:param limit => 25;

MATCH (claim:Claim)
WHERE claim.id > $after
RETURN claim.id AS id
ORDER BY id
LIMIT $limit;
