// name:    questions.thread
// mode:    read
// asks:    Who answered whom: the thread of accusation, denial and dispute?
// param:   claim         STRING   the thread of every statement on this claim; null when a statement is named
// param:   statement     STRING   the thread that this statement stands in; null when a claim is named
// param:   asOf          DATE     only answers that had certainly been given by that day; null for all
// param:   recordedAsOf  DATE     only what this graph held at the end of that day (UTC), including what has left it since; null for what it holds now
// param:   newest        INTEGER  only the newest so many answers; null for all
// values:  claim      ids of claims
// values:  statement  ids of statements
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
:param recordedAsOf => null;
:param newest => null;

CALL () {
  MATCH (start:Statement)-[:ABOUT]->(:Claim {id: $claim})
  RETURN start
  UNION
  MATCH (start:Statement {id: $statement})
  RETURN start
}
CALL (start) {
  MATCH (start)-[:RESPONDS_TO*0..20]->(reply:Statement)
  WITH DISTINCT reply
  MATCH (reply)-[:RESPONDS_TO]->(question:Statement)
  RETURN reply, question
  UNION
  MATCH (start)<-[:RESPONDS_TO*0..20]-(question:Statement)
  WITH DISTINCT question
  MATCH (question)<-[:RESPONDS_TO]-(reply:Statement)
  RETURN reply, question
}
WITH DISTINCT reply, question
WHERE (reply.withdrawnAt IS NULL OR date(reply.withdrawnAt) > $recordedAsOf)
  AND ($recordedAsOf IS NULL OR date(reply.recordedAt) <= $recordedAsOf)
  AND (question.withdrawnAt IS NULL OR date(question.withdrawnAt) > $recordedAsOf)
  AND ($recordedAsOf IS NULL OR date(question.recordedAt) <= $recordedAsOf)
  AND ($asOf IS NULL OR coalesce(reply.knownBy, date(reply.recordedAt)) <= $asOf)
WITH reply, question
ORDER BY reply.saidLatest IS NOT NULL, reply.key DESC, question.id DESC
LIMIT coalesce($newest, 1000000000)
WITH reply, question
ORDER BY reply.saidLatest IS NULL, reply.key, question.id
MATCH (reply)-[:ABOUT]->(replyClaim:Claim)
MATCH (question)-[:ABOUT]->(questionClaim:Claim)
RETURN
  reply.id AS answer,
  COLLECT {
    MATCH (reply)-[:MADE_BY]->(maker:Actor)
    RETURN {id: maker.id, name: coalesce(maker.name, maker.description), type: [label IN labels(maker) WHERE NOT label IN ['Entity', 'Actor']][0]}
    ORDER BY maker.id
  } AS answerBy,
  reply.act AS answerAct,
  reply.belief AS answerBelief,
  replyClaim.id AS answerClaim,
  reply.said AS answerSaid,
  question.id AS answered,
  COLLECT {
    MATCH (question)-[:MADE_BY]->(maker:Actor)
    RETURN {id: maker.id, name: coalesce(maker.name, maker.description), type: [label IN labels(maker) WHERE NOT label IN ['Entity', 'Actor']][0]}
    ORDER BY maker.id
  } AS answeredBy,
  question.act AS answeredAct,
  questionClaim.id AS answeredClaim,
  question.said AS answeredSaid,
  reply.key AS key
ORDER BY reply.saidLatest IS NULL, key, answered;
