// The source panel: what the map is about, a node, a line, or (source.js) a statement.

import { button, edges, element, given, named, nodes, statements } from "./island.js";
import { pairs, statementList } from "./lists.js";
import { showStatement } from "./source.js";
import { kindOf } from "./words.js";

// `told` opens an id, closes what is open, grows and shrinks the map, and reveals what is hidden.
export function showInPanel(panel, id, told) {
  const back = button("Close", told.close, { class: "close", title: "Back to the whole (Escape)" });
  const body = element("div", { class: "body" });
  if (statements.has(id)) {
    showStatement(body, statements.get(id), told);
  } else if (nodes.get(id)?.statement) {
    showStatement(body, statements.get(nodes.get(id).statement), told);
  } else if (edges.has(id)) {
    showEdge(body, edges.get(id), told);
  } else if (nodes.has(id) && id !== given.about.node) {
    showNode(body, nodes.get(id), told);
  } else {
    showAbout(body, told);
  }
  const whole = !id || id === given.about.node;
  panel.replaceChildren(...(whole ? [body] : [back, body]));
  panel.dataset.open = String(!whole);
  panel.scrollTop = 0;
}

function showAbout(panel, told) {
  const about = given.about;
  const all = [...statements.values()];
  const own = all.length
    ? [element("h3", {}, "Statements, newest first"), statementList(all, told)]
    : [element("p", {}, given.caption.shown)];
  panel.append(
    element("p", { class: "kind" }, about.kind),
    element("h2", { class: "name" }, named(about.heading)),
    pairs(about.rows),
    ...(nodes.has(about.node) ? told.growing(nodes.get(about.node)) : []),
    ...own,
  );
}

function showNode(panel, node, told) {
  const all = [...statements.values()];
  const isClaim = node.type === "Claim";
  const its = all.filter((each) =>
    isClaim ? each.claim.node === node.id : each.speakers.some((who) => who.node === node.id),
  );
  const relied = all.filter((each) => each.relays.some((on) => on.node === node.id));
  const printed = all.filter(
    (each) => node.document && each.reports.some((report) => report.document === node.document),
  );
  const none = node.facts.length || relied.length || printed.length || !all.length;
  panel.append(
    element("p", { class: "kind" }, kindOf(node)),
    element("h2", { class: "name" }, named(node.name)),
    pairs([...node.facts, ["also called", node.aliases.join("; ")]]),
    ...told.growing(node),
    ...list(isClaim ? "Statements on it, newest first" : "Said, newest first", its, told),
    ...(its.length || none ? [] : [element("p", {}, "No statement of its own is on this map.")]),
    ...list("Passed on in", relied, told),
    ...list("Prints", printed, told),
  );
}

function list(title, its, told) {
  return its.length ? [element("h3", {}, title), statementList(its, told)] : [];
}

function showEdge(panel, edge, told) {
  const end = (id) => button(nodes.get(id).name, () => told.open(id));
  const its = edge.statements.map((id) => statements.get(id)).filter(Boolean);
  panel.append(
    element("p", { class: "kind" }, its.length ? "A line for several statements" : "Relationship"),
    element("h2", { class: "name" }, named(edge.words || given.strokes[edge.group].label)),
    element("p", {}, end(edge.from), " → ", end(edge.to)),
    pairs(edge.facts),
    ...list("It stands for", its, told),
  );
}
