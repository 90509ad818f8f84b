// name:    questions.who_changed_position
// mode:    read
// asks:    Who changed position, from what, to what, on which day, on the same claim or a narrower one?
// param:   claim  STRING  changes that begin or end on this claim; null for every claim
// param:   actor  STRING  changes of this actor; of a state or institution, between any of its voices; null for every actor
// param:   asOf   DATE    only what had certainly been said by that day; null for all
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

MATCH (actor:Actor)<-[:VOICES|MADE_BY]-(statement:Statement)-[:ABOUT]->(claim:Claim)
WHERE ($actor IS NULL OR actor.id = $actor)
  AND NOT actor:UnnamedSource
  AND NOT statement.act IN ['no_response', 'declines_to_comment', 'threatens_consequences', 'demands']
  AND statement.saidEarliest IS NOT NULL
  AND statement.withdrawnAt IS NULL
  AND ($asOf IS NULL OR coalesce(statement.knownBy, date(statement.recordedAt)) <= $asOf)
WITH DISTINCT actor, statement, claim,
  CASE
    WHEN statement.belief ENDS WITH '_true' THEN 'for'
    WHEN statement.belief ENDS WITH '_false' THEN 'against'
    ELSE 'neither'
  END AS side
CALL (actor, statement, claim) {
  MATCH (actor)<-[:VOICES|MADE_BY]-(earlier:Statement)-[:ABOUT]->(before:Claim)
  WHERE (before = claim OR EXISTS { (claim)-[:NARROWS]->(before) })
    AND NOT earlier.act IN ['no_response', 'declines_to_comment', 'threatens_consequences', 'demands']
    AND earlier.said IS NOT NULL
    AND earlier.withdrawnAt IS NULL
    AND earlier.knownBy < statement.saidEarliest
  WITH DISTINCT before, earlier, before = claim AS same,
    CASE
      WHEN earlier.belief ENDS WITH '_true' THEN 'for'
      WHEN earlier.belief ENDS WITH '_false' THEN 'against'
      ELSE 'neither'
    END AS sideBefore
  WITH collect({claim: before, statement: earlier, same: same, side: sideBefore, day: earlier.saidEarliest}) AS steps
  UNWIND steps AS step
  WITH step,
    // the last day on which something came between: on the earlier claim anything, on the later a commitment
    COLLECT {
      UNWIND steps AS each
      WITH each
      WHERE each.claim = step.claim OR (each.same AND each.side <> 'neither')
      RETURN max(each.day)
    }[0] AS last
  WHERE last IS NULL OR step.statement.knownBy >= last
  RETURN step.claim AS before, step.statement AS earlier, step.side AS sideBefore,
    CASE WHEN step.same THEN 'same claim' ELSE 'narrower claim' END AS kind
}
WITH actor, statement, claim, side, before, earlier, kind, sideBefore
WHERE side <> sideBefore
  AND (kind = 'same claim' OR side <> 'neither')
  AND ($claim IS NULL OR claim.id = $claim OR before.id = $claim)
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
