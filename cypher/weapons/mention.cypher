// name:    weapons.mention
// mode:    read
// param:   weapon  STRING NOT NULL  id of the weapon asked about
// returns: id    STRING  weapon id
// returns: name  STRING  its designation
// returns: type  STRING  always WeaponSystem
//
// One weapon system by its id. Variants and launchers of it are others.
:param weapon => 'fath-360';

MATCH (weapon:WeaponSystem {id: $weapon})
RETURN
  weapon.id AS id,
  weapon.name AS name,
  'WeaponSystem' AS type
ORDER BY id;
