// name:    claims.stands
// mode:    read
// param:   claims  LIST<STRING> NOT NULL  ids of the claims asked about
// returns: rows  LIST<MAP>  one map for each row
// row:     claim               STRING     claim id
// row:     statements          INTEGER    statements on it
// row:     standing            STRING     unopposed, disputed, admitted, denied, unconfirmed or no position
// row:     supporting          INTEGER    speakers whose latest commitment supports it
// row:     opposing            INTEGER    speakers whose latest commitment opposes it
// row:     uncommitted         INTEGER    speakers who spoke of it and committed to neither
// row:     namedSources        INTEGER    named speakers, reporting outlets left out, whose latest commitment supports it
// row:     unnamedSources      INTEGER    descriptions of unnamed sources that it rests on; not a number of people
// row:     origins             INTEGER    independent origins, counted as in questions.origins
// row:     uncheckedDocuments  INTEGER    documents on it whose derivation nobody has checked
// row:     accused             LIST<MAP>  id, name and acts of each supplier and recipient that it names
//
// How claims stand as of all that is known, read from what was derived; claims.standing says
// how a claim stood on a day, and has the rule.
//
// A claim that nobody has spoken of may have no standing here yet.
:param claims => ['iran-sent-400-ballistic-missiles-to-russia'];

CALL () {
  UNWIND $claims AS id
  MATCH (claim:Claim {id: id})-[:STANDS]->(standing)
  RETURN {
    claim: claim.id,
    statements: standing.statements,
    standing: standing.standing,
    supporting: standing.supporting,
    opposing: standing.opposing,
    uncommitted: standing.uncommitted,
    namedSources: standing.namedSources,
    unnamedSources: standing.unnamedSources,
    origins: standing.origins,
    uncheckedDocuments: standing.uncheckedDocuments,
    accused: COLLECT {
      UNWIND standing.accused AS words
      WITH split(words, ' ') AS words
      MATCH (accused:Actor {id: words[0]})
      RETURN {id: accused.id, name: accused.name, acts: words[1..]}
      ORDER BY accused.id
    }
  } AS row
  ORDER BY claim.id
}
RETURN collect(row) AS rows;
