// name:    schema.await
// mode:    schema
//
// Wait until every index can be used, at most 120 seconds.
CALL db.awaitIndexes(120);
