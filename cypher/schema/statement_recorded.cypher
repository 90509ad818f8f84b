// name:    schema.statement_recorded
// mode:    schema
//
// Statements by the moment they entered the record.
CREATE INDEX statement_recorded IF NOT EXISTS
FOR (statement:Statement) ON (statement.recordedAt);
