// name:    schema.weapon_id
// mode:    schema
//
// Ids of WeaponSystem nodes are unique.
CREATE CONSTRAINT weapon_id IF NOT EXISTS
FOR (node:WeaponSystem) REQUIRE node.id IS UNIQUE;
