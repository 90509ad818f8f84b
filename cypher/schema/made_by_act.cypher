// name:    schema.made_by_act
// mode:    schema
//
// Statements that an actor made, of one act, newest first.
CREATE INDEX made_by_act IF NOT EXISTS
FOR ()-[each:MADE_BY]-() ON (each.of, each.act, each.key);
