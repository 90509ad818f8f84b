// What belongs to an id, in each view: its statements, its nodes and its lines.

import { edges, nodes, statements } from "./island.js";

export function targetsOf(id) {
  if (statements.has(id)) {
    return ofStatements([id]);
  }
  if (nodes.get(id)?.statement) {
    return ofStatements([nodes.get(id).statement]);
  }
  if (nodes.has(id)) {
    const its = [...statements.values()].filter((each) => belongs(each, nodes.get(id)));
    return {
      statements: new Set(its.map((each) => each.id)),
      nodes: new Set([id]),
      edges: new Set(),
    };
  }
  const edge = edges.get(id);
  if (!edge) {
    return { statements: new Set(), nodes: new Set(), edges: new Set() };
  }
  const found = ofStatements(edge.statement ? [edge.statement] : edge.statements);
  return { ...found, nodes: new Set([edge.from, edge.to]), edges: new Set([id]) };
}

// Said by an actor, on the claim of a map with several, or printed in a document.
function belongs(statement, node) {
  if (node.document) {
    return statement.reports.some((each) => each.document === node.document);
  }
  return statement.speakers.some((each) => each.node === node.id);
}

function ofStatements(ids) {
  const wanted = new Set(ids.filter((id) => statements.has(id)));
  const its = [...wanted].map((id) => statements.get(id));
  const speakers = its.flatMap((each) => each.speakers.map((who) => who.node));
  const drawn = [...nodes.values()].filter((each) => wanted.has(each.statement));
  const lines = [...edges.values()].filter((each) => wanted.has(each.statement));
  return {
    statements: wanted,
    nodes: new Set([...speakers, ...drawn.map((each) => each.id)]),
    edges: new Set(lines.map((each) => each.id)),
  };
}
