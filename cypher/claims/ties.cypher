// name:    claims.ties
// mode:    read
// param:   claims  LIST<STRING> NOT NULL  ids of claims
// returns: claim  STRING  id of the claim that narrows, contradicts or presupposes
// returns: kind   STRING  NARROWS, CONTRADICTS or PRESUPPOSES
// returns: other  STRING  id of the claim that is narrowed, contradicted or presupposed
//
// How some claims are tied to each other. A tie between two claims says nothing of whether either
// is so.
:param claims => ['iran-sent-ballistic-missiles-to-russia', 'iran-sent-400-ballistic-missiles-to-russia'];

MATCH (claim:Claim)-[tie:NARROWS|CONTRADICTS|PRESUPPOSES]->(other:Claim)
WHERE claim.id IN $claims
  AND other.id IN $claims
RETURN DISTINCT
  claim.id AS claim,
  type(tie) AS kind,
  other.id AS other
ORDER BY claim, kind, other;
