// name:    questions.quantities
// mode:    read
// asks:    What quantities were stated, by whom?
// param:   claim  STRING  on this claim only; null for every claim
// param:   asOf   DATE    only what had certainly been said by that day; null for all
// values:  claim  ids of claims
// returns: statement    STRING        statement id
// returns: speakers     LIST<STRING>  names of those who made it
// returns: act          STRING        what kind of speech act it is
// returns: claim        STRING        its claim
// returns: words        STRING        the quantity in words
// returns: minimum      FLOAT         at least; null when no lower bound was stated
// returns: maximum      FLOAT         at most; null when no upper bound was stated
// returns: approximate  BOOLEAN       whether the bounds are rounded; null when not recorded
// returns: unit         STRING        of what; null when not recorded
// returns: said         STRING        day on which it was said (EDTF); null when not known
// returns: key          STRING        sort key
//
// Statements in which a speaker gave a number, oldest first, undated ones last.
//
// Each number is that speaker's: they are not added, averaged or reconciled. "Dozens" has no upper
// bound, and none is made up for it. A statement on a claim that names a quantity itself, by a
// speaker who gave none, has no row.
:param claim => null;
:param asOf => null;

CALL () {
  MATCH (claim:Claim {id: $claim})
  RETURN claim
  UNION ALL
  WITH 1 AS once
  WHERE $claim IS NULL
  MATCH (claim:Claim)
  RETURN claim
}
MATCH (claim)<-[:ABOUT]-(statement:Statement)
WHERE statement.quantityText IS NOT NULL
  AND statement.withdrawnAt IS NULL
  AND ($asOf IS NULL OR coalesce(statement.knownBy, date(statement.recordedAt)) <= $asOf)
WITH statement, claim, statement.knownBy IS NULL AS undated
ORDER BY undated, statement.key
RETURN
  statement.id AS statement,
  COLLECT {
    MATCH (statement)-[:MADE_BY]->(actor:Actor)
    RETURN coalesce(actor.name, actor.description)
    ORDER BY actor.id
  } AS speakers,
  statement.act AS act,
  claim.id AS claim,
  statement.quantityText AS words,
  statement.quantityMin AS minimum,
  statement.quantityMax AS maximum,
  statement.quantityApproximate AS approximate,
  statement.quantityUnit AS unit,
  statement.said AS said,
  statement.key AS key
ORDER BY undated, key;
