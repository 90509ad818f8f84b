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

MATCH path = (claim:Claim)-[conflict:CONTRADICTS]->(other:Claim)
WHERE ($claim IS NULL OR $claim IN [claim.id, other.id])
  AND claim.withdrawnAt IS NULL
  AND other.withdrawnAt IS NULL
RETURN
  claim.id AS claim,
  claim.text AS text,
  other.id AS contradicts,
  other.text AS contradictsText,
  conflict.on AS on,
  path
ORDER BY claim, contradicts, on;
