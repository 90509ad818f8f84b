// name:    schema.voices
// mode:    schema
//
// Statements of the voices of a state or institution, newest first.
CREATE INDEX voices IF NOT EXISTS
FOR ()-[each:VOICES]-() ON (each.of, each.key);
