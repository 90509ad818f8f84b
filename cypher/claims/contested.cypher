// name:    claims.contested
// mode:    read
// param:   limit  INTEGER NOT NULL  at most this many rows
// returns: rows  LIST<MAP>  one map for each row
// row:     id          STRING   claim id
// row:     text        STRING   the proposition
// row:     kind        STRING   what sort of claim
// row:     stage       STRING   how far the matter had gone, as the claim words it; null when it does not say
// row:     statements  INTEGER  statements on it
// row:     key         STRING   the id
//
// Claims that some support and some oppose, those with most statements first, as of all that is
// known; read from what was derived.
//
// How much is said of a claim says nothing of whether it is so.
:param limit => 10;

CALL () {
  MATCH (standing:Standing)<-[:STANDS]-(claim:Claim)
  WHERE standing.standing = 'disputed' AND standing.statements > 0 AND claim.withdrawnAt IS NULL
  WITH claim, standing
  ORDER BY standing.standing DESC, standing.statements DESC, claim.id
  LIMIT $limit
  RETURN {
    id: claim.id,
    text: claim.text,
    kind: claim.kind,
    stage: claim.stage,
    statements: standing.statements,
    key: claim.id
  } AS row
  ORDER BY standing.statements DESC, claim.id
}
RETURN collect(row) AS rows;
