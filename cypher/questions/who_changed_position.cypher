// name:    questions.who_changed_position
// mode:    read
// asks:    Who changed position, from what, to what, on which day, on the same claim or a narrower one?
// param:   claim         STRING   changes that begin or end on this claim; null for every claim
// param:   actor         STRING   changes of this actor; of a state or institution, between any of its voices; null for every actor
// param:   asOf          DATE     only what had certainly been said by that day; null for all
// param:   recordedAsOf  DATE     only what this graph held at the end of that day (UTC), including what has left it since; null for what it holds now
// param:   among         INTEGER  when an actor is named and no claim, only between the newest so many statements; null for all
// param:   newest        INTEGER  only the newest so many changes; null for all
// values:  claim  ids of claims
// values:  actor  ids of actors
// returns: actor          MAP     id, name and type of who changed
// returns: kind           STRING  same claim or narrower claim
// returns: fromStatement  STRING  the earlier statement
// returns: fromClaim      STRING  its claim
// returns: fromAct        STRING  its act
// returns: fromBelief     STRING  its belief
// returns: fromSaid       STRING  its day (EDTF)
// returns: toStatement    STRING  the later statement
// returns: toClaim        STRING  its claim
// returns: toAct          STRING  its act
// returns: toBelief       STRING  its belief
// returns: toSaid         STRING  its day (EDTF)
// returns: by             MAP     id, name and type of who said the later one
// returns: key            STRING  sort key
//
// Each step from one statement to the next of the same actor, on the same claim or on a claim
// that narrows it, in which the side differs: for it, against it, committed to neither. Oldest
// first. On a narrower claim only a commitment is a step.
//
// A person, an institution and a state are actors each for themselves: when one voice of a state
// confirms what another could not confirm, the state changed and neither person did. Confirming
// a narrower claim is not confirming the wider one: `kind` tells the two apart. No comment, no
// response, threats and demands are no position and begin or end no change. A step counts only
// where the days say for certain which came first; undated statements are left out. Of several
// earlier ones that the days leave in no order each begins a step, and none is chosen.
:param claim => 'iran-sent-ballistic-missiles-to-russia';
:param actor => 'us';
:param asOf => null;
:param recordedAsOf => null;
:param among => null;
:param newest => null;

CALL () {
  // asked of all, claim by claim
  WITH 1 AS once
  WHERE $claim IS NULL AND $actor IS NULL
  MATCH (each:Claim)
  RETURN each.id AS about
  UNION ALL
  WITH 1 AS once
  WHERE $claim IS NOT NULL OR $actor IS NOT NULL
  RETURN $claim AS about
}
CALL (about) {
  CALL (about) {
    // what may begin or end a change: of the claim and those beside it, or of the actor
    WITH about
    WHERE about IS NOT NULL
    MATCH (:Claim {id: about})-[:NARROWS*0..1]-(claim:Claim)
    WITH DISTINCT claim
    MATCH (claim)<-[:ABOUT]-(statement:Statement)-[:VOICES|MADE_BY]->(actor:Actor)
    WHERE $actor IS NULL OR actor.id = $actor
    RETURN actor, claim, statement
    UNION
    WITH about
    WHERE about IS NULL
    MATCH (actor:Actor {id: $actor})<-[:VOICES|MADE_BY]-(statement:Statement)
    WHERE $among IS NULL
      OR ((statement.withdrawnAt IS NULL OR date(statement.withdrawnAt) > $recordedAsOf)
        AND ($recordedAsOf IS NULL OR date(statement.recordedAt) <= $recordedAsOf)
        AND ($asOf IS NULL OR coalesce(statement.knownBy, date(statement.recordedAt)) <= $asOf))
    WITH DISTINCT actor, statement
    ORDER BY statement.key DESC
    LIMIT coalesce($among, 1000000000)
    MATCH (statement)-[:ABOUT]->(claim:Claim)
    RETURN actor, claim, statement
  }
  WITH actor, claim, statement
  WHERE NOT actor:UnnamedSource
    AND NOT statement.act IN ['no_response', 'declines_to_comment', 'threatens_consequences', 'demands']
    AND statement.said IS NOT NULL
    AND (statement.withdrawnAt IS NULL OR date(statement.withdrawnAt) > $recordedAsOf)
    AND ($recordedAsOf IS NULL OR date(statement.recordedAt) <= $recordedAsOf)
  WITH actor, claim, collect({
    statement: statement,
    side: CASE
      WHEN statement.belief ENDS WITH '_true' THEN 'for'
      WHEN statement.belief ENDS WITH '_false' THEN 'against'
      ELSE 'neither'
    END,
    first: statement.saidEarliest,
    day: statement.knownBy
  }) AS said
  // each claim is the earlier and the later one of a step, and stands beside those that it narrows and that narrow it
  CALL (claim) {
    RETURN claim AS before, claim AS after
    UNION
    MATCH (claim)-[:NARROWS]->(before:Claim)
    RETURN before, claim AS after
    UNION
    MATCH (after:Claim)-[:NARROWS]->(claim)
    RETURN claim AS before, after
  }
  WITH actor, before, after, claim, said
  WHERE about IS NULL OR after.id = about OR (before.id = about AND $claim IS NOT NULL)
  WITH actor, before, after, collect({claim: claim, said: said}) AS both
  CALL (before, after, both) {
    // the days: on each first who may end a step (they know nothing of that day), then what may begin one or come between
    UNWIND both AS one
    UNWIND one.said AS saying
    WITH before, after, one, saying
    WHERE one.claim = before OR saying.side <> 'neither'
    UNWIND [
      {day: saying.first, ends: true, fits: one.claim = after},
      {day: saying.day, ends: false, fits: true}
    ] AS mark
    WITH mark, saying, one.claim = before AS begins
    WHERE mark.day IS NOT NULL AND mark.fits
    WITH mark.day AS day, mark.ends AS ends, collect({saying: saying, begins: begins}) AS sayings, max(saying.first) AS last
    ORDER BY day, ends DESC
    WITH collect({day: day, ends: ends, sayings: sayings, last: last}) AS marks
    // nothing reaches across a day on which something was certainly said, but what was said after its document
    CALL (marks) {
      UNWIND range(0, size(marks) - 1) AS at
      WITH marks, at
      WHERE NOT marks[at].ends AND marks[at].last >= marks[at].day
      RETURN collect(at) AS certain
    }
    CALL (marks) {
      UNWIND marks AS mark
      WITH mark
      WHERE NOT mark.ends AND mark.last > mark.day
      RETURN collect({day: mark.day, last: mark.last}) AS late
    }
    WITH marks, [0] + certain + [size(marks)] AS bounds, late
    UNWIND range(0, size(bounds) - 2) AS at
    WITH marks[bounds[at]..bounds[at + 1]] AS stretch, late
    UNWIND stretch AS end
    WITH stretch, late, end
    WHERE end.ends
    CALL (stretch, late, end) {
      // the last day on which something came between: on the earlier claim anything, on the later a commitment
      UNWIND late + [each IN stretch WHERE NOT each.ends] AS mark
      WITH mark
      WHERE mark.day < end.day
      RETURN max(mark.last) AS last
    }
    UNWIND stretch AS begin
    WITH begin, end, last
    WHERE NOT begin.ends
      AND begin.day < end.day
      AND (last IS NULL OR begin.day >= last)
    UNWIND begin.sayings AS earlier
    UNWIND end.sayings AS later
    WITH earlier, later
    WHERE earlier.begins AND earlier.saying.side <> later.saying.side
    RETURN earlier.saying.statement AS earlier, later.saying.statement AS statement
  }
  RETURN actor, before, earlier, after, statement
}
// counted, for an aggregate lets go of the lists that each row carries: to sort them takes a hundredfold memory
WITH actor, before, earlier, after, statement, count(*) AS once
WITH actor, before, earlier, after AS claim, statement,
  CASE WHEN before = after THEN 'same claim' ELSE 'narrower claim' END AS kind
WHERE $asOf IS NULL OR coalesce(statement.knownBy, date(statement.recordedAt)) <= $asOf
WITH actor, before, earlier, claim, statement, kind
ORDER BY statement.key DESC, actor.id DESC, kind DESC, earlier.id DESC
LIMIT coalesce($newest, 1000000000)
WITH actor, before, earlier, claim, statement, kind
ORDER BY statement.key, actor.id, kind, earlier.id
CALL (statement) {
  MATCH (statement)-[:MADE_BY]->(maker:Actor)
  RETURN maker
  ORDER BY maker.id
  LIMIT 1
}
RETURN
  {id: actor.id, name: coalesce(actor.name, actor.description), type: [label IN labels(actor) WHERE NOT label IN ['Entity', 'Actor']][0]} AS actor,
  kind,
  earlier.id AS fromStatement,
  before.id AS fromClaim,
  earlier.act AS fromAct,
  earlier.belief AS fromBelief,
  earlier.said AS fromSaid,
  statement.id AS toStatement,
  claim.id AS toClaim,
  statement.act AS toAct,
  statement.belief AS toBelief,
  statement.said AS toSaid,
  {id: maker.id, name: coalesce(maker.name, maker.description), type: [label IN labels(maker) WHERE NOT label IN ['Entity', 'Actor']][0]} AS by,
  statement.key AS key
ORDER BY key, actor.id, kind, fromStatement;
