// name:    derive.clear
// mode:    write
// param:   types  LIST<STRING> NOT NULL  the derived types, one for each act, and VOICES
//
// Take away every derived relationship.
:param types => ['DENIED', 'VOICES'];

MATCH ()-[derived]->()
WHERE type(derived) IN $types
DELETE derived;
