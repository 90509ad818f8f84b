// Where nodes stand: in which of the two shapes of the map, and on which day.

import { edges, given, motionIsReduced, nodes } from "./island.js";

const NARROW = 640; // pixels of width under which a page that scrolls has the tall shape
const UPRIGHT = 0.85; // width to height under which it has it, too
const PREFERRED = 1.25; // how much larger the tall shape has to be beside other columns
export const LARGEST = 1.4; // beyond this scale a small map looks like a poster
const MOVE_MS = 350;

// On a page that scrolls the map is as high as it likes; elsewhere the size of words decides.
export function shapeFor(width, height, scrolls) {
  if (scrolls) {
    return width < NARROW || width < UPRIGHT * height ? "tall" : "wide";
  }
  const scale = (shape) => {
    const box = extentOf(shape);
    return Math.min(width / (box.right - box.left), height / (box.bottom - box.top), LARGEST);
  };
  return scale("tall") > PREFERRED * scale("wide") ? "tall" : "wide";
}

// The last place that a node had reached by that day; without a day, its last one.
export function placeOf(node, { shape, day }) {
  const places = node.places[shape];
  const reached = day ? places.filter(([from]) => from === null || from <= day) : places;
  const [, x, y, side, box] = reached.at(-1) ?? places[0];
  return { x, y, side, box };
}

// All that the map may ever cover, in pixels of the canvas.
export function extentOf(shape) {
  const boxes = [
    ...[...nodes.values()].flatMap((node) => node.places[shape].map((place) => place[4])),
    ...given.regions[shape].map((each) => [each.left, each.top, each.width, each.height]),
    ...[...edges.values()].flatMap((edge) => (edge.from === edge.to ? [loopOf(edge, shape)] : [])),
  ];
  const bound = (pick, each) =>
    boxes.reduce((found, box) => pick(found, each(box)), each(boxes[0]));
  return {
    left: bound(Math.min, ([left]) => left),
    top: bound(Math.min, ([, top]) => top),
    right: bound(Math.max, ([left, , width]) => left + width),
    bottom: bound(Math.max, ([, top, , height]) => top + height),
  };
}

// Bring every node to its place; those that change theirs are seen to move.
export function bringToPlaces(map, { animate }) {
  const moves = [];
  for (const node of nodes.values()) {
    const drawn = map.network.body.nodes[node.id];
    const { x, y } = placeOf(node, map);
    if (drawn && (Math.abs(drawn.x - x) > 1 || Math.abs(drawn.y - y) > 1)) {
      moves.push({ id: node.id, drawn, from: { x: drawn.x, y: drawn.y }, to: { x, y } });
    }
  }
  cancelAnimationFrame(map.moving);
  if (!moves.length) {
    return;
  }
  if (!animate || motionIsReduced()) {
    arrive(map, moves);
    return;
  }
  const start = performance.now();
  const step = (now) => {
    const part = Math.min((now - start) / MOVE_MS, 1);
    if (part === 1) {
      arrive(map, moves);
      return;
    }
    const eased = part * part * (3 - 2 * part);
    for (const { drawn, from, to } of moves) {
      drawn.x = from.x + (to.x - from.x) * eased;
      drawn.y = from.y + (to.y - from.y) * eased;
    }
    map.network.redraw();
    map.moving = requestAnimationFrame(step);
  };
  map.moving = requestAnimationFrame(step);
}

function arrive(map, moves) {
  map.nodeSet.update(moves.map(({ id, to }) => ({ id, ...to })));
  map.network.redraw();
}

function loopOf(edge, shape) {
  const [, x, y] = nodes.get(edge.from).places[shape].at(-1);
  return [x - 60, y - 60, 120, 120];
}
