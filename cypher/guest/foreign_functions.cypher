// name:    guest.foreign_functions
// mode:    read
// returns: name  STRING  name of a function
//
// Functions that somebody added to the server. A stranger may call none of them, even where one is
// called like a built-in function.

SHOW FUNCTIONS
YIELD name, isBuiltIn
WHERE NOT isBuiltIn
RETURN toLower(name) AS name
ORDER BY name;
