// name:    counts.relationship_properties
// mode:    read
// returns: name      STRING   type of relationship
// returns: property  STRING   property
// returns: count     INTEGER  relationships of that type that carry it
//
// How many relationships of each type carry each property. Every one is read.

MATCH ()-[each]->()
UNWIND keys(each) AS property
RETURN type(each) AS name, property, count(*) AS count
ORDER BY name, property;
