// name:    tests.wipe
// mode:    write
//
// Delete every node and relationship. Constraints and indexes stay.
MATCH (node)
DETACH DELETE node;
