// One lane a speaker; a day is a mark, a partial date the span that it may mean.

import { button, drawn, element, given, inShort, strokes } from "./island.js";

const DAY_MS = 86400000;
const NAMES = 210;
const LANE = 22;

export function drawTimeline(box, dayless, shown, open) {
  const visible = given.statements.filter((each) => shown.statements.has(each.id));
  const dated = visible.filter((each) => each.edtf && (each.earliest || each.latest));
  const undated = visible.filter((each) => !dated.includes(each));
  box.replaceChildren();
  box.hidden = !dated.length;
  if (dated.length) {
    box.append(lanesOf(dated, Math.max(box.clientWidth - 4, 620), open));
  }
  dayless.replaceChildren();
  if (undated.length) {
    const items = undated.map((each) => button(inShort(each), () => open(each.id)));
    dayless.append(element("strong", {}, "Day not known: "), ...items);
  }
}

function lanesOf(dated, width, open) {
  const days = dated.flatMap((each) => [each.earliest, each.latest]).filter(Boolean);
  const at = scaleOf(days.map(dayNumber), NAMES + 16, width - 16);
  const picture = drawn("svg", { width, role: "group" });
  const grid = drawn("g");
  picture.append(grid);
  let y = 4;
  for (const [, { name, list }] of lanesBySpeaker(dated)) {
    const rows = packed(list, at);
    const height = LANE + (Math.max(...rows.map((row) => row.row)) || 0) * 13;
    picture.append(
      drawn("line", { x1: 0, x2: width, y1: y + height, y2: y + height, stroke: "#e6e4dd" }),
    );
    picture.append(drawn("text", { x: 0, y: y + 15 }, shortened(name), drawn("title", {}, name)));
    for (const row of rows) {
      picture.append(markOf(row, y + 11 + row.row * 13, open));
    }
    y += height;
  }
  drawTicks(grid, at, y);
  picture.setAttribute("height", y + 22);
  return picture;
}

function shortened(name) {
  return name.length > 34 ? `${name.slice(0, 33)}…` : name;
}

function lanesBySpeaker(dated) {
  const lanes = new Map();
  const day = (each) => each.latest ?? each.earliest;
  for (const each of [...dated].sort((a, b) => day(a).localeCompare(day(b)))) {
    for (const { node, name } of each.speakers) {
      const lane = lanes.get(node) ?? { name, list: [] };
      lane.list.push(each);
      lanes.set(node, lane);
    }
  }
  return lanes;
}

// Marks that would cover each other go into rows of one lane.
function packed(list, at) {
  const ends = [];
  return list.map((statement) => {
    const [left, right] = spanOf(statement, at);
    let row = ends.findIndex((end) => left - 8 > end);
    row = row < 0 ? ends.length : row;
    ends[row] = right + 8;
    return { statement, left, right, row };
  });
}

function spanOf(statement, at) {
  const left = statement.earliest ? at(dayNumber(statement.earliest)) : at.start;
  const right = statement.latest ? at(dayNumber(statement.latest)) : at.end;
  return [left, right];
}

function markOf({ statement, left, right }, y, open) {
  const { colour, head } = strokes.get(statement.group);
  const mark = drawn("g", { class: "mark" }, drawn("title", {}, inShort(statement)));
  if (statement.earliest === statement.latest) {
    const moved = `translate(${left - 49} ${y - 7})`;
    mark.append(drawn("path", { d: given.heads[head], fill: colour, transform: moved }));
  } else {
    const known = statement.earliest && statement.latest;
    mark.append(
      drawn("rect", {
        x: left - 2,
        y: y - 4,
        width: Math.max(right - left, 3) + 4,
        height: 8,
        rx: 4,
        fill: colour,
        "fill-opacity": 0.25,
        stroke: colour,
        "stroke-dasharray": known ? "none" : "3 3",
      }),
    );
  }
  mark.addEventListener("click", () => open(statement.id));
  return mark;
}

function dayNumber(iso) {
  return Date.parse(`${iso}T00:00:00Z`) / DAY_MS;
}

function scaleOf(days, start, end) {
  const first = Math.min(...days);
  const last = Math.max(...days, first + 1);
  const at = (day) => start + ((day - first) / (last - first)) * (end - start);
  return Object.assign(at, { start, end, first, last });
}

function drawTicks(grid, at, height) {
  const [unit, step] = tickOf((at.last - at.first) / ((at.end - at.start) / 90));
  const start = new Date(at.first * DAY_MS);
  const day = unit === "day" ? start.getUTCDate() : 1;
  const month = unit === "year" ? 0 : start.getUTCMonth();
  for (let n = 0; n < 200; n += 1) {
    const time = tickTime(start.getUTCFullYear(), month, day, unit, n * step);
    if (time / DAY_MS > at.last) {
      break;
    }
    if (time / DAY_MS >= at.first) {
      const x = at(time / DAY_MS);
      grid.append(drawn("line", { x1: x, x2: x, y1: 0, y2: height, stroke: "#e6e4dd" }));
      const words = tickWords(new Date(time), unit);
      grid.append(
        drawn("text", { x, y: height + 15, class: "tick", "text-anchor": "middle" }, words),
      );
    }
  }
}

function tickOf(days) {
  const steps = [
    [1, "day", 1],
    [2, "day", 2],
    [7, "day", 7],
    [14, "day", 14],
  ];
  steps.push([31, "month", 1], [92, "month", 3], [183, "month", 6], [366, "year", 1]);
  const found = steps.find(([least]) => days <= least) ?? [0, "year", Math.ceil(days / 366)];
  return [found[1], found[2]];
}

function tickTime(year, month, day, unit, count) {
  const add = (wanted) => (unit === wanted ? count : 0);
  return Date.UTC(year + add("year"), month + add("month"), day + add("day"));
}

function tickWords(date, unit) {
  const parts = {
    day: { day: "numeric", month: "short" },
    month: { month: "short", year: "numeric" },
  };
  const format = parts[unit] ?? { year: "numeric" };
  return date.toLocaleDateString("en-GB", { ...format, timeZone: "UTC" });
}
