// name:    questions.assessors
// mode:    read
// asks:    How do assessors differ about a source?
// param:   subject  STRING  id of the statement, claim, document or actor assessed; null for all
// returns: subject      STRING        id of what is assessed
// returns: type         STRING        Statement, Claim, Document, or which kind of actor
// returns: assessment   STRING        assessment id
// returns: assessors    LIST<STRING>  names of who judges
// returns: made         STRING        day of the judgement (EDTF); null when not known
// returns: reliability  STRING        Admiralty code A to F, F is cannot be judged; null when not given
// returns: credibility  STRING        Admiralty code 1 to 6, 6 is cannot be judged; null when not given
// returns: likelihood   STRING        ICD 203 likelihood; null when not given
// returns: confidence   STRING        ICD 203 confidence; null when not given
// returns: rationale    STRING        why; null when not recorded
// returns: document     STRING        where it was published; null when not recorded
// returns: others       INTEGER       other assessments of the same subject
//
// Every assessment of a source, document, statement or claim, side by side, oldest first within each
// subject, undated ones last.
//
// Each is somebody's dated judgement and none is ours. The scales are apart: a reliability is never
// a credibility, none is averaged, and F and 6 mean that it cannot be judged, not that it is bad.
:param subject => null;

MATCH (judgement:Assessment)-[:ASSESSES]->(subject:Entity)
WHERE ($subject IS NULL OR subject.id = $subject)
  AND judgement.withdrawnAt IS NULL
OPTIONAL MATCH (judgement)-[:PUBLISHED_IN]->(document:Document)
RETURN
  subject.id AS subject,
  [label IN labels(subject) WHERE NOT label IN ['Entity', 'Actor']][0] AS type,
  judgement.id AS assessment,
  COLLECT {
    MATCH (judgement)-[:MADE_BY]->(judge:Actor)
    RETURN coalesce(judge.name, judge.description)
    ORDER BY judge.id
  } AS assessors,
  judgement.made AS made,
  judgement.reliability AS reliability,
  judgement.credibility AS credibility,
  judgement.likelihood AS likelihood,
  judgement.confidence AS confidence,
  judgement.rationale AS rationale,
  document.id AS document,
  COUNT {
    MATCH (other:Assessment)-[:ASSESSES]->(subject)
    WHERE other <> judgement AND other.withdrawnAt IS NULL
  } AS others
ORDER BY subject, judgement.madeLatest IS NULL, judgement.madeLatest, assessment;
