// name:    schema.actor_id
// mode:    schema
//
// Ids of Actor nodes are unique.
CREATE CONSTRAINT actor_id IF NOT EXISTS
FOR (node:Actor) REQUIRE node.id IS UNIQUE;
