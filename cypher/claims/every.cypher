// name:    claims.every
// mode:    read
// param:   after  STRING NOT NULL        only ids after this one
// param:   limit  INTEGER NOT NULL       at most this many
// returns: rows  LIST<MAP>  one map for each row
// row:     id  STRING  claim id
//
// Claims in the order of their ids.
:param after => '';
:param limit => 25;

CALL () {
  MATCH (claim:Claim)
  WHERE claim.id > $after
  RETURN {id: claim.id} AS row
  ORDER BY claim.id
  LIMIT $limit
}
RETURN collect(row) AS rows;
