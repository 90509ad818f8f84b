// name:    schema.document_withdrawn
// mode:    schema
//
// Documents that their publishers took back.
CREATE INDEX document_withdrawn IF NOT EXISTS
FOR (document:Document) ON (document.withdrawn);
