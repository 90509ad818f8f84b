// name:    questions.presupposed
// mode:    read
// asks:    What does the claim presuppose?
// param:   claim  STRING NOT NULL  id of the claim asked about
// values:  claim  ids of claims
// returns: claim       STRING   id of a claim that it takes for granted
// returns: text        STRING   what that claims
// returns: steps       INTEGER  how many steps away: 1 is taken for granted by the claim itself
// returns: statements  INTEGER  statements on it, of whatever kind
// returns: path        PATH     the way
//
// Claims that must hold for this one to make sense, directly or through another, nearest first.
//
// Denying a claim may leave what it presupposes standing: "they came without launchers" denies
// nothing of the delivery. Somebody who asserts it has not thereby asserted, in this record, what
// it presupposes.
:param claim => 'fath-360-arrived-without-launchers';

MATCH path = (:Claim {id: $claim})-[:PRESUPPOSES*1..8]->(claim:Claim)
WHERE claim.withdrawnAt IS NULL
WITH claim, path
ORDER BY length(path), [each IN nodes(path) | each.id]
WITH claim, collect(path)[0] AS path
RETURN
  claim.id AS claim,
  claim.text AS text,
  length(path) AS steps,
  COUNT { MATCH (claim)<-[:ABOUT]-(statement:Statement) WHERE statement.withdrawnAt IS NULL } AS statements,
  path
ORDER BY steps, claim;
