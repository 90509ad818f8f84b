// name:    derive.stale_claims
// mode:    read
// returns: id  STRING  claim id
//
// Every claim whose standing, or what its slots are copied to, may be out of date.

MATCH (claim:Stale&Claim)
RETURN claim.id AS id
ORDER BY id;
