// name:    derive.clear
// mode:    write
// param:   ids  LIST<STRING> NOT NULL  statements
//
// Take away the derived relationships of some statements, and mark the claims that they were
// about when these were made.
:param ids => ['iran-un-mission-2024-02-23'];

MATCH (statement:Statement)
WHERE statement.id IN $ids AND statement.about IS NOT NULL
CALL (statement) {
  MATCH (statement)-[derived:VOICES|CONCERNS]->()
  DELETE derived
}
WITH statement.about AS about, collect(statement.id) AS statements
MATCH (claim:Claim {id: about})
SET claim:Stale
WITH claim, statements
MATCH (claim)<-[act:ALLEGED|REPORTED|ASSERTED|FOUND|CONFIRMED|DEEMED_CREDIBLE|ADMITTED|PREDICTED|WARNED|DENIED|SAID_NOT_YET|DISPUTED|DOUBTED|WALKED_BACK|DECLINED_TO_CONFIRM|EVADED|DECLINED_TO_COMMENT|DID_NOT_RESPOND|CONDEMNED|THREATENED_CONSEQUENCES|DEMANDED]-()
WHERE act.statement IN statements
DELETE act;
