// name:    questions.contradicting_claims
// mode:    read
// asks:    Which claims contradict each other, and on which slot?
// param:   claim  STRING  contradictions of this claim; null for all
// values:  claim  ids of claims
// returns: claim            STRING  claim id
// returns: text             STRING  what is claimed
// returns: contradicts      STRING  id of the claim that cannot be true together with it
// returns: contradictsText  STRING  what that claims
// returns: on               STRING  slot that differs: quantity, item, period, stage, party or polarity; null when nobody has said
// returns: path             PATH    the two claims
//
// Pairs of claims that cannot both be true, each pair once, as it was recorded.
//
// That two claims contradict says nothing on which of them is true: both may be false. Two that
// merely differ, in their quantity say, are no contradiction until somebody records one.
:param claim => null;

CALL () {
  MATCH path = (:Claim {id: $claim})-[conflict:CONTRADICTS]->(:Claim)
  RETURN path, conflict
  UNION
  MATCH path = (:Claim)-[conflict:CONTRADICTS]->(:Claim {id: $claim})
  RETURN path, conflict
  UNION
  WITH 1 AS once
  WHERE $claim IS NULL
  MATCH path = (:Claim)-[conflict:CONTRADICTS]->(:Claim)
  RETURN path, conflict
}
WITH path, conflict, startNode(conflict) AS claim, endNode(conflict) AS other
WHERE claim.withdrawnAt IS NULL
  AND other.withdrawnAt IS NULL
RETURN
  claim.id AS claim,
  claim.text AS text,
  other.id AS contradicts,
  other.text AS contradictsText,
  conflict.on AS on,
  path
ORDER BY claim, contradicts, on;
