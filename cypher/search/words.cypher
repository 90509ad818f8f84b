// name:    search.words
// mode:    read
// param:   words  STRING NOT NULL   a full-text query in Lucene's syntax
// param:   type   STRING            only this label; null for all
// param:   limit  INTEGER NOT NULL  at most this many rows
// param:   among  INTEGER NOT NULL  among so many of the best matches, of whatever label
// returns: rows  LIST<MAP>  one map for each row
// row:     id     STRING  its id
// row:     type   STRING  its label
// row:     text   STRING  name, claim text, paraphrase or title
// row:     score  FLOAT   how well the words match; says nothing of the matter
//
// Actors, weapons, claims, statements and documents by their words, best match first.
//
// What has left the record is not found. Few rows of one label do not say that there are no others:
// better matches of other labels may have filled `among`.
:param words => 'zolfaghar*';
:param type => null;
:param limit => 25;
:param among => 500;

CALL () {
  CALL db.index.fulltext.queryNodes('words', $words, {limit: $among}) YIELD node, score
  WHERE node.withdrawnAt IS NULL
    AND ($type IS NULL OR $type IN labels(node))
  RETURN {
    id: node.id,
    type: [label IN labels(node) WHERE NOT label IN ['Entity', 'Actor']][0],
    text: coalesce(node.text, node.name, node.description, node.paraphrase, node.title, node.id),
    score: score
  } AS row
  ORDER BY score DESC, node.id
  LIMIT $limit
}
RETURN collect(row) AS rows;
