// name:    schema.claim_id
// mode:    schema
//
// Ids of Claim nodes are unique.
CREATE CONSTRAINT claim_id IF NOT EXISTS
FOR (node:Claim) REQUIRE node.id IS UNIQUE;
