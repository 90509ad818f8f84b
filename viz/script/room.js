// Room for new nodes beside the one that they belong to: nothing that stands is covered or moves.

import { given, nodes } from "./island.js";

const GRID = 36; // pixels from one place that is tried to the next
const GAP = 14;
const FARTHEST = 140; // rings of such places

// Yields each new node with its places in both shapes of the map.
export function* roomBeside(parent, added) {
  const taken = { wide: takenIn("wide"), tall: takenIn("tall") };
  for (const node of added) {
    const places = {};
    for (const shape of ["wide", "tall"]) {
      places[shape] = [placed(node, parent.places[shape].at(-1), taken[shape])];
    }
    yield [node, places];
  }
}

// All that is covered on any day, and the parts: to stand in one would say something.
function takenIn(shape) {
  return [
    ...[...nodes.values()].flatMap((node) => node.places[shape].map((place) => place[4])),
    ...given.regions[shape].map((each) => [each.left, each.top, each.width, each.height]),
  ];
}

function placed(node, [, px, py], taken) {
  const [, x, y, side, [left, top, width, height]] = node.places.wide.at(-1);
  for (const [dx, dy] of outwards()) {
    const box = [px + dx - width / 2, py + dy - height / 2, width, height];
    if (!taken.some((other) => meets(other, box))) {
      taken.push(box);
      return [null, box[0] + x - left, box[1] + y - top, side, box];
    }
  }
  // Beyond everything: below all that stands.
  const bottom = Math.max(...taken.map(([, y0, , h]) => y0 + h)) + GAP;
  const box = [px - width / 2, bottom, width, height];
  taken.push(box);
  return [null, box[0] + x - left, box[1] + y - top, side, box];
}

// Places ring by ring, the nearest first.
function* outwards() {
  for (let ring = 1; ring < FARTHEST; ring += 1) {
    for (let step = -ring; step <= ring; step += 1) {
      yield* [
        [ring * GRID, step * GRID],
        [-ring * GRID, step * GRID],
        [step * GRID, ring * GRID],
        [step * GRID, -ring * GRID],
      ];
    }
  }
}

function meets([left, top, width, height], box) {
  return (
    left < box[0] + box[2] + GAP &&
    box[0] < left + width + GAP &&
    top < box[1] + box[3] + GAP &&
    box[1] < top + height + GAP
  );
}
