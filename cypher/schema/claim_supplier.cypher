// name:    schema.claim_supplier
// mode:    schema
//
// Claims that name somebody or something as their supplier, in the order of their ids.
CREATE INDEX claim_supplier IF NOT EXISTS
FOR ()-[each:SUPPLIER]-() ON (each.of, each.claim);
