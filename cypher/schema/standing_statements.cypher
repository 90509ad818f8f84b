// name:    schema.standing_statements
// mode:    schema
//
// How claims stand, by the number of statements on them.
CREATE INDEX standing_statements IF NOT EXISTS
FOR (standing:Standing) ON (standing.standing, standing.statements);
