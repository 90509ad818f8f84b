// name:    schema.concerns_act
// mode:    schema
//
// Statements of one act on claims that name somebody in one of their slots, newest first.
CREATE INDEX concerns_act IF NOT EXISTS
FOR ()-[each:CONCERNS]-() ON (each.slot, each.of, each.act, each.key);
