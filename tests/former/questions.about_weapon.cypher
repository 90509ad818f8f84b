// name:    questions.about_weapon
// mode:    read
// asks:    Which claims about the weapon name which supplier and recipient?
// param:   weapon  STRING NOT NULL  id of the weapon asked about; its variants count, its components do not
// values:  weapon  ids of weapons
// returns: claim       STRING        claim id
// returns: text        STRING        what is claimed
// returns: weapons     LIST<STRING>  the weapons that the claim names
// returns: suppliers   LIST<STRING>  names of who is said to supply; empty when the claim names nobody
// returns: recipients  LIST<STRING>  names of who is said to receive; empty when the claim names nobody
// returns: stage       STRING        how far the matter had gone, as the claim words it; null when it does not
// returns: statements  INTEGER       statements on it, of whatever kind
// returns: path        PATH          how the claim leads to the weapon
//
// Claims that name the weapon, or a variant of it.
//
// The supplier is who the claim says supplies, not who did. A claim on a family does not say which
// variant, and one on a variant is found under its family. A claim that leads to the weapon in two
// ways has one row, by the shortest.
:param weapon => 'fateh-110';

MATCH path = (claim:Claim)-[:ITEM]->(:WeaponSystem)-[:VARIANT_OF*0..5]->(:WeaponSystem {id: $weapon})
WHERE claim.withdrawnAt IS NULL
WITH claim, path
ORDER BY length(path), [each IN nodes(path) | each.id]
WITH claim, collect(path)[0] AS path
RETURN
  claim.id AS claim,
  claim.text AS text,
  COLLECT { MATCH (claim)-[:ITEM]->(weapon:WeaponSystem) RETURN weapon.id ORDER BY weapon.id } AS weapons,
  COLLECT { MATCH (claim)-[:SUPPLIER]->(actor:Actor) RETURN actor.name ORDER BY actor.id } AS suppliers,
  COLLECT { MATCH (claim)-[:RECIPIENT]->(actor:Actor) RETURN actor.name ORDER BY actor.id } AS recipients,
  claim.stage AS stage,
  COUNT { MATCH (claim)<-[:ABOUT]-(statement:Statement) WHERE statement.withdrawnAt IS NULL } AS statements,
  path
ORDER BY claim;
