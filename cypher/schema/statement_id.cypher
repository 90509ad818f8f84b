// name:    schema.statement_id
// mode:    schema
//
// Ids of Statement nodes are unique.
CREATE CONSTRAINT statement_id IF NOT EXISTS
FOR (node:Statement) REQUIRE node.id IS UNIQUE;
