// name:    schema.claim_recipient
// mode:    schema
//
// Claims that name somebody or something as their recipient, in the order of their ids.
CREATE INDEX claim_recipient IF NOT EXISTS
FOR ()-[each:RECIPIENT]-() ON (each.of, each.claim);
