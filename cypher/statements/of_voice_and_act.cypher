// name:    statements.of_voice_and_act
// mode:    read
// param:   voice   STRING NOT NULL        id of an actor
// param:   act     STRING NOT NULL        kind of speech act
// param:   before  STRING NOT NULL        only keys before this one
// param:   limit   INTEGER NOT NULL       at most this many
// returns: rows  LIST<MAP>  one map for each row
// row:     key  STRING  sort key: the day by which it had certainly been said, and the statement's id
//
// Statements of one act that an actor made or is a voice of, newest first, undated ones last: the
// first of either are merged.
:param voice => 'ir';
:param act => 'denies';
:param before => '~';
:param limit => 25;

CALL () {
  CALL () {
    MATCH ()-[voice:VOICES]->()
    WHERE voice.of = $voice AND voice.act = $act AND voice.key < $before
    RETURN voice.key AS key
    ORDER BY voice.of DESC, voice.act DESC, voice.key DESC
    LIMIT $limit
    UNION
    MATCH ()-[made:MADE_BY]->()
    WHERE made.of = $voice AND made.act = $act AND made.key < $before
    RETURN made.key AS key
    ORDER BY made.of DESC, made.act DESC, made.key DESC
    LIMIT $limit
  }
  RETURN {key: key} AS row
  ORDER BY key DESC
  LIMIT $limit
}
RETURN collect(row) AS rows;
