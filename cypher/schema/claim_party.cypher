// name:    schema.claim_party
// mode:    schema
//
// Claims that name somebody or something as their party, in the order of their ids.
CREATE INDEX claim_party IF NOT EXISTS
FOR ()-[each:PARTY]-() ON (each.of, each.claim);
