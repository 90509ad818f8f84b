// name:    claims.detail
// mode:    read
// param:   claim  STRING NOT NULL  id of the claim asked about
// returns: id              STRING     claim id
// returns: text            STRING     the proposition
// returns: kind            STRING     what sort of claim
// returns: stage           STRING     how far the matter had gone, as the claim words it; null when it does not say
// returns: supplier        LIST<MAP>  id, name and type of who is said to supply
// returns: recipient       LIST<MAP>  id, name and type of who is said to receive
// returns: party           LIST<MAP>  id, name and type of others whom it concerns
// returns: items           LIST<MAP>  id, name and type of its weapon systems
// returns: quantity        STRING     how many, in words; null when not stated
// returns: quantityMin     FLOAT      at least; null when no bound was stated
// returns: quantityMax     FLOAT      at most; null when no bound was stated
// returns: quantityUnit    STRING     of what; null when not stated
// returns: period          STRING     when, in words; null when not stated
// returns: periodEarliest  DATE       first day that the period may mean; null when nothing bounds it
// returns: periodLatest    DATE       last day that the period may mean; null when nothing bounds it
// returns: narrows         LIST<MAP>  claims that it narrows
// returns: narrowedBy      LIST<MAP>  claims that narrow it
// returns: contradicts     LIST<MAP>  claims that cannot be true together with it
// returns: presupposes     LIST<MAP>  claims that it takes for granted
// returns: presupposedBy   LIST<MAP>  claims that take it for granted
// returns: notes           STRING     what no other field holds; null when none
//
// One claim with its slots and its relations to other claims.
//
// A claim that narrows another is another claim: what is said of one is not said of the other.
:param claim => 'iran-sent-400-ballistic-missiles-to-russia';

MATCH (claim:Claim {id: $claim})
RETURN
  claim.id AS id,
  claim.text AS text,
  claim.kind AS kind,
  claim.stage AS stage,
  COLLECT {
    MATCH (claim)-[:SUPPLIER]->(actor:Actor)
    RETURN DISTINCT {id: actor.id, name: coalesce(actor.name, actor.description), type: [label IN labels(actor) WHERE NOT label IN ['Entity', 'Actor']][0]} AS each
    ORDER BY each.id
  } AS supplier,
  COLLECT {
    MATCH (claim)-[:RECIPIENT]->(actor:Actor)
    RETURN DISTINCT {id: actor.id, name: coalesce(actor.name, actor.description), type: [label IN labels(actor) WHERE NOT label IN ['Entity', 'Actor']][0]} AS each
    ORDER BY each.id
  } AS recipient,
  COLLECT {
    MATCH (claim)-[:PARTY]->(actor:Actor)
    RETURN DISTINCT {id: actor.id, name: coalesce(actor.name, actor.description), type: [label IN labels(actor) WHERE NOT label IN ['Entity', 'Actor']][0]} AS each
    ORDER BY each.id
  } AS party,
  COLLECT {
    MATCH (claim)-[:ITEM]->(weapon:WeaponSystem)
    RETURN DISTINCT {id: weapon.id, name: weapon.name, type: [label IN labels(weapon) WHERE NOT label IN ['Entity', 'Actor']][0]} AS each
    ORDER BY each.id
  } AS items,
  claim.quantityText AS quantity,
  claim.quantityMin AS quantityMin,
  claim.quantityMax AS quantityMax,
  claim.quantityUnit AS quantityUnit,
  claim.periodText AS period,
  claim.periodEarliest AS periodEarliest,
  claim.periodLatest AS periodLatest,
  COLLECT {
    MATCH (claim)-[:NARROWS]->(other:Claim)
    RETURN DISTINCT {id: other.id, name: other.text, type: [label IN labels(other) WHERE NOT label IN ['Entity', 'Actor']][0]} AS each
    ORDER BY each.id
  } AS narrows,
  COLLECT {
    MATCH (claim)<-[:NARROWS]-(other:Claim)
    RETURN DISTINCT {id: other.id, name: other.text, type: [label IN labels(other) WHERE NOT label IN ['Entity', 'Actor']][0]} AS each
    ORDER BY each.id
  } AS narrowedBy,
  COLLECT {
    MATCH (claim)-[:CONTRADICTS]-(other:Claim)
    RETURN DISTINCT {id: other.id, name: other.text, type: [label IN labels(other) WHERE NOT label IN ['Entity', 'Actor']][0]} AS each
    ORDER BY each.id
  } AS contradicts,
  COLLECT {
    MATCH (claim)-[:PRESUPPOSES]->(other:Claim)
    RETURN DISTINCT {id: other.id, name: other.text, type: [label IN labels(other) WHERE NOT label IN ['Entity', 'Actor']][0]} AS each
    ORDER BY each.id
  } AS presupposes,
  COLLECT {
    MATCH (claim)<-[:PRESUPPOSES]-(other:Claim)
    RETURN DISTINCT {id: other.id, name: other.text, type: [label IN labels(other) WHERE NOT label IN ['Entity', 'Actor']][0]} AS each
    ORDER BY each.id
  } AS presupposedBy,
  claim.notes AS notes
ORDER BY id;
