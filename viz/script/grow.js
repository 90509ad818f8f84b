// Expand and collapse: what lies around a node comes from the service, and goes away again.

import { edges, given, nodes, statements } from "./island.js";
import { roomBeside } from "./room.js";

const MOST_NODES = 1000; // nodes on one map
const grown = new Map(); // by expanded node: ids that its answer brought or holds
const fromPage = new Set([...nodes.keys(), ...edges.keys(), ...statements.keys()]);

export function isGrown(id) {
  return grown.has(id);
}

// Why a node cannot be expanded, in words; null when it can.
export function whyNot(node) {
  if (!given.served) {
    return "This page is a file: only a page from the service can ask for more.";
  }
  return node.more ? null : "The service has nothing more on it.";
}

// Ask the service. Returns {added, told}; throws an Error in words, with nothing added.
export async function grow(node, state) {
  const answer = await ask(node.more, state);
  const fresh = (list, kept) => list.filter((each) => !kept.has(each.id));
  const newNodes = fresh(answer.nodes, nodes);
  if (nodes.size + newNodes.length > MOST_NODES) {
    throw new Error(
      `Too large: the map would have ${nodes.size + newNodes.length} nodes; the most is ${MOST_NODES}. ` +
        "Collapse something first, or set days.",
    );
  }
  const known = new Set([...nodes.keys(), ...answer.nodes.map((each) => each.id)]);
  const lines = answer.edges.filter((each) => known.has(each.from) && known.has(each.to));
  const before = [nodes.size, statements.size];
  for (const [each, places] of roomBeside(node, newNodes)) {
    const [, x, y] = places.wide[0];
    nodes.set(each.id, { ...each, x, y, places, focus: false });
  }
  noteNew(answer.nodes);
  for (const each of fresh(lines, edges)) {
    edges.set(each.id, each);
  }
  for (const each of fresh(answer.statements, statements)) {
    statements.set(each.id, each);
  }
  inOrderOfDays();
  grown.set(node.id, new Set([...answer.nodes, ...lines, ...answer.statements].map((x) => x.id)));
  const more = answer.truncated ? ` ${answer.shown} of ${answer.total} are shown.` : "";
  return { nodes: nodes.size - before[0], statements: statements.size - before[1], more };
}

// Take away what only this node's answer brought. Returns the ids that are gone.
export function shrink(id) {
  const gone = new Set();
  const held = grown.get(id) ?? new Set();
  grown.delete(id);
  for (const each of held) {
    if (!fromPage.has(each) && ![...grown.values()].some((ids) => ids.has(each))) {
      gone.add(each);
    }
  }
  for (const each of gone) {
    nodes.delete(each);
    edges.delete(each);
    statements.delete(each);
  }
  for (const each of [...grown.keys()].filter((other) => !nodes.has(other))) {
    for (const further of shrink(each)) {
      gone.add(further);
    }
  }
  return gone;
}

async function ask(address, state) {
  const query = new URLSearchParams();
  for (const key of ["as_of", "since", "until"]) {
    if (state[key]) {
      query.set(key, state[key]);
    }
  }
  const text = query.toString();
  let answer;
  try {
    answer = await fetch(`${address}${text ? `?${text}` : ""}`, {
      headers: { Accept: "application/json" },
    });
  } catch {
    throw new Error("The service cannot be reached. Nothing was added.");
  }
  const found = await answer.json().catch(() => null);
  if (!answer.ok) {
    const why = found?.detail ?? `it answered ${answer.status}`;
    throw new Error(`The service has not answered with more: ${why} Nothing was added.`);
  }
  if (![found?.nodes, found?.edges, found?.statements].every(Array.isArray)) {
    throw new Error("The service answered in a form unknown to this page. Nothing was added.");
  }
  return found;
}

// A speaker that was there has said more: in no more lines than it was given room for.
function noteNew(list) {
  for (const each of list) {
    const old = nodes.get(each.id);
    const has = new Set(old.notes.map((note) => note.statement));
    const more = each.notes.filter((note) => !has.has(note.statement));
    if (more.length) {
      old.room ??= Math.min(old.notes.length, 4);
      old.notes = [...old.notes, ...more];
    }
  }
}

function inOrderOfDays() {
  const age = (each) => each.latest ?? each.knownDay ?? each.earliest ?? "";
  const sorted = [...statements.values()].sort(
    (a, b) => age(b).localeCompare(age(a)) || b.id.localeCompare(a.id),
  );
  statements.clear();
  for (const each of sorted) {
    statements.set(each.id, each);
  }
}
