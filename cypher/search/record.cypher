// name:    search.record
// mode:    read
// param:   id     STRING NOT NULL  the id asked about
// param:   words  STRING NOT NULL  a full-text query in Lucene's syntax that finds no less than the id
// param:   label  STRING NOT NULL  Actor, WeaponSystem, Claim, Statement or Document
// returns: type         STRING    label of what has the id; null when nothing of that sort has it
// returns: withdrawnAt  DATETIME  when it left the record (UTC); null while it stands
// returns: now          STRING    id of what had this id before; null when nothing had, and while something stands that has it
//
// What has an id, since when it no longer stands, and what it is called now: one row.
//
// What has left the record is there: its id is never given to anything else. Of several that had
// the id before, one that stands comes first, then the one that left the record last.
:param id => 'iran-un-mission';
:param words => '"iran-un-mission"';
:param label => 'Actor';

OPTIONAL MATCH (node:Entity {id: $id})
WHERE $label IN labels(node)
OPTIONAL CALL (node) {
  WITH node
  WHERE node IS NULL OR node.withdrawnAt IS NOT NULL
  CALL db.index.fulltext.queryNodes('formerly', $words) YIELD node AS bearer
  WHERE $label IN labels(bearer)
    AND $id IN bearer.formerly
    AND bearer.id <> $id
  RETURN bearer.id AS now
  ORDER BY bearer.withdrawnAt DESC, now
  LIMIT 1
}
RETURN
  [label IN labels(node) WHERE NOT label IN ['Entity', 'Actor']][0] AS type,
  node.withdrawnAt AS withdrawnAt,
  now
ORDER BY type;
