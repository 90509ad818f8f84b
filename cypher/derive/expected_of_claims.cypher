// name:    derive.expected_of_claims
// mode:    read
// param:   ids    LIST<STRING> NOT NULL  claims
// param:   types  MAP NOT NULL           derived type of each act, as in {denies: 'DENIED'}
// returns: source  STRING  id at its start
// returns: type    STRING  its type; for what nodes and stated relationships carry, a word for that
// returns: target  STRING  id at its end
// returns: detail  STRING  what it carries
//
// The acts on some claims, and what their slots carry, as a rebuild would make them.
:param ids => ['iran-sent-400-ballistic-missiles-to-russia'];
:param types => {denies: 'DENIED'};

MATCH (claim:Claim)
WHERE claim.id IN $ids
CALL (claim) {
  MATCH (actor:Actor)<-[:MADE_BY]-(statement:Statement)-[:ABOUT]->(claim)
  WHERE statement.withdrawnAt IS NULL
  RETURN DISTINCT
    actor.id AS source,
    $types[statement.act] AS type,
    claim.id AS target,
    statement.id + ' ' + coalesce(statement.said, '')
      + CASE statement.explicit WHEN true THEN ' explicit' WHEN false THEN ' implied' ELSE '' END AS detail
  UNION ALL
  MATCH (claim)-[slot:SUPPLIER|RECIPIENT|PARTY|ITEM]->(named:Entity)
  RETURN claim.id AS source, type(slot) AS type, named.id AS target, named.id + ' ' + claim.id AS detail
  UNION ALL
  RETURN
    claim.id AS source,
    'STANDS' AS type,
    claim.id AS target,
    toString(COUNT { MATCH (claim)<-[:ABOUT]-(statement:Statement) WHERE statement.withdrawnAt IS NULL }) AS detail
}
RETURN source, type, target, detail
ORDER BY source, type, target, detail;
