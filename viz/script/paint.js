// Words on the canvas, the parts behind them, and the ring around the node that has the focus.

import { edges, given, nodes } from "./island.js";
import { placeOf } from "./places.js";
import { palette } from "./style.js";

export const FACE =
  "-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', 'Liberation Sans', Arial, sans-serif";
const NOTES = 3;
export const LEGIBLE = 60; // with more lines than this their words cover what they are about
const SMALL = 0.3; // scale below which only names are written
export const ROOM = 198; // pixels for the words of a node that does not hold them
export const LEFTWARDS = /^[^\p{L}]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;

export function paintRegions(context, map) {
  const colours = palette();
  for (const region of regionsShown(map)) {
    context.beginPath();
    context.roundRect(region.left, region.top, region.width, region.height, 10);
    context.fillStyle = colours.region;
    context.fill();
    if (colours.region === colours.ground) {
      context.strokeStyle = colours.outline;
      context.lineWidth = 1;
      context.stroke();
    }
  }
}

export function paintWords(context, map) {
  const scale = map.network.getScale();
  context.lineJoin = "round";
  for (const region of regionsShown(map)) {
    paintTitle(context, region, scale);
  }
  for (const node of nodes.values()) {
    if (!map.shown || map.shown.nodes.has(node.id)) {
      paintNode(context, node, map, scale);
    }
  }
  for (const edge of edges.values()) {
    const legible = edges.size <= LEGIBLE || edge.statement || edge.count;
    const words = legible && wordsOfEdge(edge, map.shown, map.shape);
    if (words && (!map.shown || map.shown.edges.has(edge.id))) {
      paintEdgeWords(context, edge, words, map.network);
    }
  }
  if (map.ring && nodes.has(map.ring)) {
    paintRing(context, nodes.get(map.ring), map, scale);
  }
}

// At most three statements in a few words, in no more lines than the node was given room for.
export function notesOf(node, shown) {
  const visible = node.notes.filter((each) => !shown || shown.statements.has(each.statement));
  const room = node.room ?? NOTES + 1;
  const most = visible.length > Math.min(room, NOTES) ? Math.min(room - 1, NOTES) : visible.length;
  const lines = visible.slice(0, Math.max(most, 0)).map((each) => each.text);
  const rest = visible.length - lines.length;
  return rest > 0 && room > 0 ? [...lines, `and ${rest} more`] : lines;
}

// A line that stands for several statements says how many of them are shown. In a tall map lines of
// statements cross the names below them: there their words stand below the names only.
export function wordsOfEdge(edge, shown, shape) {
  if (edge.statement && shape === "tall") {
    return "";
  }
  if (!edge.count) {
    return edge.words;
  }
  const here = edge.statements.filter((id) => !shown || shown.statements.has(id));
  return here.length > 1 ? String(here.length) : edge.words;
}

// How far along a line its words stand: nearer to the speaker than to the claim, where lines are
// apart.
export function partOfWords(edge) {
  return edge.statement || edge.count ? 0.28 : edge.part;
}

// How far from the middle of a node its name begins, beside it and below it.
export function roomOf(node) {
  return node.focus ? { beside: 25, below: 24 } : { beside: 18, below: 17 };
}

// Parts in which nobody is shown are left out.
function regionsShown(map) {
  const here = [...nodes.values()].filter((each) => !map.shown || map.shown.nodes.has(each.id));
  const places = here.map((each) => placeOf(each, map));
  return given.regions[map.shape].filter((each) => places.some((place) => holds(each, place)));
}

function paintNode(context, node, map, scale) {
  const at = map.network.getPosition(node.id);
  if (given.kinds[node.type].shape === "box") {
    paintBox(context, node, at, map);
    return;
  }
  if (node.code) {
    paintCode(context, node, at);
  }
  paintLabel(context, node, at, map, scale < SMALL ? [] : notesOf(node, map.shown));
}

// Names in letters that run leftwards keep their signs on their own side.
function write(context, text, x, y, most) {
  context.direction = LEFTWARDS.test(text) ? "rtl" : "ltr";
  context.fillText(text, x, y, most);
}

function paintEdgeWords(context, edge, words, network) {
  const colours = palette();
  const { x, y } = placeOfWords(edge, network);
  const lines = words.split("\n");
  context.font = `12px ${FACE}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  for (const [index, line] of lines.entries()) {
    const middle = y + (index - (lines.length - 1) / 2) * 15;
    behind(context, line, x, middle, 15, colours.ground);
    context.fillStyle = colours.ink;
    write(context, line, x, middle);
  }
}

function placeOfWords(edge, network) {
  const [from, to] = [network.getPosition(edge.from), network.getPosition(edge.to)];
  if (edge.at) {
    return { x: from.x + edge.at[0], y: from.y + edge.at[1] };
  }
  const part = partOfWords(edge);
  if (edge.bend) {
    return network.body.edges[edge.id].edgeType.getPoint(part);
  }
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

// A ground of its own, so that lines pass behind words and do not strike them out.
function behind(context, text, x, middle, tall, colour) {
  const wide = Math.min(context.measureText(text).width, ROOM);
  const left = { left: x, right: x - wide, center: x - wide / 2 }[context.textAlign];
  context.globalAlpha = 0.88;
  context.fillStyle = colour;
  context.fillRect(left - 2, middle - tall / 2, wide + 4, tall);
  context.globalAlpha = 1;
}

function paintTitle(context, region, scale) {
  const colours = palette();
  const size = Math.min(Math.max(14, 11 / scale), 19);
  context.font = `italic ${size}px ${FACE}`;
  context.textAlign = "center";
  context.textBaseline = "top";
  const x = region.left + region.width / 2;
  context.strokeStyle = colours.region;
  context.lineWidth = 5;
  context.strokeText(region.title, x, region.top + 7, region.width - 16);
  context.fillStyle = colours.soft;
  write(context, region.title, x, region.top + 7, region.width - 16);
}

function paintBox(context, node, at, map) {
  const [size, height] = node.focus ? [15, 20] : [12, 15];
  context.fillStyle = palette().ink;
  context.font = `${node.focus ? "600 " : ""}${size}px ${FACE}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  const top = at.y - ((node.lines.length - 1) * height) / 2;
  for (const [index, line] of node.lines.entries()) {
    write(context, line, at.x, top + index * height, placeOf(node, map).box[2] - 10);
  }
}

function paintCode(context, node, at) {
  context.fillStyle = palette().ink;
  context.font = `bold 11px ${FACE}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  write(context, node.code, at.x, at.y + 0.5, 24);
}

function paintLabel(context, node, at, map, notes) {
  const colours = palette();
  const tall = node.lines.length * 17 + notes.length * 15;
  const { side } = placeOf(node, map);
  const { beside, below } = roomOf(node);
  const x = { left: at.x - beside, right: at.x + beside, below: at.x }[side];
  let y = side === "below" ? at.y + below : at.y - tall / 2;
  context.textAlign = { left: "right", right: "left", below: "center" }[side];
  context.textBaseline = "top";
  const inPart = given.regions[map.shape].some((each) => holds(each, at));
  const ground = inPart ? colours.region : colours.ground;
  const line = (text, font, colour, height) => {
    context.font = `${font} ${FACE}`;
    behind(context, text, x, y + height / 2, height, ground);
    context.fillStyle = colour;
    write(context, text, x, y + 1, ROOM);
    y += height;
  };
  const italic = node.type === "UnnamedSource" ? "italic " : "";
  for (const text of node.lines) {
    line(text, `${italic}600 14px`, colours.ink, 17);
  }
  for (const text of notes) {
    line(text, "12px", colours.soft, 15);
  }
}

function holds({ left, top, width, height }, { x, y }) {
  return x >= left && x <= left + width && y >= top && y <= top + height;
}

function paintRing(context, node, map, scale) {
  const colours = palette();
  const at = map.network.getPosition(node.id);
  const place = placeOf(node, map);
  const [left, top, width, height] = place.box;
  const [x, y] = [left + at.x - place.x, top + at.y - place.y];
  for (const [colour, wide] of [
    [colours.ground, 6],
    [colours.ring, 3],
  ]) {
    context.beginPath();
    context.roundRect(x - 5, y - 5, width + 10, height + 10, 6);
    context.strokeStyle = colour;
    context.lineWidth = wide / scale;
    context.stroke();
  }
}
