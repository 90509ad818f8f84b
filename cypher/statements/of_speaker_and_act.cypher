// name:    statements.of_speaker_and_act
// mode:    read
// param:   speaker STRING NOT NULL        id of an actor
// param:   act     STRING NOT NULL        kind of speech act
// param:   before  STRING NOT NULL        only keys before this one
// param:   limit   INTEGER NOT NULL       at most this many
// returns: rows  LIST<MAP>  one map for each row
// row:     key  STRING  sort key: the day by which it had certainly been said, and the statement's id
//
// Statements of one act that an actor made itself, newest first, undated ones last.
:param speaker => 'iran-un-mission';
:param act => 'denies';
:param before => '~';
:param limit => 25;

CALL () {
  MATCH ()-[made:MADE_BY]->()
  WHERE made.of = $speaker AND made.act = $act AND made.key < $before
  RETURN {key: made.key} AS row
  ORDER BY made.of DESC, made.act DESC, made.key DESC
  LIMIT $limit
}
RETURN collect(row) AS rows;
