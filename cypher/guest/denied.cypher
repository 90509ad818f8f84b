// name:    guest.denied
// mode:    read
// returns: name  STRING  name of a speaker
// returns: text  STRING  claim that the speaker denied
//
// Who denied what, by the derived relationships: an example of what a stranger may ask.

MATCH (actor:Actor)-[:DENIED]->(claim:Claim)
RETURN actor.name AS name, claim.text AS text
ORDER BY actor.id, claim.id;
