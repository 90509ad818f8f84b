// name:    questions.how_far_it_went
// mode:    read
// asks:    Negotiated, agreed, shipped, delivered, used: who says how far it went?
// param:   supplier   STRING  on claims that name this supplier; null for all
// param:   recipient  STRING  on claims that name this recipient; null for all
// param:   weapon     STRING  on claims about this weapon or a variant of it; null for all
// param:   asOf       DATE    only what had certainly been said by that day; null for all
// values:  supplier   ids of actors
// values:  recipient  ids of actors
// values:  weapon     ids of weapons
// returns: stage      STRING        planned, negotiated, agreed, prepared, shipped, delivered, continuing or used, as the claim words it
// returns: claim      STRING        claim id
// returns: position   STRING        says it happened, says it did not, or commits to neither
// returns: statement  STRING        statement id
// returns: speakers   LIST<STRING>  names of those who made it
// returns: act        STRING        what kind of speech act it is
// returns: belief     STRING        what the speaker commits to (FactBank)
// returns: said       STRING        day on which it was said (EDTF); null when not known
// returns: key        STRING        sort key
//
// Statements on claims that name a stage, by stage from planned to used, oldest first, undated ones
// last.
//
// Stages are those of the claims: that something was delivered does not say that it was used, and
// nobody who speaks of one stage is counted on another. Claims without a stage are left out. An
// outlet that reports on the word of others commits to neither.
:param supplier => 'ir';
:param recipient => 'ru';
:param weapon => 'fath-360';
:param asOf => null;

WITH ['planned', 'negotiated', 'agreed', 'prepared', 'shipped', 'delivered', 'continuing', 'used'] AS stages
CALL () {
  MATCH (:WeaponSystem {id: $weapon})<-[:VARIANT_OF*0..5]-(:WeaponSystem)<-[:ITEM]-(claim:Claim)
  RETURN claim
  UNION
  WITH 1 AS once
  WHERE $weapon IS NULL
  MATCH (:Actor {id: $supplier})<-[:SUPPLIER]-(claim:Claim)
  RETURN claim
  UNION
  WITH 1 AS once
  WHERE $weapon IS NULL AND $supplier IS NULL
  MATCH (:Actor {id: $recipient})<-[:RECIPIENT]-(claim:Claim)
  RETURN claim
  UNION
  WITH 1 AS once
  WHERE $weapon IS NULL AND $supplier IS NULL AND $recipient IS NULL
  MATCH (claim:Claim)
  RETURN claim
}
WITH claim, [place IN range(0, size(stages) - 1) WHERE stages[place] = claim.stage][0] AS place
WHERE place IS NOT NULL
  AND ($supplier IS NULL OR EXISTS { (claim)-[:SUPPLIER]->(:Actor {id: $supplier}) })
  AND ($recipient IS NULL OR EXISTS { (claim)-[:RECIPIENT]->(:Actor {id: $recipient}) })
WITH claim, place
ORDER BY place, claim.id
MATCH (claim)<-[:ABOUT]-(statement:Statement)
WHERE statement.withdrawnAt IS NULL
  AND ($asOf IS NULL OR coalesce(statement.knownBy, date(statement.recordedAt)) <= $asOf)
WITH claim, place, statement, statement.knownBy IS NULL AS undated
ORDER BY place, claim.id, undated, statement.key
RETURN
  claim.stage AS stage,
  claim.id AS claim,
  CASE
    WHEN statement.belief ENDS WITH '_true' THEN 'says it happened'
    WHEN statement.belief ENDS WITH '_false' THEN 'says it did not'
    ELSE 'commits to neither'
  END AS position,
  statement.id AS statement,
  COLLECT {
    MATCH (statement)-[:MADE_BY]->(actor:Actor)
    RETURN coalesce(actor.name, actor.description)
    ORDER BY actor.id
  } AS speakers,
  statement.act AS act,
  statement.belief AS belief,
  statement.said AS said,
  statement.key AS key
ORDER BY place, claim, undated, key;
