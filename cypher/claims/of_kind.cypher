// name:    claims.of_kind
// mode:    read
// param:   kind   STRING NOT NULL        what sort of claims
// param:   after  STRING NOT NULL        only ids after this one
// param:   limit  INTEGER NOT NULL       at most this many
// returns: rows  LIST<MAP>  one map for each row
// row:     id  STRING  claim id
//
// Claims of one kind in the order of their ids.
:param kind => 'arms_transfer';
:param after => '';
:param limit => 25;

CALL () {
  MATCH (claim:Claim)
  WHERE claim.kind = $kind AND claim.id > $after
  RETURN {id: claim.id} AS row
  ORDER BY claim.kind, claim.id
  LIMIT $limit
}
RETURN collect(row) AS rows;
