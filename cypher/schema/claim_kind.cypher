// name:    schema.claim_kind
// mode:    schema
//
// Claims of one kind, in the order of their ids.
CREATE INDEX claim_kind IF NOT EXISTS
FOR (claim:Claim) ON (claim.kind, claim.id);
