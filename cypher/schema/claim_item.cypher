// name:    schema.claim_item
// mode:    schema
//
// Claims that name somebody or something as their item, in the order of their ids.
CREATE INDEX claim_item IF NOT EXISTS
FOR ()-[each:ITEM]-() ON (each.of, each.claim);
