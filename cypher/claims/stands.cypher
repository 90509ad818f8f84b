// name:    claims.stands
// mode:    read
// param:   claims  LIST<STRING> NOT NULL  ids of the claims asked about
// returns: claim               STRING     claim id
// returns: statements          INTEGER    statements on it
// returns: standing            STRING     unopposed, disputed, admitted, denied, unconfirmed or no position
// returns: supporting          INTEGER    speakers whose latest commitment supports it
// returns: opposing            INTEGER    speakers whose latest commitment opposes it
// returns: uncommitted         INTEGER    speakers who spoke of it and committed to neither
// returns: namedSources        INTEGER    named speakers, reporting outlets left out, whose latest commitment supports it
// returns: unnamedSources      INTEGER    descriptions of unnamed sources that it rests on; not a number of people
// returns: origins             INTEGER    independent origins, counted as in questions.origins
// returns: uncheckedDocuments  INTEGER    documents on it whose derivation nobody has checked
// returns: accused             LIST<MAP>  id, name and acts of each supplier and recipient that it names
//
// How claims stand as of all that is known, read from what was derived; claims.standing says
// how a claim stood on a day, and has the rule.
//
// A claim that nobody has spoken of may have no standing here yet.
:param claims => ['iran-sent-400-ballistic-missiles-to-russia'];

UNWIND $claims AS id
MATCH (claim:Claim {id: id})-[:STANDS]->(standing)
RETURN
  claim.id AS claim,
  standing.statements AS statements,
  standing.standing AS standing,
  standing.supporting AS supporting,
  standing.opposing AS opposing,
  standing.uncommitted AS uncommitted,
  standing.namedSources AS namedSources,
  standing.unnamedSources AS unnamedSources,
  standing.origins AS origins,
  standing.uncheckedDocuments AS uncheckedDocuments,
  COLLECT {
    UNWIND standing.accused AS words
    WITH split(words, ' ') AS words
    MATCH (accused:Actor {id: words[0]})
    RETURN {id: accused.id, name: accused.name, acts: words[1..]}
    ORDER BY accused.id
  } AS accused
ORDER BY claim;
