// name:    schema.statement_act
// mode:    schema
//
// Statements by act and day: who denied, who alleged.
CREATE INDEX statement_act IF NOT EXISTS
FOR (statement:Statement) ON (statement.act, statement.key);
