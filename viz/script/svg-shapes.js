// Outlines of nodes, as the canvas draws them: for the picture, and for where lines end.

import { CORNERS } from "./style.js";

const EVENLY = (count) => Array.from({ length: count }, (_, n) => (n * 2 * Math.PI) / count);
const OUTLINES = {
  hexagon: (r) => EVENLY(6).map((turn) => [r * Math.cos(turn), r * Math.sin(turn)]),
  square: (r) => cornersOf(-r, -r, 2 * r, 2 * r),
  dot: (r) => EVENLY(48).map((turn) => [r * Math.cos(turn), r * Math.sin(turn)]),
  ellipse: (r) => EVENLY(48).map((turn) => [1.5 * r * Math.cos(turn), r * Math.sin(turn)]),
  diamond: (r) => [
    [0, r],
    [r, 0],
    [0, -r],
    [-r, 0],
  ],
  triangle: (r) => triangle(r, 1),
  triangleDown: (r) => triangle(r, -1),
  star: (r) => EVENLY(10).map((turn, n) => spike(r * 0.82, turn, n)),
};

// The corners of `node` on the canvas, in order.
export function outlineOf(node) {
  if (node.kind.shape === "box") {
    return cornersOf(...node.box);
  }
  const size = node.kind.size * (node.focus ? 1.4 : 1);
  const outline = (OUTLINES[node.kind.shape] ?? OUTLINES.dot)(size);
  return outline.map(([x, y]) => [node.x + x, node.y + y]);
}

export function roundingOf(node) {
  return node.kind.shape === "box" ? (CORNERS[node.type] ?? 0) : null;
}

// Whether a point is inside: a ray to the right crosses an odd number of sides.
export function isInside([x, y], outline) {
  return outline.reduce((inside, [ax, ay], index) => {
    const [bx, by] = outline[(index + 1) % outline.length];
    const crosses = ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax;
    return crosses ? !inside : inside;
  }, false);
}

function cornersOf(left, top, width, height) {
  return [
    [left, top],
    [left + width, top],
    [left + width, top + height],
    [left, top + height],
  ];
}

// Larger than its size, and moved, so that it looks as large and as centred as a square.
function triangle(size, up) {
  const r = size * 1.15;
  const inner = (Math.sqrt(3) / 3) * r;
  const tall = Math.sqrt(3) * r;
  return [
    [0, up * (0.275 * r - tall + inner)],
    [r, up * (0.275 * r + inner)],
    [-r, up * (0.275 * r + inner)],
  ];
}

function spike(r, turn, n) {
  const reach = r * (n % 2 ? 0.5 : 1.3);
  return [reach * Math.sin(turn), 0.1 * r - reach * Math.cos(turn)];
}
