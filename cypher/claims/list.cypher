// name:    claims.list
// mode:    read
// param:   ids           LIST<STRING> NOT NULL  claims to choose from
// param:   about         STRING                 claims that name this actor in any slot; null for all
// param:   supplier      STRING                 claims that name this supplier; null for all
// param:   recipient     STRING                 claims that name this recipient; null for all
// param:   weapon        STRING                 claims about this weapon or a variant of it; null for all
// param:   kind          STRING                 claims of this kind; null for all
// param:   asOf          DATE                   count only what had certainly been said by that day; null for all
// param:   recordedAsOf  DATE                   only what this graph held at the end of that day (UTC), including what has left it since; null for what it holds now
// param:   limit         INTEGER NOT NULL       at most this many rows
// returns: rows  LIST<MAP>  one map for each row
// row:     id          STRING   claim id
// row:     text        STRING   the proposition
// row:     kind        STRING   what sort of claim
// row:     stage       STRING   how far the matter had gone, as the claim words it; null when it does not say
// row:     statements  INTEGER  statements on it by that day
// row:     key         STRING   sort key and cursor: the id
//
// Of some claims those that meet any mixture of conditions, in the order of their ids. claims.every,
// claims.of_kind and claims.naming find claims in this order.
//
// With `asOf` and `recordedAsOf` null, the number of statements is read from what was derived.
//
// A claim is a proposition that somebody put forward, not a finding.
:param ids => ['iran-sent-400-ballistic-missiles-to-russia'];
:param about => 'ir';
:param supplier => null;
:param recipient => null;
:param weapon => null;
:param kind => null;
:param asOf => null;
:param recordedAsOf => null;
:param limit => 25;

CALL () {
  UNWIND $ids AS id
  MATCH (claim:Claim {id: id})
  WHERE (claim.withdrawnAt IS NULL OR date(claim.withdrawnAt) > $recordedAsOf)
    AND ($recordedAsOf IS NULL OR date(claim.recordedAt) <= $recordedAsOf)
    AND ($kind IS NULL OR claim.kind = $kind)
    AND ($about IS NULL OR EXISTS { (claim)-[:SUPPLIER|RECIPIENT|PARTY]->(:Actor {id: $about}) })
    AND ($supplier IS NULL OR EXISTS { (claim)-[:SUPPLIER]->(:Actor {id: $supplier}) })
    AND ($recipient IS NULL OR EXISTS { (claim)-[:RECIPIENT]->(:Actor {id: $recipient}) })
    AND ($weapon IS NULL OR EXISTS { (claim)-[:ITEM]->(:WeaponSystem)-[:VARIANT_OF*0..5]->(:WeaponSystem {id: $weapon}) })
  WITH claim
  ORDER BY claim.id
  LIMIT $limit
  RETURN {
    id: claim.id,
    text: claim.text,
    kind: claim.kind,
    stage: claim.stage,
    statements: CASE
      WHEN $asOf IS NULL AND $recordedAsOf IS NULL THEN coalesce([(claim)-[:STANDS]->(standing) | standing.statements][0], 0)
      ELSE COUNT {
        MATCH (claim)<-[:ABOUT]-(statement:Statement)
        WHERE (statement.withdrawnAt IS NULL OR date(statement.withdrawnAt) > $recordedAsOf)
          AND ($recordedAsOf IS NULL OR date(statement.recordedAt) <= $recordedAsOf)
          AND ($asOf IS NULL OR coalesce(statement.knownBy, date(statement.recordedAt)) <= $asOf)
      }
    END,
    key: claim.id
  } AS row
  ORDER BY claim.id
}
RETURN collect(row) AS rows;
