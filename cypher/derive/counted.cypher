// name:    derive.counted
// mode:    read
// returns: type   STRING   a derived type, or Standing
// returns: count  INTEGER  how many there are
//
// How many of everything derived there are, wherever they hang. The server keeps these numbers:
// nothing is read for them.

UNWIND [
  {type: 'ALLEGED', count: COUNT { ()-[:ALLEGED]->() }},
  {type: 'REPORTED', count: COUNT { ()-[:REPORTED]->() }},
  {type: 'ASSERTED', count: COUNT { ()-[:ASSERTED]->() }},
  {type: 'FOUND', count: COUNT { ()-[:FOUND]->() }},
  {type: 'CONFIRMED', count: COUNT { ()-[:CONFIRMED]->() }},
  {type: 'DEEMED_CREDIBLE', count: COUNT { ()-[:DEEMED_CREDIBLE]->() }},
  {type: 'ADMITTED', count: COUNT { ()-[:ADMITTED]->() }},
  {type: 'PREDICTED', count: COUNT { ()-[:PREDICTED]->() }},
  {type: 'WARNED', count: COUNT { ()-[:WARNED]->() }},
  {type: 'DENIED', count: COUNT { ()-[:DENIED]->() }},
  {type: 'SAID_NOT_YET', count: COUNT { ()-[:SAID_NOT_YET]->() }},
  {type: 'DISPUTED', count: COUNT { ()-[:DISPUTED]->() }},
  {type: 'DOUBTED', count: COUNT { ()-[:DOUBTED]->() }},
  {type: 'WALKED_BACK', count: COUNT { ()-[:WALKED_BACK]->() }},
  {type: 'DECLINED_TO_CONFIRM', count: COUNT { ()-[:DECLINED_TO_CONFIRM]->() }},
  {type: 'EVADED', count: COUNT { ()-[:EVADED]->() }},
  {type: 'DECLINED_TO_COMMENT', count: COUNT { ()-[:DECLINED_TO_COMMENT]->() }},
  {type: 'DID_NOT_RESPOND', count: COUNT { ()-[:DID_NOT_RESPOND]->() }},
  {type: 'CONDEMNED', count: COUNT { ()-[:CONDEMNED]->() }},
  {type: 'THREATENED_CONSEQUENCES', count: COUNT { ()-[:THREATENED_CONSEQUENCES]->() }},
  {type: 'DEMANDED', count: COUNT { ()-[:DEMANDED]->() }},
  {type: 'VOICES', count: COUNT { ()-[:VOICES]->() }},
  {type: 'CONCERNS', count: COUNT { ()-[:CONCERNS]->() }},
  {type: 'STANDS', count: COUNT { ()-[:STANDS]->() }},
  {type: 'Standing', count: COUNT { (:Standing) }}
] AS each
RETURN each.type AS type, each.count AS count
ORDER BY type;
