// One lane a speaker; a day is a mark, a partial date the span that it may mean.

import { packed, scaleOf, ticksOf } from "./days.js";
import { button, byId, drawn, element, given, inShort, statements, strokes } from "./island.js";
import { reachedByKey, rove } from "./rove.js";
import { colourOf } from "./style.js";

const LANE = 24;
const ROW = 13;
const LEAST_AXIS = 430; // pixels of the axis; narrower, it scrolls

// `told` opens an id and is told what is pointed at.
export function beginTimeline(told) {
  const box = byId("timeline");
  const timeline = { box, dayless: byId("dayless"), told, marks: new Map(), lanes: new Map() };
  timeline.said = new Map(); // ids of the statements of each lane
  for (const place of [box, timeline.dayless]) {
    place.addEventListener("click", (event) => opened(event, told));
    place.addEventListener("pointerover", (event) => pointed(event, told));
    place.addEventListener("pointerleave", () => told.point(null));
    place.addEventListener("focusin", (event) => pointed(event, told));
    place.addEventListener("focusout", () => told.point(null));
  }
  box.addEventListener("keydown", (event) => reachedByKey(timeline, event));
  drawTimeline(timeline);
  return timeline;
}

export function drawTimeline(timeline) {
  const { box, dayless, marks, lanes } = timeline;
  const dated = [...statements.values()].filter(
    (each) => each.edtf && (each.earliest || each.latest),
  );
  const undated = [...statements.values()].filter((each) => !dated.includes(each));
  marks.clear();
  lanes.clear();
  timeline.chart = element("div", { class: "chart" });
  timeline.rule = element("div", { class: "rule", hidden: "" });
  box.replaceChildren(timeline.chart);
  if (dated.length) {
    drawLanes(timeline, dated);
  }
  dayless.replaceChildren(
    element("strong", {}, "Day not known"),
    ...undated.map((each) => {
      const press = button(inShort(each), () => {}, { class: "plain", "data-statement": each.id });
      keep(marks, each.id, press);
      return press;
    }),
  );
}

export function showTimeline(timeline, shown, state) {
  const { marks, lanes, box, dayless, rule } = timeline;
  for (const [id, its] of marks) {
    for (const mark of its) {
      mark.toggleAttribute("hidden", !shown.statements.has(id));
    }
  }
  for (const [node, lane] of lanes) {
    lane.toggleAttribute("hidden", !timeline.said.get(node).some((id) => shown.statements.has(id)));
  }
  box.hidden = ![...lanes.values()].some((lane) => !lane.hidden);
  dayless.hidden = !dayless.querySelector("button:not([hidden])");
  rule.hidden = !state.as_of || !timeline.at;
  if (!rule.hidden) {
    rule.style.insetInlineStart = `${timeline.names + timeline.at(state.as_of)}px`;
  }
  rove(timeline);
}

// Statements and speakers that stand out while something elsewhere points at them.
export function lightOnTimeline(timeline, statementIds, nodeIds, { scroll = false } = {}) {
  classify(timeline, "lit", statementIds, nodeIds);
  const first = [...statementIds].map((id) => timeline.marks.get(id)?.[0]).find(Boolean);
  if (scroll && first) {
    scrollInBox(timeline.box, first);
  }
}

export function pickOnTimeline(timeline, statementIds, nodeIds) {
  classify(timeline, "open", statementIds, nodeIds);
  const first = [...statementIds].map((id) => timeline.marks.get(id)?.[0]).find(Boolean);
  const lane = [...nodeIds].map((id) => timeline.lanes.get(id)).find(Boolean);
  if (first ?? lane) {
    scrollInBox(timeline.box, first ?? lane);
  }
}

function drawLanes(timeline, dated) {
  const { box, chart, lanes } = timeline;
  timeline.names = box.clientWidth < 600 ? 118 : 210;
  const width = Math.max(box.clientWidth - timeline.names - 16, LEAST_AXIS);
  const days = dated.flatMap((each) => [each.earliest, each.latest]).filter(Boolean);
  const at = scaleOf(days, 14, width - 14);
  timeline.at = at;
  chart.style.width = `${timeline.names + width}px`;
  const ticks = ticksOf(at);
  chart.append(axisOf(ticks, width));
  for (const [node, { name, list }] of lanesBySpeaker(dated)) {
    const rows = packed(list, at);
    const height = LANE + Math.max(...rows.map((each) => each.row)) * ROW;
    const picture = drawn("svg", { width, height });
    picture.append(
      ...ticks.map(([x]) => drawn("line", { class: "tick", x1: x, x2: x, y1: 0, y2: height })),
    );
    for (const each of rows) {
      const mark = markOf(each, 12 + each.row * ROW);
      keep(timeline.marks, each.statement.id, mark);
      picture.append(mark);
    }
    const who = element("div", { class: "who" });
    const attributes = { class: "plain", tabindex: "-1", "data-node": node, title: name };
    who.append(button(name, () => {}, attributes));
    const lane = element("div", { class: "lane", role: "group", "aria-label": name }, who, picture);
    lane.style.height = `${height}px`;
    lanes.set(node, lane);
    timeline.said.set(
      node,
      list.map((each) => each.id),
    );
    chart.append(lane);
  }
  chart.append(timeline.rule);
}

function axisOf(ticks, width) {
  const picture = drawn("svg", { width, height: 20, "aria-hidden": "true" });
  for (const [x, words] of ticks) {
    const anchor = x > width - 40 ? "end" : x < 40 ? "start" : "middle";
    picture.append(drawn("text", { x, y: 14, "text-anchor": anchor }, words));
  }
  return element("div", { class: "axis" }, element("div", { class: "who" }), picture);
}

function lanesBySpeaker(dated) {
  const found = new Map();
  const day = (each) => each.latest ?? each.earliest;
  for (const each of [...dated].sort((a, b) => day(a).localeCompare(day(b)))) {
    for (const { node, name } of each.speakers) {
      const lane = found.get(node) ?? { name, list: [] };
      lane.list.push(each);
      found.set(node, lane);
    }
  }
  return found;
}

function markOf({ statement, left, right }, y) {
  const { head } = strokes.get(statement.group);
  const colour = colourOf(statement.group);
  const words = inShort(statement);
  const attributes = { class: "mark", role: "button", tabindex: "-1", "aria-label": words };
  const mark = drawn("g", { ...attributes, "data-statement": statement.id });
  mark.append(drawn("title", {}, words));
  const room = { x: left - 9, y: y - 9, width: right - left + 18, height: 18, rx: 3 };
  mark.append(drawn("rect", { ...room, class: "room" }));
  if (statement.earliest === statement.latest) {
    const moved = `translate(${left - 49} ${y - 7})`;
    mark.append(drawn("path", { d: given.heads[head], fill: colour, transform: moved }));
    return mark;
  }
  const known = statement.earliest && statement.latest;
  const span = { x: left - 2, y: y - 4, width: Math.max(right - left, 3) + 4, height: 8, rx: 4 };
  const paint = { fill: colour, "fill-opacity": 0.25, stroke: colour };
  mark.append(drawn("rect", { ...span, ...paint, "stroke-dasharray": known ? "none" : "3 3" }));
  return mark;
}

function opened(event, told) {
  const on = event.target.closest("[data-statement], [data-node]");
  if (on) {
    told.open(on.dataset.statement ?? on.dataset.node);
  }
}

function pointed(event, told) {
  const on = event.target.closest("[data-statement], [data-node]");
  told.point(on ? (on.dataset.statement ?? on.dataset.node) : null);
}

function classify(timeline, name, statementIds, nodeIds) {
  for (const [id, its] of timeline.marks) {
    for (const mark of its) {
      mark.classList.toggle(name, statementIds.has(id));
    }
  }
  for (const [id, lane] of timeline.lanes) {
    lane.classList.toggle(name, nodeIds.has(id));
  }
}

// Only the box scrolls: the page stays where the reader is.
function scrollInBox(box, target) {
  const [frame, at] = [box.getBoundingClientRect(), target.getBoundingClientRect()];
  if (at.height && (at.top < frame.top + 24 || at.bottom > frame.bottom)) {
    box.scrollTop += at.top - frame.top - frame.height / 2;
  }
}

function keep(marks, id, mark) {
  marks.set(id, [...(marks.get(id) ?? []), mark]);
}
