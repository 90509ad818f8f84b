// name:    weapons.detail
// mode:    read
// param:   weapon  STRING NOT NULL  id of the weapon asked about
// returns: id           STRING        weapon id
// returns: name         STRING        its designation
// returns: kind         STRING        what sort of weapon
// returns: aliases      LIST<STRING>  other designations and spellings
// returns: variantOf    LIST<MAP>     id, name and type of the families that it belongs to
// returns: variants     LIST<MAP>     id, name and type of those that belong to it
// returns: componentOf  LIST<MAP>     id, name and type of the systems that it is a component of
// returns: components   LIST<MAP>     id, name and type of its components, which are no examples of it
// returns: ranges       LIST<MAP>     text, minKm, maxKm, statedBy and document of each range, as somebody stated it
// returns: makers       LIST<MAP>     institution and document: who is said to make it, and where
// returns: notes        STRING        what no other field holds; null when none
//
// One weapon system: what it is called, what it is a variant or a component of, and the ranges and
// manufacturers that somebody stated, each with the document. Where two state different ranges,
// both are here and neither is chosen.
:param weapon => 'zolfaghar';

MATCH (weapon:WeaponSystem {id: $weapon})
RETURN
  weapon.id AS id,
  weapon.name AS name,
  weapon.kind AS kind,
  coalesce(weapon.aliases, []) AS aliases,
  COLLECT {
    MATCH (weapon)-[:VARIANT_OF]->(other:WeaponSystem)
    RETURN DISTINCT {id: other.id, name: other.name, type: 'WeaponSystem'} AS each
    ORDER BY each.id
  } AS variantOf,
  COLLECT {
    MATCH (weapon)<-[:VARIANT_OF]-(other:WeaponSystem)
    RETURN DISTINCT {id: other.id, name: other.name, type: 'WeaponSystem'} AS each
    ORDER BY each.id
  } AS variants,
  COLLECT {
    MATCH (weapon)-[:COMPONENT_OF]->(other:WeaponSystem)
    RETURN DISTINCT {id: other.id, name: other.name, type: 'WeaponSystem'} AS each
    ORDER BY each.id
  } AS componentOf,
  COLLECT {
    MATCH (weapon)<-[:COMPONENT_OF]-(other:WeaponSystem)
    RETURN DISTINCT {id: other.id, name: other.name, type: 'WeaponSystem'} AS each
    ORDER BY each.id
  } AS components,
  COLLECT {
    MATCH (weapon)-[range:RANGE_STATED_IN]->(document:Document)
    RETURN {
      text: range.text,
      minKm: range.minKm,
      maxKm: range.maxKm,
      statedBy: range.statedBy,
      document: {id: document.id, name: coalesce(document.title, document.id), type: 'Document'}
    }
    ORDER BY document.publishedLatest IS NULL, document.publishedLatest, document.id, range.text
  } AS ranges,
  COLLECT {
    MATCH (weapon)-[made:SAID_TO_BE_MADE_BY]->(maker:Institution)
    MATCH (document:Document {id: made.seenIn})
    RETURN {
      institution: {id: maker.id, name: maker.name, type: 'Institution'},
      document: {id: document.id, name: coalesce(document.title, document.id), type: 'Document'}
    }
    ORDER BY maker.id, document.id
  } AS makers,
  weapon.notes AS notes
ORDER BY id;
