// name:    schema.formerly
// mode:    schema
//
// Ids that things had before, each one word.
CREATE FULLTEXT INDEX formerly IF NOT EXISTS
FOR (node:Entity)
ON EACH [node.formerly]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'keyword'}};
