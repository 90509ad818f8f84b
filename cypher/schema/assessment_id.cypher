// name:    schema.assessment_id
// mode:    schema
//
// Ids of Assessment nodes are unique.
CREATE CONSTRAINT assessment_id IF NOT EXISTS
FOR (node:Assessment) REQUIRE node.id IS UNIQUE;
