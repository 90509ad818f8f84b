// name:    statements.of_voice
// mode:    read
// param:   voice   STRING NOT NULL        id of an actor
// param:   before  STRING NOT NULL        only keys before this one
// param:   limit   INTEGER NOT NULL       at most this many
// returns: rows  LIST<MAP>  one map for each row
// row:     key  STRING  sort key: the day by which it had certainly been said, and the statement's id
//
// Statements that an actor made or is a voice of, newest first, undated ones last: the first of
// either are merged.
:param voice => 'ir';
:param before => '~';
:param limit => 25;

CALL () {
  CALL () {
    MATCH ()-[voice:VOICES]->()
    WHERE voice.of = $voice AND voice.key < $before
    RETURN voice.key AS key
    ORDER BY voice.of DESC, voice.key DESC
    LIMIT $limit
    UNION
    MATCH ()-[made:MADE_BY]->()
    WHERE made.of = $voice AND made.key < $before
    RETURN made.key AS key
    ORDER BY made.of DESC, made.key DESC
    LIMIT $limit
  }
  RETURN {key: key} AS row
  ORDER BY key DESC
  LIMIT $limit
}
RETURN collect(row) AS rows;
