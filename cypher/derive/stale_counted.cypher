// name:    derive.stale_counted
// mode:    read
// returns: statements  INTEGER  statements that are out of date
// returns: others      INTEGER  everything else that is
//
// How much is to be derived anew.

MATCH (node:Stale)
RETURN
  count(CASE WHEN node:Statement THEN 1 END) AS statements,
  count(CASE WHEN NOT node:Statement THEN 1 END) AS others
ORDER BY statements;
