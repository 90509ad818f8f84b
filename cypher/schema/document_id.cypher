// name:    schema.document_id
// mode:    schema
//
// Ids of Document nodes are unique.
CREATE CONSTRAINT document_id IF NOT EXISTS
FOR (node:Document) REQUIRE node.id IS UNIQUE;
