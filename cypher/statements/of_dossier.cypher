// name:    statements.of_dossier
// mode:    read
// param:   dossier STRING NOT NULL        id of a dossier
// param:   act     STRING                 kind of speech act; null for every act
// param:   before  STRING NOT NULL        only keys before this one
// param:   limit   INTEGER NOT NULL       at most this many
// returns: rows  LIST<MAP>  one map for each row
// row:     key  STRING  sort key: the day by which it had certainly been said, and the statement's id
//
// Statements that a dossier defines, newest first, undated ones last. All of the dossier is read:
// of a large one, read statements in their order and leave out those of others.
:param dossier => 'arms-for-russia-drones';
:param act => null;
:param before => '~';
:param limit => 25;

CALL () {
  MATCH (:Dossier {id: $dossier})-[:DEFINES]->(statement:Statement)
  WHERE statement.key < $before AND ($act IS NULL OR statement.act = $act)
  RETURN {key: statement.key} AS row
  ORDER BY statement.key DESC
  LIMIT $limit
}
RETURN collect(row) AS rows;
