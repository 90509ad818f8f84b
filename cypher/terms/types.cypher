// name:    terms.types
// mode:    read
// returns: name  STRING  a relationship type
//
// Types of relationships that the graph knows, with those that no relationship has any more.
CALL db.relationshipTypes()
YIELD relationshipType
RETURN relationshipType AS name
ORDER BY name;
