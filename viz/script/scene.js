// What is on the page now, as plain values: the one input of every export.

import { IMPLIED_LINE } from "./filters.js";
import { dayWords, inShort } from "./island.js";
import { LEGIBLE, notesOf, wordsOfEdge } from "./paint.js";
import { CROWD, dashOf, fillOf, LIGHT, strokeOf } from "./style.js";

// `live` has the nodes, edges and statements that the page holds now, as lists; `shown` the
// visible ids of each, as sets. `view` says how they are seen: shape, placeOf(node) its {x, y, side,
// box} now, regions, rows (statements in the order of the table), filters (the page's state),
// address (or null) and hint (what else a reader of the picture has to know, or nothing).
export function sceneOf(given, live, shown, view) {
  const nodes = live.nodes
    .filter((each) => shown.nodes.has(each.id))
    .map((each) => seenNode(each, given, shown, view));
  const edges = live.edges.filter((each) => shown.edges.has(each.id));
  const pale = edges.length > CROWD;
  return {
    caption: captionOf(given, live, shown, view.filters),
    asOfDay: dayShown(given, view.filters),
    madeAt: given.caption.madeAt,
    level: given.level,
    about: given.about,
    address: view.address,
    filters: view.filters,
    shown: shown[countedIn(given)].size,
    total: given.caption.total ?? null,
    few: live.edges.length <= LEGIBLE,
    nodes,
    edges: edges.map((each) => seenEdge(each, { given, live, shown, view, pale })),
    statements: view.rows
      .filter((each) => shown.statements.has(each.id))
      .map((each) => ({ ...each, answeredBy: answersSeen(each, live, shown, view.filters) })),
    regions: view.regions.filter((region) => nodes.some((each) => stands(each, region))),
    lines: linesOf(given, edges),
    kinds: kindsOf(given, nodes),
    heads: given.heads,
    hint: view.hint,
  };
}

// The caption in sentences: what was asked, as of when, what is left out, when it was made.
export function captionLines(scene) {
  const { rule, asOf, shown, filters, made } = scene.caption;
  const where = scene.address ? `Address: ${scene.address}` : "";
  return [[rule, asOf, made].join(" "), [shown, filters].filter(Boolean).join(" "), where].filter(
    Boolean,
  );
}

// "claim-four-hundred-as-of-2024-03-05": what the file is about, and nothing that a disk refuses.
export function fileName(scene, ending) {
  const about = scene.about.node || scene.caption.title;
  const words = `${about} ${scene.asOfDay ? `as of ${scene.asOfDay}` : ""}`;
  const slug = words.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  return `${slug.replace(/^-|-$/g, "").slice(0, 80) || "map"}.${ending}`;
}

function seenNode(node, given, shown, view) {
  const place = view.placeOf(node);
  return {
    ...node,
    ...place,
    kind: seenKind(given, node.type),
    notes: node.notes.filter((note) => shown.statements.has(note.statement)),
    written: notesOf(node, shown),
    inPart: view.regions.some((region) => stands(place, region)),
  };
}

// Answers that a filter hides are left out, and on a day in the past those of a day unknown here.
function answersSeen({ answeredBy }, live, shown, { as_of: day }) {
  const here = new Set(live.statements.map((each) => each.id));
  return answeredBy.filter((id) => shown.statements.has(id) || (!here.has(id) && !day));
}

function seenEdge(edge, { given, live, shown, view, pale }) {
  const here = edge.statements.filter((id) => shown.statements.has(id));
  return {
    ...edge,
    statements: here,
    count: edge.count === null ? null : here.length,
    stroke: { ...strokeOf(edge), colour: given.strokes[edge.group].colour, pale },
    written: wordsOfEdge(edge, shown, view.shape),
    told: toldOf(live, edge, given),
  };
}

// The day that is shown now; where there are no statements to choose from, the one asked for.
function dayShown(given, filters) {
  return filters.as_of ?? (given.statements.length ? null : given.caption.asOfDay);
}

function captionOf(given, live, shown, filters) {
  const { title, rule, made } = given.caption;
  const day = dayShown(given, filters);
  return {
    title,
    rule,
    made,
    asOf: day ? `As of ${dayWords(day)}.` : "As of the latest recorded.",
    shown: shownWords(given, live, shown),
    filters: filterWords(given, filters),
  };
}

function shownWords(given, live, shown) {
  const key = countedIn(given);
  const [here, all, first] = [shown[key].size, live[key].length, given[key].length];
  const more = all > first ? ` The reader has added ${all - first} to it.` : "";
  const whole = given.caption.shown;
  return here === all && all === first
    ? whole
    : `On the whole map: ${whole}${more} Here: ${here} of ${all} ${key}.`;
}

// What a map is counted in: statements, or nodes where it has none.
function countedIn(given) {
  return given.statements.length ? "statements" : "nodes";
}

function filterWords(given, { since, until, hide = [], undated = true }) {
  const days = [since && `from ${dayWords(since)}`, until && `until ${dayWords(until)}`];
  const kept = days.filter(Boolean).join(" ");
  const lines = hide.map((group) => `“${labelOf(given, group)}”`);
  const hidden = [...lines, ...(undated ? [] : ["statements whose day is not known"])];
  return [
    kept && `Shown: what may have been said ${kept}.`,
    hidden.length && `Hidden: ${hidden.join(", ")}.`,
  ]
    .filter(Boolean)
    .join(" ");
}

function lineLooks(given, group) {
  return group === "implied" ? { ...IMPLIED_LINE, colour: LIGHT.soft } : given.strokes[group];
}

function labelOf(given, group) {
  return lineLooks(given, group).label;
}

function toldOf(live, edge, given) {
  const statement = live.statements.find((each) => each.id === edge.statement);
  return statement ? inShort(statement) : edge.words || labelOf(given, edge.group);
}

function stands(node, { left, top, width, height }) {
  return node.x >= left && node.x <= left + width && node.y >= top && node.y <= top + height;
}

// The rows of the legend that occur, with how many lines each has.
function linesOf(given, edges) {
  const groups = Object.keys(given.strokes).filter((each) => each !== "implied");
  return [...groups, "implied"]
    .map((group) => ({
      ...lineLooks(given, group),
      group,
      count: edges.filter((each) => (group === "implied" ? each.implied : each.group === group))
        .length,
    }))
    .filter((each) => each.count);
}

function kindsOf(given, nodes) {
  const types = new Set(nodes.map((each) => each.type));
  return Object.keys(given.kinds)
    .filter((type) => types.has(type))
    .map((type) => seenKind(given, type));
}

function seenKind(given, type) {
  const kind = given.kinds[type];
  return { ...kind, type, dash: dashOf(kind), fill: fillOf(type, LIGHT) };
}
