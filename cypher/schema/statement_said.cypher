// name:    schema.statement_said
// mode:    schema
//
// Statements by the last day on which they may have been said.
CREATE INDEX statement_said IF NOT EXISTS
FOR (statement:Statement) ON (statement.saidLatest);
