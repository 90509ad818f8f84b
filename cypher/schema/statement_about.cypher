// name:    schema.statement_about
// mode:    schema
//
// Statements on a claim, newest first.
CREATE INDEX statement_about IF NOT EXISTS
FOR (statement:Statement) ON (statement.about, statement.key);
