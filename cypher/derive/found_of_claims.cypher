// name:    derive.found_of_claims
// mode:    read
// param:   ids  LIST<STRING> NOT NULL  claims
// returns: source  STRING  id at its start
// returns: type    STRING  its type; for what nodes and stated relationships carry, a word for that
// returns: target  STRING  id at its end
// returns: detail  STRING  what it carries
//
// The acts on some claims, and what their slots carry, as they stand.
:param ids => ['iran-sent-400-ballistic-missiles-to-russia'];

MATCH (claim:Claim)
WHERE claim.id IN $ids
CALL (claim) {
  MATCH (source:Entity)-[act:ALLEGED|REPORTED|ASSERTED|FOUND|CONFIRMED|DEEMED_CREDIBLE|ADMITTED|PREDICTED|WARNED|DENIED|SAID_NOT_YET|DISPUTED|DOUBTED|WALKED_BACK|DECLINED_TO_CONFIRM|EVADED|DECLINED_TO_COMMENT|DID_NOT_RESPOND|CONDEMNED|THREATENED_CONSEQUENCES|DEMANDED]->(claim)
  RETURN
    source.id AS source,
    type(act) AS type,
    claim.id AS target,
    coalesce(act.statement, '') + ' ' + coalesce(act.on, '')
      + CASE act.explicit WHEN true THEN ' explicit' WHEN false THEN ' implied' ELSE '' END AS detail
  UNION ALL
  MATCH (claim)-[slot:SUPPLIER|RECIPIENT|PARTY|ITEM]->(named:Entity)
  RETURN claim.id AS source, type(slot) AS type, named.id AS target, coalesce(slot.of + ' ' + slot.claim, '') AS detail
  UNION ALL
  MATCH (claim)-[:STANDS]->(standing)
  RETURN claim.id AS source, 'STANDS' AS type, standing.claim AS target, toString(standing.statements) AS detail
}
RETURN source, type, target, detail
ORDER BY source, type, target, detail;
