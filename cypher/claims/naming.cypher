// name:    claims.naming
// mode:    read
// param:   slots  LIST<STRING> NOT NULL  supplier, recipient, party, item
// param:   named  LIST<STRING> NOT NULL  ids of actors or of weapon systems
// param:   after  STRING NOT NULL        only ids after this one
// param:   limit  INTEGER NOT NULL       at most this many
// returns: rows  LIST<MAP>  one map for each row
// row:     id  STRING  claim id
//
// Claims that name any of some actors or weapon systems in any of some slots, in the order of
// their ids: the first of each slot and name are merged.
:param slots => ['supplier', 'recipient', 'party'];
:param named => ['ir'];
:param after => '';
:param limit => 25;

CALL () {
  UNWIND $named AS of
  CALL (of) {
    MATCH ()-[slot:SUPPLIER]->()
    WHERE slot.of = CASE WHEN 'supplier' IN $slots THEN of END AND slot.claim > $after
    RETURN slot.claim AS id
    ORDER BY slot.of, slot.claim
    LIMIT $limit
    UNION
    MATCH ()-[slot:RECIPIENT]->()
    WHERE slot.of = CASE WHEN 'recipient' IN $slots THEN of END AND slot.claim > $after
    RETURN slot.claim AS id
    ORDER BY slot.of, slot.claim
    LIMIT $limit
    UNION
    MATCH ()-[slot:PARTY]->()
    WHERE slot.of = CASE WHEN 'party' IN $slots THEN of END AND slot.claim > $after
    RETURN slot.claim AS id
    ORDER BY slot.of, slot.claim
    LIMIT $limit
    UNION
    MATCH ()-[slot:ITEM]->()
    WHERE slot.of = CASE WHEN 'item' IN $slots THEN of END AND slot.claim > $after
    RETURN slot.claim AS id
    ORDER BY slot.of, slot.claim
    LIMIT $limit
  }
  WITH DISTINCT id
  RETURN {id: id} AS row
  ORDER BY id
  LIMIT $limit
}
RETURN collect(row) AS rows;
