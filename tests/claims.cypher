// name:    tests.claims
// mode:    read
// param:   about      STRING            claims that name this actor in any slot; null for all
// param:   supplier   STRING            claims that name this supplier; null for all
// param:   recipient  STRING            claims that name this recipient; null for all
// param:   weapon     STRING            claims about this weapon or a variant of it; null for all
// param:   kind       STRING            claims of this kind; null for all
// param:   asOf       DATE              count only what had certainly been said by that day; null for all
// param:   after      STRING            cursor: the `key` of the last row of the page before; null for the first page
// param:   limit      INTEGER NOT NULL  at most this many rows
// returns: id          STRING   claim id
// returns: text        STRING   the proposition
// returns: kind        STRING   what sort of claim
// returns: stage       STRING   how far the matter had gone, as the claim words it; null when it does not say
// returns: statements  INTEGER  statements on it by that day
// returns: key         STRING   sort key and cursor: the id
//
// Claims by any mixture of conditions, in the order of their ids.
//
// A claim is a proposition that somebody put forward, not a finding.
:param about => 'ir';
:param supplier => null;
:param recipient => null;
:param weapon => null;
:param kind => null;
:param asOf => null;
:param after => null;
:param limit => 25;

MATCH (claim:Claim)
WHERE claim.id > coalesce($after, '')
  AND claim.withdrawnAt IS NULL
  AND ($kind IS NULL OR claim.kind = $kind)
  AND ($about IS NULL OR EXISTS { (claim)-[:SUPPLIER|RECIPIENT|PARTY]->(:Actor {id: $about}) })
  AND ($supplier IS NULL OR EXISTS { (claim)-[:SUPPLIER]->(:Actor {id: $supplier}) })
  AND ($recipient IS NULL OR EXISTS { (claim)-[:RECIPIENT]->(:Actor {id: $recipient}) })
  AND ($weapon IS NULL OR EXISTS { (claim)-[:ITEM]->(:WeaponSystem)-[:VARIANT_OF*0..5]->(:WeaponSystem {id: $weapon}) })
WITH claim
ORDER BY claim.id
LIMIT $limit
RETURN
  claim.id AS id,
  claim.text AS text,
  claim.kind AS kind,
  claim.stage AS stage,
  COUNT {
    MATCH (claim)<-[:ABOUT]-(statement:Statement)
    WHERE statement.withdrawnAt IS NULL
      AND ($asOf IS NULL OR coalesce(statement.knownBy, date(statement.recordedAt)) <= $asOf)
  } AS statements,
  claim.id AS key
ORDER BY key;
