// Words for kinds of things, the same wherever they are told.

const KINDS_IN_WORDS = new Map([
  ["UnnamedSource", "Unnamed source: described, not named"],
  ["Official", "Named person"],
  ["Claim", "A claim, not a finding"],
  ["WeaponSystem", "Weapon system"],
]);

export function kindOf(node) {
  return KINDS_IN_WORDS.get(node.type) ?? node.type;
}
