// name:    derive.spread_claims
// mode:    write
// param:   ids  LIST<STRING> NOT NULL  claims
//
// Mark the statements on some claims whose copies of the claim's slots differ from these, and
// take away acts on the claims that stand for no statement on them.
:param ids => ['iran-sent-400-ballistic-missiles-to-russia'];

UNWIND $ids AS id
MATCH (claim:Claim {id: id})
CALL (claim) {
  MATCH (claim)<-[act:ALLEGED|REPORTED|ASSERTED|FOUND|CONFIRMED|DEEMED_CREDIBLE|ADMITTED|PREDICTED|WARNED|DENIED|SAID_NOT_YET|DISPUTED|DOUBTED|WALKED_BACK|DECLINED_TO_CONFIRM|EVADED|DECLINED_TO_COMMENT|DID_NOT_RESPOND|CONDEMNED|THREATENED_CONSEQUENCES|DEMANDED]-()
  WHERE act.statement IS NULL
    OR NOT EXISTS { (:Statement {id: act.statement})-[:ABOUT]->(claim) }
  DELETE act
}
WITH claim, COLLECT {
  MATCH (claim)-[slot:SUPPLIER|RECIPIENT|PARTY|ITEM]->(named:Entity)
  RETURN DISTINCT toLower(type(slot)) + ' ' + named.id AS each
  ORDER BY each
} AS slots
MATCH (claim)<-[:ABOUT]-(statement:Statement)
WHERE NOT statement:Stale
  AND slots <> COLLECT {
    MATCH (statement)-[copy:CONCERNS]->()
    RETURN copy.slot + ' ' + copy.of AS each
    ORDER BY each
  }
SET statement:Stale;
