// name:    schema.voices_act
// mode:    schema
//
// Statements of the voices of a state or institution, of one act, newest first.
CREATE INDEX voices_act IF NOT EXISTS
FOR ()-[each:VOICES]-() ON (each.of, each.act, each.key);
