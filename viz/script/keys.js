// The canvas by keyboard: from node to node, nearer, farther, and back to the whole.

import { actOf, announce, counted, edges, nodes, statements } from "./island.js";
import { centreOn, fitMap, panMap, zoomMap } from "./map.js";
import { placeOf } from "./places.js";
import { kindOf } from "./words.js";

const TOWARDS = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const PAN = 80; // pixels
const FAR = 1e6; // pixels: farther than anything that lies ahead

// `told` is asked to open a node, and to close what is open.
export function keysOfMap(map, told) {
  const { container } = map;
  container.addEventListener("focusin", () => {
    if (container.matches(":focus-visible")) {
      ringAt(map, currentOf(map, told.open()));
    }
  });
  container.addEventListener("focusout", () => ringAt(map, null));
  container.addEventListener("keydown", (event) => {
    if (!event.altKey && !event.metaKey && !event.ctrlKey && pressed(map, event, told)) {
      event.preventDefault();
      event.stopPropagation();
    }
  });
  container.addEventListener("pointerdown", () => ringAt(map, null));
}

function pressed(map, event, told) {
  const towards = TOWARDS[event.key];
  if (towards && event.shiftKey) {
    panMap(map, towards[0] * PAN, towards[1] * PAN);
    return true;
  }
  if (towards) {
    step(map, towards, told);
    return true;
  }
  const act = {
    "+": () => zoomMap(map, 1.3),
    "=": () => zoomMap(map, 1.3),
    "-": () => zoomMap(map, 1 / 1.3),
    0: () => fitMap(map),
    Enter: () => told.pick(currentOf(map, told.open())),
    " ": () => told.pick(currentOf(map, told.open())),
    Escape: () => {
      fitMap(map);
      told.close();
    },
  }[event.key];
  act?.();
  return Boolean(act);
}

function step(map, towards, told) {
  const from = currentOf(map, told.open());
  const found = map.ring ? nearest(map, from, towards) : from;
  if (!found) {
    announce("Nothing further in this direction.");
    return;
  }
  ringAt(map, found);
  centreOn(map, found);
  announce(inWordsOf(nodes.get(found), map));
}

function ringAt(map, id) {
  map.current = id ?? map.current;
  map.ring = id;
  map.network.redraw();
}

function currentOf(map, open) {
  const seen = (id) => nodes.has(id) && map.shown.nodes.has(id);
  return [map.ring, map.current, open].find(seen) ?? [...map.shown.nodes][0];
}

// The nearest of those that lie rather ahead than aside, or else of all that lie ahead.
function nearest(map, id, [ahead, down]) {
  const from = middleOf(map, id);
  let best = null;
  for (const other of map.shown.nodes) {
    const to = middleOf(map, other);
    const [x, y] = [to.x - from.x, to.y - from.y];
    const along = x * ahead + y * down;
    const aside = Math.abs(x * down) + Math.abs(y * ahead);
    const cost = along + 2 * aside + (aside > along ? FAR : 0);
    if (other !== id && along > 1 && (!best || cost < best.cost)) {
      best = { id: other, cost };
    }
  }
  return best?.id ?? null;
}

function middleOf(map, id) {
  const { box } = placeOf(nodes.get(id), map);
  return { x: box[0] + box[2] / 2, y: box[1] + box[3] / 2 };
}

function inWordsOf(node, map) {
  const its = [...map.shown.statements]
    .map((id) => statements.get(id))
    .filter((each) => each.speakers.some((who) => who.node === node.id));
  const acts = its.slice(0, 3).map((each) => `${actOf(each)}, ${each.said}`);
  const lines = [...edges.values()].filter(
    (each) => map.shown.edges.has(each.id) && [each.from, each.to].includes(node.id),
  ).length;
  const tied = its.length ? counted(its.length, "statement") : counted(lines, "line");
  const name = /[.!?]$/.test(node.name) ? node.name : `${node.name}.`;
  return [`${name} ${kindOf(node)}. ${tied}.`, ...acts].join(" ");
}
