// name:    schema.document_published
// mode:    schema
//
// Documents by the last day on which they may have been published.
CREATE INDEX document_published IF NOT EXISTS
FOR (document:Document) ON (document.publishedLatest);
