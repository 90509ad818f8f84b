// name:    terms.keys
// mode:    read
// returns: name  STRING  a property key
//
// Keys of properties that the graph knows, with those that nothing has any more.
CALL db.propertyKeys()
YIELD propertyKey
RETURN propertyKey AS name
ORDER BY name;
