// name:    questions.new_since
// mode:    read
// asks:    What is new since a day?
// param:   day    DATE NOT NULL    the day; what came after its end is new
// param:   clock  STRING NOT NULL  'said': what was said since; 'recorded': what this graph took in, or took off the record, since
// param:   claim  STRING           on this claim only; null for every claim
// values:  clock  said | recorded
// values:  claim  ids of claims
// returns: change       STRING        said, recorded or withdrawn
// returns: statement    STRING        statement id
// returns: speakers     LIST<STRING>  names of those who made it
// returns: act          STRING        what kind of speech act it is
// returns: belief       STRING        what the speaker commits to (FactBank)
// returns: claim        STRING        its claim
// returns: said         STRING        day on which it was said (EDTF); null when not known
// returns: paraphrase   STRING        the content in our own words; null when not recorded
// returns: recordedAt   DATETIME      when it entered this graph (UTC)
// returns: withdrawnAt  DATETIME      when it left the record (UTC); null while it stands
// returns: key          STRING        sort key
//
// Statements since the end of a day, oldest first, undated ones last.
//
// Two clocks that must not be mixed. 'said' takes the record of today and asks what may have been
// said after that day: a statement of "September 2024" is new since 9 September, because nothing
// says that it was earlier; undated ones are left out. 'recorded' asks what entered this graph or
// left its record after that day (UTC), however old it is.
:param day => date('2024-09-09');
:param clock => 'said';
:param claim => null;

MATCH (statement:Statement)-[:ABOUT]->(claim:Claim)
WHERE ($claim IS NULL OR claim.id = $claim)
  AND (($clock = 'said' AND statement.withdrawnAt IS NULL AND statement.knownBy > $day)
    OR ($clock = 'recorded' AND (date(statement.recordedAt) > $day OR date(statement.withdrawnAt) > $day)))
RETURN
  CASE
    WHEN $clock = 'said' THEN 'said'
    WHEN statement.withdrawnAt IS NOT NULL THEN 'withdrawn'
    ELSE 'recorded'
  END AS change,
  statement.id AS statement,
  COLLECT {
    MATCH (statement)-[:MADE_BY]->(actor:Actor)
    RETURN coalesce(actor.name, actor.description)
    ORDER BY actor.id
  } AS speakers,
  statement.act AS act,
  statement.belief AS belief,
  claim.id AS claim,
  statement.said AS said,
  statement.paraphrase AS paraphrase,
  statement.recordedAt AS recordedAt,
  statement.withdrawnAt AS withdrawnAt,
  statement.key AS key
ORDER BY key STARTS WITH '0000', key;
