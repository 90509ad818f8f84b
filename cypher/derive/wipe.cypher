// name:    derive.wipe
// mode:    write
// param:   limit  INTEGER NOT NULL  at most this many
// returns: gone  INTEGER  relationships that were taken away; fewer than the limit when none is left
//
// Take away what an older version derived: nothing says yet which statement it came from.
:param limit => 20000;

MATCH ()-[derived:ALLEGED|REPORTED|ASSERTED|FOUND|CONFIRMED|DEEMED_CREDIBLE|ADMITTED|PREDICTED|WARNED|DENIED|SAID_NOT_YET|DISPUTED|DOUBTED|WALKED_BACK|DECLINED_TO_CONFIRM|EVADED|DECLINED_TO_COMMENT|DID_NOT_RESPOND|CONDEMNED|THREATENED_CONSEQUENCES|DEMANDED|VOICES|CONCERNS]->()
WITH derived
LIMIT $limit
DELETE derived
RETURN count(derived) AS gone
ORDER BY gone;
