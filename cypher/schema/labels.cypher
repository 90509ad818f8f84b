// name:    schema.labels
// mode:    schema
//
// Make labels known to the server, which lists those of a node in the order in which it first met
// them: Stale, the internal one, comes last, and so is never taken for what something is.
UNWIND [
  'State', 'Institution', 'Official', 'Outlet', 'UnnamedSource', 'WeaponSystem', 'Claim', 'Statement', 'Document', 'Assessment',
  'Dossier', 'Standing', 'Stale'
] AS label
CALL db.createLabel(label);
