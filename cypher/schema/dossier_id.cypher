// name:    schema.dossier_id
// mode:    schema
//
// Ids of Dossier nodes are unique.
CREATE CONSTRAINT dossier_id IF NOT EXISTS
FOR (node:Dossier) REQUIRE node.id IS UNIQUE;
