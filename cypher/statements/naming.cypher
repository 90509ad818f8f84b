// name:    statements.naming
// mode:    read
// param:   slots   LIST<STRING> NOT NULL  supplier, recipient, party, item
// param:   named   LIST<STRING> NOT NULL  ids of actors or of weapon systems
// param:   acts    LIST<STRING> NOT NULL  kinds of speech acts
// param:   before  STRING NOT NULL        only keys before this one
// param:   limit   INTEGER NOT NULL       at most this many
// returns: rows  LIST<MAP>  one map for each row
// row:     key  STRING  sort key: the day by which it had certainly been said, and the statement's id
//
// Statements on claims that name any of some actors or weapon systems in any of some slots,
// newest first, undated ones last: the first of each slot, name and act are merged.
:param slots => ['supplier', 'recipient', 'party'];
:param named => ['ir'];
:param acts => ['denies'];
:param before => '~';
:param limit => 25;

CALL () {
  UNWIND $slots AS slot
  UNWIND $named AS of
  UNWIND $acts AS act
  CALL (slot, of, act) {
    MATCH ()-[copy:CONCERNS]->()
    WHERE copy.slot = slot AND copy.of = of AND copy.act = act AND copy.key < $before
    RETURN copy.key AS key
    ORDER BY copy.slot DESC, copy.of DESC, copy.act DESC, copy.key DESC
    LIMIT $limit
  }
  WITH DISTINCT key
  RETURN {key: key} AS row
  ORDER BY key DESC
  LIMIT $limit
}
RETURN collect(row) AS rows;
