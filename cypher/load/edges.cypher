// name:    load.edges
// mode:    write
// param:   rows  LIST<MAP> NOT NULL  source, target, type, properties
// returns: written  INTEGER  relationships written
//
// Write the relationships that definitions state. Their old ones were taken away before.
:param rows => [];

UNWIND $rows AS row
MATCH (source:Entity {id: row.source})
MATCH (target:Entity {id: row.target})
CREATE (source)-[stated:$(row.type)]->(target)
SET stated = row.properties
RETURN count(stated) AS written
ORDER BY written;
