// name:    claims.standing
// mode:    read
// param:   claims        LIST<STRING> NOT NULL  ids of the claims asked about
// param:   asOf          DATE                   only what had certainly been said by that day; null for all
// param:   recordedAsOf  DATE                   only what this graph held at the end of that day (UTC), including what has left it since; null for what it holds now
// returns: claim               STRING     claim id
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
// How claims stand on a day. No score: a word, and beside it what it rests on.
//
// Counted is each speaker's latest day of commitment (belief true or false in any degree, or
// that of the sources whose word an outlet passes on); what its speaker walked back is left out.
// Saying nothing, declining and evading commit to nothing and are counted apart. In this order:
//   admitted     a voice of a party accused (supplier or recipient) admits it
//   disputed     some support it and some oppose it
//   denied       some oppose it and nobody supports it
//   unopposed    a named speaker supports it and nobody opposes it
//   unconfirmed  only reports and unnamed sources support it, and nobody opposes it
//   no position  nobody is committed
//
// With `recordedAsOf`, which statements count is as it was at the end of that day; their words and
// documents, and what those draw on, are as they are now.
:param claims => ['iran-sent-400-ballistic-missiles-to-russia'];
:param asOf => null;
:param recordedAsOf => null;

UNWIND $claims AS id
MATCH (claim:Claim {id: id})
CALL (claim) {
  MATCH (statement:Statement)-[:ABOUT]->(claim)
  WHERE (statement.withdrawnAt IS NULL OR date(statement.withdrawnAt) > $recordedAsOf)
    AND ($recordedAsOf IS NULL OR date(statement.recordedAt) <= $recordedAsOf)
    AND ($asOf IS NULL OR coalesce(statement.knownBy, date(statement.recordedAt)) <= $asOf)
  MATCH (statement)-[:MADE_BY]->(speaker:Actor)
  WITH claim, statement, speaker,
    coalesce(statement.relayedBelief, statement.belief) AS belief,
    EXISTS {
      MATCH (statement)<-[:RESPONDS_TO]-(back:Statement {act: 'walks_back'})-[:MADE_BY]->(speaker)
      WHERE (back.withdrawnAt IS NULL OR date(back.withdrawnAt) > $recordedAsOf)
        AND ($recordedAsOf IS NULL OR date(back.recordedAt) <= $recordedAsOf)
        AND ($asOf IS NULL OR coalesce(back.knownBy, date(back.recordedAt)) <= $asOf)
    } AS walkedBack
  WITH claim, statement, speaker, belief,
    NOT walkedBack AND (belief ENDS WITH '_true' OR belief ENDS WITH '_false') AS committed
  WITH claim, speaker, collect({
    committed: committed,
    day: coalesce(toString(statement.knownBy), ''),
    supports: belief ENDS WITH '_true',
    admits: statement.act = 'admits' AND EXISTS {
      MATCH (statement)-[voice:VOICES]->(accused:Actor)
      WHERE voice.as IN ['itself', 'on behalf', 'organ']
        AND EXISTS { (claim)-[:SUPPLIER|RECIPIENT]->(accused) }
    }
  }) AS said
  CALL (said) {
    UNWIND said AS each
    WITH each
    WHERE each.committed
    RETURN max(each.day) AS lastDay
  }
  WITH speaker, [each IN said WHERE each.committed AND each.day = lastDay] AS latest
  RETURN
    count(DISTINCT CASE WHEN any(each IN latest WHERE each.supports) THEN speaker END) AS supporting,
    count(DISTINCT CASE WHEN any(each IN latest WHERE NOT each.supports) THEN speaker END) AS opposing,
    count(DISTINCT CASE WHEN size(latest) = 0 THEN speaker END) AS uncommitted,
    count(DISTINCT CASE
      WHEN any(each IN latest WHERE each.supports) AND NOT speaker:Outlet AND NOT speaker:UnnamedSource THEN speaker
    END) AS namedSources,
    count(DISTINCT CASE WHEN any(each IN latest WHERE each.admits AND each.supports) THEN speaker END) AS admitting
}
CALL (claim) {
  MATCH (statement:Statement)-[:ABOUT]->(claim)
  WHERE (statement.belief ENDS WITH '_true' OR statement.relayedBelief ENDS WITH '_true')
    AND NOT statement.act IN ['condemns', 'threatens_consequences', 'demands', 'warns', 'deems_credible']
    AND (statement.withdrawnAt IS NULL OR date(statement.withdrawnAt) > $recordedAsOf)
    AND ($recordedAsOf IS NULL OR date(statement.recordedAt) <= $recordedAsOf)
    AND ($asOf IS NULL OR coalesce(statement.knownBy, date(statement.recordedAt)) <= $asOf)
  MATCH (statement)-[:MADE_BY]->(speaker:Actor)
  CALL (statement) {
    MATCH (statement)-[:REPORTED_IN]->(root:Document)
    WHERE NOT EXISTS { (root)-[:DRAWS_ON]->(:Document) }
    RETURN root
    UNION
    MATCH (statement)-[:REPORTED_IN]->(:Document)-[:DRAWS_ON*1..20]->(root:Document)
    WHERE NOT EXISTS { (root)-[:DRAWS_ON]->(:Document) }
      AND NOT EXISTS {
        MATCH (statement)-[:REPORTED_IN]->(own:Document)
        WHERE NOT EXISTS { (own)-[:DRAWS_ON]->(:Document) }
      }
    RETURN root
  }
  OPTIONAL MATCH (root)-[:PUBLISHED_BY]->(publisher:Actor)
  WITH statement, speaker, coalesce(publisher, root) AS printed,
    COLLECT {
      MATCH (statement)-[:VOICES]->(principal:State|Institution)
      WHERE NOT EXISTS { (principal)-[:PART_OF]->(:State|Institution) }
      RETURN principal
    } AS principals
  RETURN
    count(DISTINCT CASE
      WHEN speaker:UnnamedSource OR (speaker:Outlet AND statement.act = 'reports') THEN printed
      WHEN size(principals) = 1 THEN principals[0]
      ELSE speaker
    END) AS origins
}
CALL (claim) {
  MATCH (statement:Statement)-[:ABOUT]->(claim)
  WHERE (statement.withdrawnAt IS NULL OR date(statement.withdrawnAt) > $recordedAsOf)
    AND ($recordedAsOf IS NULL OR date(statement.recordedAt) <= $recordedAsOf)
    AND ($asOf IS NULL OR coalesce(statement.knownBy, date(statement.recordedAt)) <= $asOf)
  OPTIONAL MATCH (statement)-[:RELAYS|MADE_BY]->(source:UnnamedSource)
  WHERE statement.belief ENDS WITH '_true' OR statement.relayedBelief ENDS WITH '_true'
  OPTIONAL MATCH (statement)-[:REPORTED_IN]->(document:Document {derivation: 'unchecked'})
  RETURN count(DISTINCT source) AS unnamedSources, count(DISTINCT document) AS uncheckedDocuments
}
RETURN
  claim.id AS claim,
  CASE
    WHEN admitting > 0 THEN 'admitted'
    WHEN supporting > 0 AND opposing > 0 THEN 'disputed'
    WHEN opposing > 0 THEN 'denied'
    WHEN namedSources > 0 THEN 'unopposed'
    WHEN supporting > 0 THEN 'unconfirmed'
    ELSE 'no position'
  END AS standing,
  supporting,
  opposing,
  uncommitted,
  namedSources,
  unnamedSources,
  origins,
  uncheckedDocuments,
  COLLECT {
    MATCH (claim)-[:SUPPLIER|RECIPIENT]->(accused:Actor)
    WITH DISTINCT accused
    RETURN {
      id: accused.id,
      name: accused.name,
      acts: COLLECT {
        MATCH (claim)<-[:ABOUT]-(said:Statement)
        WHERE (said.withdrawnAt IS NULL OR date(said.withdrawnAt) > $recordedAsOf)
          AND ($recordedAsOf IS NULL OR date(said.recordedAt) <= $recordedAsOf)
          AND ($asOf IS NULL OR coalesce(said.knownBy, date(said.recordedAt)) <= $asOf)
          AND EXISTS { (said)-[:VOICES]->(accused) }
        WITH said.act AS act, min(said.key) AS first
        RETURN act
        ORDER BY first
      }
    }
    ORDER BY accused.id
  } AS accused
ORDER BY claim;
