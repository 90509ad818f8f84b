// name:    schema.entity_id
// mode:    schema
//
// Ids of Entity nodes are unique.
CREATE CONSTRAINT entity_id IF NOT EXISTS
FOR (node:Entity) REQUIRE node.id IS UNIQUE;
