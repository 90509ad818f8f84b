// name:    schema.made_by
// mode:    schema
//
// Statements that an actor made, newest first.
CREATE INDEX made_by IF NOT EXISTS
FOR ()-[each:MADE_BY]-() ON (each.of, each.key);
