// Lines between nodes: bent like those on the canvas, cut where they meet the outlines.

import { STEP } from "./style.js";
import { isInside, outlineOf } from "./svg-shapes.js";

const HEAD = 5; // how far before the tip a line ends, in pixels: inside every head
const LOOP = 26;

// Returns {d, tip, turn, at(part)}: the path, where its head sits and how that is turned, in
// degrees, and any point of the whole line from middle (0) to middle (1).
export function lineOf(edge, from, to) {
  return edge.from === edge.to ? ownLoop(edge, from) : bowOf(edge, from, to);
}

function bowOf(edge, from, to) {
  const [start, end] = [
    [from.x, from.y],
    [to.x, to.y],
  ];
  const via = viaOf(start, end, edge.bend);
  const at = (part) => blend(start, via, end, part, part);
  const first = borderOf((part) => at(part), outlineOf(from));
  const last = 1 - borderOf((part) => at(1 - part), outlineOf(to));
  const [begin, stop] = first < last ? [first, last] : [0, 1];
  const slope = slopeOf(start, via, end, stop);
  const cut = edge.stroke.head ? Math.max(stop - HEAD / Math.hypot(...slope), begin) : stop;
  const path = [at(begin), blend(start, via, end, begin, cut), at(cut)].map(pair);
  const d = edge.bend ? `M${path[0]}Q${path[1]} ${path[2]}` : `M${path[0]}L${path[2]}`;
  return { d, tip: at(stop), turn: degrees(slope), at };
}

// Where the curve is drawn to, as vis-network does for "curvedCW" (odd bends) and "curvedCCW".
function viaOf([ax, ay], [bx, by], bend) {
  const round = STEP * Math.floor((bend + 1) / 2);
  const side = bend % 2 ? 1 : -1;
  const turn = Math.atan2(ay - by, bx - ax) + (side * round * 0.5 + 0.5) * Math.PI;
  const reach = (round * 0.5 + 0.5) * Math.hypot(bx - ax, by - ay);
  return [ax + reach * Math.sin(turn), ay + reach * Math.cos(turn)];
}

// A point of a quadratic curve where s equals t; the control point of its part from s to t else.
function blend(start, via, end, s, t) {
  const parts = [(1 - s) * (1 - t), (1 - s) * t + s * (1 - t), s * t];
  return [0, 1].map((axis) => parts[0] * start[axis] + parts[1] * via[axis] + parts[2] * end[axis]);
}

function slopeOf(start, via, end, t) {
  return [0, 1].map(
    (axis) => 2 * ((1 - t) * (via[axis] - start[axis]) + t * (end[axis] - via[axis])),
  );
}

// How far along a line that begins inside an outline leaves it.
function borderOf(at, outline) {
  let [inside, outside] = [0, 1];
  for (let n = 0; n < 24; n += 1) {
    const middle = (inside + outside) / 2;
    [inside, outside] = isInside(at(middle), outline) ? [middle, outside] : [inside, middle];
  }
  return outside;
}

// A circle whose middle is on the node's border; the part of it that lies outside.
function ownLoop(edge, node) {
  const outline = outlineOf(node);
  const away = [Math.cos(edge.angle), -Math.sin(edge.angle)];
  const far = borderOf(
    (part) => [node.x + away[0] * part * 999, node.y + away[1] * part * 999],
    outline,
  );
  const [x, y] = [node.x + away[0] * far * 999, node.y + away[1] * far * 999];
  const on = (turn) => [
    x + LOOP * Math.cos(turn - edge.angle),
    y + LOOP * Math.sin(turn - edge.angle),
  ];
  const reach = (side) =>
    Math.PI * (1 - borderOf((part) => on(side * Math.PI * (1 - part)), outline));
  const [begin, stop] = [-reach(-1), reach(1)];
  const cut = edge.stroke.head ? stop - HEAD / LOOP : stop;
  const large = cut - begin > Math.PI ? 1 : 0;
  const d = `M${pair(on(begin))}A${LOOP} ${LOOP} 0 ${large} 1 ${pair(on(cut))}`;
  const turn = ((stop - edge.angle) * 180) / Math.PI + 90;
  return { d, tip: on(stop), turn, at: (part) => on(begin + (stop - begin) * part) };
}

function degrees([x, y]) {
  return Math.round((Math.atan2(y, x) * 1800) / Math.PI) / 10;
}

function pair(point) {
  return point.map((each) => Math.round(each * 10) / 10).join(" ");
}
