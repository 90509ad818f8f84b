// name:    schema.statement_key
// mode:    schema
//
// Statements by the day they were certainly known, newest first: the order of every list and the cursor of every page.
CREATE INDEX statement_key IF NOT EXISTS
FOR (statement:Statement) ON (statement.key);
