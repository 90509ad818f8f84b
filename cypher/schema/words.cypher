// name:    schema.words
// mode:    schema
//
// Full text over ids, names, aliases, claim texts, paraphrases and titles. Accents and case are folded.
CREATE FULLTEXT INDEX words IF NOT EXISTS
FOR (node:Actor|WeaponSystem|Claim|Statement|Document)
ON EACH [node.id, node.name, node.aliases, node.description, node.text, node.paraphrase, node.title]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};
