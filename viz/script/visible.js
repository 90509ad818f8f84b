// Which statements, lines and nodes stay: the legend's ticks, the days, then orphans.

import { byId, given, inShort, plain } from "./island.js";

export function visibleNow() {
  const ticked = new Set(
    [...document.querySelectorAll("[name=group]:checked")].map((b) => b.value),
  );
  const known = new Set([...document.querySelectorAll("[name=group]")].map((box) => box.value));
  const on = (group) => ticked.has(group) || !known.has(group);
  const found = { statements: new Set(), edges: new Set(), nodes: new Set() };
  for (const each of given.statements) {
    if (on(each.group) && (!each.implied || on("implied")) && isInRange(each)) {
      found.statements.add(each.id);
    }
  }
  for (const edge of given.edges) {
    const stays = edge.statement ? found.statements.has(edge.statement) : on(edge.group);
    if (stays && edge.statement) {
      addEdge(found, edge);
    }
  }
  const whole = given.about.node ? [given.about.node] : given.nodes.map((each) => each.id);
  for (const id of whole) {
    found.nodes.add(id);
  }
  addLinks(found, on);
  return found;
}

// Lines that are no statements stay while what they hang on stays; claims always may.
function addLinks(found, on) {
  for (const edge of given.edges) {
    const hangsOn = ["relation", "link"].includes(edge.group) || found.nodes.has(edge.from);
    if (!edge.statement && on(edge.group) && hangsOn) {
      addEdge(found, edge);
    }
  }
}

function addEdge(found, edge) {
  found.edges.add(edge.id);
  found.nodes.add(edge.from).add(edge.to);
}

// A statement stays when any day that it may have been made on lies in the range.
function isInRange(statement) {
  if (!statement.edtf) {
    return byId("undated").checked;
  }
  const from = byId("from").value;
  const to = byId("to").value;
  const tooEarly = from && statement.latest && statement.latest < from;
  const tooLate = to && statement.earliest && statement.earliest > to;
  return !tooEarly && !tooLate;
}

export function wordsOfVisible(found) {
  const all = given.statements.length;
  return found.statements.size === all ? "" : `${found.statements.size} of ${all} visible now`;
}

export function matching(words) {
  const wanted = plain(words.trim());
  if (wanted.length < 2) {
    return [];
  }
  const has = (...texts) => texts.some((text) => text && plain(text).includes(wanted));
  const inNodes = given.nodes
    .filter((each) => has(each.name, each.code))
    .map((each) => ({ node: each.id, text: each.name }));
  const inStatements = given.statements
    .filter((each) => has(each.paraphrase, ...each.reports.map((report) => report.quote)))
    .map((each) => ({ statement: each.id, text: inShort(each) }));
  return [...inNodes, ...inStatements].slice(0, 12);
}
