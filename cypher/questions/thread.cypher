// name:    questions.thread
// mode:    read
// asks:    Who answered whom: the thread of accusation, denial and dispute?
// param:   claim      STRING  the thread of every statement on this claim; null when a statement is named
// param:   statement  STRING  the thread that this statement stands in; null when a claim is named
// param:   asOf       DATE    only what had certainly been said by that day; null for all
// returns: answer          STRING     the answering statement
// returns: answerBy        LIST<MAP>  id, name and type of who answers
// returns: answerAct       STRING     its act
// returns: answerBelief    STRING     its belief, on its own claim
// returns: answerClaim     STRING     its claim, which need not be the claim answered
// returns: answerSaid      STRING     its day (EDTF)
// returns: answered        STRING     the statement that is answered
// returns: answeredBy      LIST<MAP>  id, name and type of who made it
// returns: answeredAct     STRING     its act
// returns: answeredClaim   STRING     its claim
// returns: answeredSaid    STRING     its day (EDTF)
// returns: key             STRING     sort key
//
// Every answer in the thread, a row each, oldest answer first: from each statement asked about,
// up and down RESPONDS_TO as far as it goes.
//
// What somebody answered is what a document says they answered. Two statements that merely follow
// each other are not joined.
:param claim => 'iran-sent-400-ballistic-missiles-to-russia';
:param statement => null;
:param asOf => null;

MATCH (start:Statement)-[:ABOUT]->(about:Claim)
WHERE ($claim IS NOT NULL AND about.id = $claim) OR ($statement IS NOT NULL AND start.id = $statement)
MATCH (start)-[:RESPONDS_TO*0..20]-(member:Statement)
WITH collect(DISTINCT member) AS members
UNWIND members AS answer
MATCH (answer)-[:RESPONDS_TO]->(answered:Statement)
WHERE answer.withdrawnAt IS NULL
  AND answered.withdrawnAt IS NULL
  AND ($asOf IS NULL OR coalesce(answer.knownBy, date(answer.recordedAt)) <= $asOf)
MATCH (answer)-[:ABOUT]->(answerClaim:Claim)
MATCH (answered)-[:ABOUT]->(answeredClaim:Claim)
RETURN
  answer.id AS answer,
  COLLECT {
    MATCH (answer)-[:MADE_BY]->(maker:Actor)
    RETURN {id: maker.id, name: coalesce(maker.name, maker.description), type: [label IN labels(maker) WHERE NOT label IN ['Entity', 'Actor']][0]}
    ORDER BY maker.id
  } AS answerBy,
  answer.act AS answerAct,
  answer.belief AS answerBelief,
  answerClaim.id AS answerClaim,
  answer.said AS answerSaid,
  answered.id AS answered,
  COLLECT {
    MATCH (answered)-[:MADE_BY]->(maker:Actor)
    RETURN {id: maker.id, name: coalesce(maker.name, maker.description), type: [label IN labels(maker) WHERE NOT label IN ['Entity', 'Actor']][0]}
    ORDER BY maker.id
  } AS answeredBy,
  answered.act AS answeredAct,
  answeredClaim.id AS answeredClaim,
  answered.said AS answeredSaid,
  answer.key AS key
ORDER BY answer.saidLatest IS NULL, key, answered;
