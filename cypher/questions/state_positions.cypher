// name:    questions.state_positions
// mode:    read
// asks:    What is each state's position on the claim, rolled up from person to institution to state, and where do its own voices disagree?
// param:   claim  STRING NOT NULL  id of the claim asked about
// param:   asOf   DATE             only what had certainly been said by that day; null for all
// values:  claim  ids of claims
// returns: state        STRING   id of the state
// returns: name         STRING   its name
// returns: speaker      STRING   id of the voice that spoke
// returns: speakerName  STRING   its name
// returns: voice        STRING   how near it is: itself, on behalf, organ or official
// returns: position     STRING   says it happened, says it did not, or commits to neither
// returns: statement    STRING   the statement that this rests on: its latest on the claim
// returns: act          STRING   what kind of speech act it is
// returns: belief       STRING   what the speaker commits to (FactBank)
// returns: said         STRING   day on which it was said (EDTF); null when not known
// returns: disagree     BOOLEAN  whether some voice of this state says that it happened and another that it did not
// returns: key          STRING   sort key
//
// A row for each voice of each state: its latest commitment on the claim that it did not walk back,
// or, where there is none, its latest statement. Two latest ones on one day are two rows.
//
// Voices are organs, officials for the time of their office, and whoever spoke on its behalf. A
// think tank in a country and an unnamed source said to be from one are no voices of it. A state
// whose voices differ has no single position, and none is chosen for it.
:param claim => 'iran-supplied-attack-drones-to-russia';
:param asOf => null;

MATCH (claim:Claim {id: $claim})<-[:ABOUT]-(statement:Statement)-[voice:VOICES]->(state:State)
WHERE statement.withdrawnAt IS NULL
  AND ($asOf IS NULL OR coalesce(statement.knownBy, date(statement.recordedAt)) <= $asOf)
MATCH (statement)-[:MADE_BY]->(speaker:Actor)
WITH state, speaker, statement, voice.as AS near,
  coalesce(toString(statement.knownBy), '') AS day,
  (statement.belief ENDS WITH '_true' OR statement.belief ENDS WITH '_false')
    AND NOT EXISTS {
      MATCH (statement)<-[:RESPONDS_TO]-(back:Statement {act: 'walks_back'})-[:MADE_BY]->(speaker)
      WHERE back.withdrawnAt IS NULL
        AND ($asOf IS NULL OR coalesce(back.knownBy, date(back.recordedAt)) <= $asOf)
    } AS committed
WITH state, speaker,
  collect({statement: statement, near: near, day: day, committed: committed}) AS said,
  max(CASE WHEN committed THEN day END) AS lastCommitment,
  max(day) AS lastDay
UNWIND said AS one
WITH state, speaker, one, lastCommitment, lastDay
WHERE one.day = coalesce(lastCommitment, lastDay)
  AND (one.committed OR lastCommitment IS NULL)
WITH state, collect({speaker: speaker, one: one}) AS voices
WITH state, voices,
  any(each IN voices WHERE each.one.statement.belief ENDS WITH '_true')
    AND any(each IN voices WHERE each.one.statement.belief ENDS WITH '_false') AS disagree
UNWIND voices AS each
WITH state, disagree, each.speaker AS speaker, each.one.near AS near, each.one.statement AS statement
RETURN
  state.id AS state,
  state.name AS name,
  speaker.id AS speaker,
  coalesce(speaker.name, speaker.description) AS speakerName,
  near AS voice,
  CASE
    WHEN statement.belief ENDS WITH '_true' THEN 'says it happened'
    WHEN statement.belief ENDS WITH '_false' THEN 'says it did not'
    ELSE 'commits to neither'
  END AS position,
  statement.id AS statement,
  statement.act AS act,
  statement.belief AS belief,
  statement.said AS said,
  disagree,
  statement.key AS key
ORDER BY state, key, speaker;
