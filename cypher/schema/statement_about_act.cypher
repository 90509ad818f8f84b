// name:    schema.statement_about_act
// mode:    schema
//
// Statements of one act on a claim, newest first.
CREATE INDEX statement_about_act IF NOT EXISTS
FOR (statement:Statement) ON (statement.about, statement.act, statement.key);
