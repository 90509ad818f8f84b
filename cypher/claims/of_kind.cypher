// name:    claims.of_kind
// mode:    read
// param:   kind   STRING NOT NULL        what sort of claims
// param:   after  STRING NOT NULL        only ids after this one
// param:   limit  INTEGER NOT NULL       at most this many
// returns: id  STRING  claim id
//
// Claims of one kind in the order of their ids.
:param kind => 'arms_transfer';
:param after => '';
:param limit => 25;

MATCH (claim:Claim)
WHERE claim.kind = $kind AND claim.id > $after
RETURN claim.id AS id
ORDER BY claim.kind, claim.id
LIMIT $limit;
