// name:    actors.detail
// mode:    read
// param:   actor  STRING NOT NULL  id of the actor asked about
// returns: id          STRING     actor id
// returns: name        STRING     its name; of an unnamed source its description
// returns: type        STRING     State, Institution, Official, Outlet or UnnamedSource
// returns: kind        STRING     what sort of institution or outlet; null for the others
// returns: aliases     LIST<STRING>  other names
// returns: partOf      LIST<MAP>  id, name and type of those whose organ it is
// returns: basedIn     LIST<MAP>  states where it sits without being their voice
// returns: roles       LIST<MAP>  posts of an official: title, institution, speaksFor, start, end, seenOn
// returns: statements  INTEGER    statements that it made itself
// returns: voiced      INTEGER    statements made by it or by its voices
// returns: notes       STRING     what no other field holds; null when none
//
// One actor: what it is, whose organ it is, which posts it held, how often it spoke.
//
// `voiced` counts a joint statement once. Where it sits (`basedIn`) says nothing of whom it
// speaks for.
:param actor => 'ir';

MATCH (actor:Actor {id: $actor})
RETURN
  actor.id AS id,
  coalesce(actor.name, actor.description) AS name,
  [label IN labels(actor) WHERE NOT label IN ['Entity', 'Actor']][0] AS type,
  actor.kind AS kind,
  coalesce(actor.aliases, []) AS aliases,
  COLLECT {
    MATCH (actor)-[:PART_OF]->(whole:Actor)
    RETURN {id: whole.id, name: coalesce(whole.name, whole.description), type: [label IN labels(whole) WHERE NOT label IN ['Entity', 'Actor']][0]}
    ORDER BY whole.id
  } AS partOf,
  COLLECT {
    MATCH (actor)-[:BASED_IN]->(seat:State)
    RETURN {id: seat.id, name: coalesce(seat.name, seat.description), type: [label IN labels(seat) WHERE NOT label IN ['Entity', 'Actor']][0]}
    ORDER BY seat.id
  } AS basedIn,
  COLLECT {
    MATCH (actor)-[role:SPEAKS_FOR|HAS_ROLE_AT]->(institution:Institution)
    RETURN {
      title: role.title,
      institution: {id: institution.id, name: coalesce(institution.name, institution.description), type: [label IN labels(institution) WHERE NOT label IN ['Entity', 'Actor']][0]},
      speaksFor: type(role) = 'SPEAKS_FOR',
      start: role.start,
      end: role.end,
      seenOn: role.seenOn
    }
    ORDER BY institution.id, role.seenOn, role.title
  } AS roles,
  COUNT { MATCH (actor)<-[:MADE_BY]-(own:Statement) WHERE own.withdrawnAt IS NULL } AS statements,
  COUNT { MATCH (actor)<-[:VOICES|MADE_BY]-(said:Statement) WHERE said.withdrawnAt IS NULL RETURN DISTINCT said } AS voiced,
  actor.notes AS notes
ORDER BY id;
