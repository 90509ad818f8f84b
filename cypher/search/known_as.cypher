// name:    search.known_as
// mode:    read
// param:   ids  LIST<STRING> NOT NULL  ids of actors and weapons
// returns: id       STRING        its id
// returns: aliases  LIST<STRING>  its other names, in the order in which they were stated
//
// Other names of actors and weapons. What has none is left out, and so is what is not there.
:param ids => ['ir', 'iran-un-mission', 'fath-360'];

MATCH (node:Entity)
WHERE node.id IN $ids
  AND (node:Actor OR node:WeaponSystem)
  AND size(node.aliases) > 0
RETURN
  node.id AS id,
  node.aliases AS aliases
ORDER BY id;
