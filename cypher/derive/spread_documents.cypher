// name:    derive.spread_documents
// mode:    write
// param:   ids  LIST<STRING> NOT NULL  what changed
//
// Mark the statements that a changed document reports, for it may date them, and the claims of
// those that go back to it through whatever draws on it, for it may be an origin of theirs.
:param ids => ['reuters-2024-02-21'];

UNWIND $ids AS id
MATCH (document:Document {id: id})
CALL (document) {
  MATCH (document)<-[:REPORTED_IN]-(statement:Statement)
  RETURN statement AS touched
  UNION
  MATCH (document)<-[:DRAWS_ON*0..20]-(:Document)<-[:REPORTED_IN]-(:Statement)-[:ABOUT]->(claim:Claim)
  RETURN claim AS touched
}
SET touched:Stale;
