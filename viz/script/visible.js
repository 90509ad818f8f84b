// Which statements, lines and nodes stay: the legend's ticks, the days, then what hangs on them.

import { dayWords, edges, given, nodes, statements } from "./island.js";

const ALWAYS = ["relation", "link"]; // tie claims, or anything, whoever spoke
const BOTH = ["answers"]; // between two that are there
const BACKWARDS = ["made"]; // stays while that to which it leads stays

// Returns {statements, edges, nodes}: sets of ids.
export function visibleIn(state) {
  const hidesImplied = state.hide.includes("implied");
  const on = ({ group, implied }) => !state.hide.includes(group) && !(implied && hidesImplied);
  const found = { statements: new Set(), edges: new Set(), nodes: new Set() };
  for (const each of statements.values()) {
    if (!isHidden(each, state)) {
      found.statements.add(each.id);
    }
  }
  const may = (id) => isOpen(nodes.get(id), found);
  for (const id of given.about.node ? [given.about.node] : nodes.keys()) {
    if (may(id)) {
      found.nodes.add(id);
    }
  }
  const open = [...edges.values()].filter(
    (edge) => on(edge) && standsFor(edge, found) && may(edge.from) && may(edge.to),
  );
  for (const node of nodes.values()) {
    if (node.statement && may(node.id)) {
      found.nodes.add(node.id);
    }
  }
  const rest = open.filter((edge) => {
    const first = edge.statement || edge.count || ALWAYS.includes(edge.group);
    return first ? addEdge(found, edge) : true;
  });
  addHanging(found, rest);
  return found;
}

// Why a statement is not shown, in words that follow "hidden:"; none when it is shown.
export function reasonsHidden(statement, state) {
  const found = [];
  if (!isHidden(statement, state)) {
    return found;
  }
  if (state.hide.includes(statement.group)) {
    found.push(`its kind of line is not ticked (${statement.act})`);
  }
  if (statement.implied && state.hide.includes("implied")) {
    found.push("implied statements are not ticked");
  }
  if (!statement.edtf && !state.undated) {
    found.push("its day is not known");
  }
  if (isTooEarly(statement, state)) {
    found.push(`it was said before ${dayWords(state.since)}`);
  }
  if (isTooLate(statement, state)) {
    found.push(`it was said after ${dayWords(state.until)}`);
  }
  if (isUnknown(statement, state)) {
    found.push(`it is not known to have been said by ${dayWords(state.as_of)}`);
  }
  return found;
}

// The state in which this statement is shown, changed as little as that takes.
export function revealing(statement, state) {
  const hide = state.hide.filter(
    (group) => group !== statement.group && !(group === "implied" && statement.implied),
  );
  return {
    ...state,
    hide,
    undated: state.undated || !statement.edtf,
    since: isTooEarly(statement, state) ? null : state.since,
    until: isTooLate(statement, state) ? null : state.until,
    as_of: isUnknown(statement, state) ? null : state.as_of,
  };
}

// Of each kind of line, how many statements (or, where it is none, lines) are shown of how many.
export function countsOf(shown) {
  const found = new Map();
  const add = (group, here) => {
    const [seen, all] = found.get(group) ?? [0, 0];
    found.set(group, [seen + (here ? 1 : 0), all + 1]);
  };
  for (const each of statements.values()) {
    add(each.group, shown.statements.has(each.id));
    if (each.implied) {
      add("implied", shown.statements.has(each.id));
    }
  }
  const ofStatements = new Set(found.keys());
  for (const edge of edges.values()) {
    if (!ofStatements.has(edge.group)) {
      add(edge.group, shown.edges.has(edge.id));
      if (edge.implied) {
        add("implied", shown.edges.has(edge.id));
      }
    }
  }
  return found;
}

export function wordsOfVisible(shown, state) {
  const when = state.as_of ? `As of ${dayWords(state.as_of)}` : "As of the latest";
  const [here, all] = [shown.statements.size, statements.size];
  const noun = all === 1 ? "statement" : "statements";
  return here === all ? `${when}: all ${all} ${noun}` : `${when}: ${here} of ${all} ${noun}`;
}

function isHidden(statement, state) {
  return (
    state.hide.includes(statement.group) ||
    (statement.implied && state.hide.includes("implied")) ||
    (!statement.edtf && !state.undated) ||
    isTooEarly(statement, state) ||
    isTooLate(statement, state) ||
    isUnknown(statement, state)
  );
}

// Only where no day that it may have been made on lies in the range.
function isTooEarly({ edtf, latest }, { since }) {
  return Boolean(edtf && since && latest && latest < since);
}

function isTooLate({ edtf, earliest }, { until }) {
  return Boolean(edtf && until && earliest && earliest > until);
}

function isUnknown({ knownDay }, { as_of: day }) {
  return Boolean(day && !(knownDay && knownDay <= day));
}

// A node that is a statement goes with its statement.
function isOpen(node, found) {
  return Boolean(node) && (!node.statement || found.statements.has(node.statement));
}

function standsFor(edge, found) {
  const here = (id) => found.statements.has(id);
  if (edge.statement) {
    return here(edge.statement);
  }
  if (!edge.statements.length) {
    return true;
  }
  if (!BOTH.includes(edge.group)) {
    return edge.statements.some(here);
  }
  return edge.statements.some(
    (id) =>
      here(id) &&
      statements.get(id).respondsTo.some((other) => edge.statements.includes(other) && here(other)),
  );
}

function addHanging(found, edgesLeft) {
  let left = edgesLeft;
  for (let before = -1; before !== left.length; ) {
    before = left.length;
    left = left.filter((edge) => {
      const [from, to] = [found.nodes.has(edge.from), found.nodes.has(edge.to)];
      const both = from && to;
      const hangs = BOTH.includes(edge.group) ? both : BACKWARDS.includes(edge.group) ? to : from;
      return hangs ? addEdge(found, edge) : true;
    });
  }
}

// Returns false: it is no longer among those that wait.
function addEdge(found, edge) {
  found.edges.add(edge.id);
  found.nodes.add(edge.from).add(edge.to);
  return false;
}
