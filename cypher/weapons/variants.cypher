// name:    weapons.variants
// mode:    read
// param:   weapon  STRING NOT NULL  id of a weapon system
// returns: id  STRING  id of it or of a variant of it, components left out
//
// A weapon system and its variants, theirs included.
:param weapon => 'fateh-110';

MATCH (:WeaponSystem {id: $weapon})<-[:VARIANT_OF*0..5]-(variant:WeaponSystem)
RETURN DISTINCT variant.id AS id
ORDER BY id;
