// name:    tests.wipe
// mode:    write
// returns: gone  INTEGER  nodes that were deleted; none when none was left
//
// Delete nodes and their relationships, some thousands at a time: all of a large graph in one
// transaction is more than a small server holds. Constraints and indexes stay.
MATCH (node)
WITH node
LIMIT 5000
DETACH DELETE node
RETURN count(node) AS gone
ORDER BY gone;
