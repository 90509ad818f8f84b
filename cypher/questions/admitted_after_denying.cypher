// name:    questions.admitted_after_denying
// mode:    read
// asks:    Who admitted what they had denied?
// param:   actor  STRING  this actor only, or any voice of it; null for every actor
// param:   asOf   DATE    only what had certainly been said by that day; null for all
// values:  actor  ids of actors
// returns: actor       STRING  id of the person, institution or state
// returns: name        STRING  its name
// returns: denial      STRING  the earlier statement
// returns: denied      STRING  the claim denied
// returns: deniedOn    STRING  day of the denial (EDTF)
// returns: admission   STRING  the later statement
// returns: admitted    STRING  the claim admitted
// returns: admittedOn  STRING  day of the admission (EDTF)
// returns: relation    STRING  how the claim admitted relates to the claim denied: the same, narrows it, is narrowed by it, or contradicts it
// returns: on          STRING  slot in which contradicting claims differ; null when they do not, or when nobody has said
// returns: extent      STRING  whole or part of the claim admitted; null when not recorded
// returns: key         STRING  sort key
//
// Each pair of a denial and a later admission of the same actor, on the same claim or on one that
// is directly related to it, oldest admission first.
//
// Admitting one claim is not admitting another: `relation` says how far apart the two are. One
// that contradicts the denied claim on its period admits a delivery and still denies that one. A
// pair counts for a person, an institution and a state each for itself, and only where the days
// say for certain that the denial came first.
:param actor => 'ir';
:param asOf => null;

CALL () {
  MATCH (:Actor {id: $actor})<-[:VOICES|MADE_BY]-(statement:Statement {act: 'admits'})
  RETURN statement
  UNION
  WITH 1 AS once
  WHERE $actor IS NULL
  MATCH (statement:Statement {act: 'admits'})
  RETURN statement
}
WITH statement
WHERE statement.withdrawnAt IS NULL
  AND ($asOf IS NULL OR coalesce(statement.knownBy, date(statement.recordedAt)) <= $asOf)
MATCH (statement)-[:VOICES|MADE_BY]->(actor:Actor)
WHERE ($actor IS NULL OR actor.id = $actor)
  AND NOT actor:UnnamedSource
MATCH (statement)-[:ABOUT]->(admitted:Claim)
WITH admitted, actor, collect(DISTINCT statement) AS admissions
WITH admitted, collect({actor: actor, admissions: admissions}) AS speakers
CALL (admitted) {
  RETURN admitted AS denied, 'the same' AS relation, null AS on
  UNION
  MATCH (admitted)-[:NARROWS]->(denied:Claim)
  RETURN denied, 'narrows it' AS relation, null AS on
  UNION
  MATCH (admitted)<-[:NARROWS]-(denied:Claim)
  RETURN denied, 'is narrowed by it' AS relation, null AS on
  UNION
  MATCH (admitted)-[conflict:CONTRADICTS]-(denied:Claim)
  RETURN denied, 'contradicts it' AS relation, conflict.on AS on
}
CALL (speakers, denied) {
  MATCH (denied)<-[:ABOUT]-(denial:Statement)
  WHERE denial.act = 'denies'
    AND denial.belief ENDS WITH '_false'
    AND denial.withdrawnAt IS NULL
  MATCH (denial)-[:VOICES|MADE_BY]->(actor:Actor)
  WITH speakers, actor, collect(DISTINCT denial) AS denials
  UNWIND speakers AS one
  WITH actor, denials, one
  WHERE one.actor = actor
  UNWIND one.admissions AS statement
  UNWIND denials AS denial
  WITH actor, statement, denial
  WHERE denial.knownBy < statement.saidEarliest
  RETURN actor, statement, denial
}
WITH actor, statement, admitted, denial, denied, relation, on
ORDER BY statement.key, actor.id, denial.id, relation
RETURN
  actor.id AS actor,
  actor.name AS name,
  denial.id AS denial,
  denied.id AS denied,
  denial.said AS deniedOn,
  statement.id AS admission,
  admitted.id AS admitted,
  statement.said AS admittedOn,
  relation,
  on,
  statement.extent AS extent,
  statement.key AS key
ORDER BY key, actor, denial, relation;
