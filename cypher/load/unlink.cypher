// name:    load.unlink
// mode:    write
// param:   ids  LIST<STRING> NOT NULL  entities whose definition is about to be written anew
//
// Take away the relationships that the definitions of some entities state. Derived ones and
// those stated by other entities stay. Statements and claims to which they led are marked, for
// what is derived of them hangs on it.
:param ids => ['zz'];

UNWIND $ids AS id
MATCH (node:Entity {id: id})
CALL (node) {
  MATCH (node)-[stated:MADE_BY|ON_BEHALF_OF|ABOUT|RESPONDS_TO|RELAYS|REPORTED_IN|PUBLISHED_BY|DRAWS_ON|SPEAKS_FOR|HAS_ROLE_AT|PART_OF|BASED_IN|QUOTED_IN|SAID_TO_BE_FROM|POSSIBLY_PART_OF|SUPPLIER|RECIPIENT|PARTY|ITEM|NARROWS|CONTRADICTS|PRESUPPOSES|VARIANT_OF|COMPONENT_OF|SAID_TO_BE_MADE_BY|RANGE_STATED_IN|ASSESSES|PUBLISHED_IN]->()
  RETURN stated
  UNION
  MATCH (node:Institution)<-[stated:MEMBER_OF]-()
  RETURN stated
}
CALL (stated) {
  WITH stated, endNode(stated) AS led
  WHERE stated:ABOUT OR stated:RESPONDS_TO
  SET led:Stale
}
DELETE stated;
