// name:    schema.statement_withdrawn
// mode:    schema
//
// Statements that have left the record, by the moment they did.
CREATE INDEX statement_withdrawn IF NOT EXISTS
FOR (statement:Statement) ON (statement.withdrawnAt);
