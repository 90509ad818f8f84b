// How nodes and lines look to vis-network, on light and on dark ground. Colour never stands alone.

import { given, strokes } from "./island.js";

export const LIGHT = {
  ground: "#ffffff",
  region: "#f4f3ee",
  ink: "#1d1d1f",
  soft: "#4a4a4f",
  fill: "#e9e6dd",
  paper: "#ffffff",
  focus: "#fffdf2",
  outline: "#8a8a8a",
  lit: "#fff2b3",
  ring: "#0b57a4",
};
const DARK = {
  ground: "#17181a",
  region: "#232427",
  ink: "#e9e8e4",
  soft: "#b9b8b3",
  fill: "#45453f",
  paper: "#1f2023",
  focus: "#2c2b24",
  outline: "#85857f",
  lit: "#5c5017",
  ring: "#8ab8ee",
};
const FORCED = {
  ground: "Canvas",
  region: "Canvas",
  ink: "CanvasText",
  soft: "CanvasText",
  fill: "Canvas",
  paper: "Canvas",
  focus: "Canvas",
  outline: "CanvasText",
  lit: "Canvas",
  ring: "Highlight",
};
const IMPLIED = [3, 9];
export const CROWD = 120; // lines beyond which each is drawn paler
const HEADS = { arrow: 0.7, vee: 0.7, circle: 0.5, bar: 0.4, crow: 0.6, box: 0.5, diamond: 0.6 };
const THIN = ["bar", "crow", "vee"]; // heads up to whose tip the line is drawn, not beside it
export const CORNERS = { Claim: 3, Statement: 14 };
export const STEP = 0.14; // by how much each further line between two nodes is bent

const dark = matchMedia("(prefers-color-scheme: dark)");
const forced = matchMedia("(forced-colors: active)");
const onPaper = matchMedia("print");

export function palette() {
  return forced.matches ? FORCED : isDark() ? DARK : LIGHT;
}

export function onPalette(changed) {
  for (const each of [dark, forced, onPaper]) {
    each.addEventListener("change", changed);
  }
}

export function colourOf(group) {
  const stroke = strokes.get(group);
  return forced.matches ? "CanvasText" : isDark() ? stroke.dark : stroke.colour;
}

// Colour, width, dash and head of a line, by its group and whether it is implied.
export function strokeOf(edge) {
  const { width, dash, head } = strokes.get(edge.group);
  const mutual = edge.words === "contradicts";
  return {
    colour: colourOf(edge.group),
    width: edge.count ? Math.min(width + Math.log2(edge.count), 9) : width,
    dash: edge.implied ? IMPLIED : dash,
    head: mutual ? null : head,
  };
}

export function visNode(node, lit) {
  const kind = given.kinds[node.type];
  const found = {
    id: node.id,
    label: " ",
    title: node.name,
    shape: kind.shape,
    size: kind.size * (node.focus ? 1.4 : 1),
    x: node.x,
    y: node.y,
    borderWidth: lit ? 3 : 1.5,
    color: coloursOf(node, kind, lit),
    shapeProperties: { borderDashes: dashOf(kind, 1.5), borderRadius: CORNERS[node.type] ?? 0 },
  };
  return kind.shape === "box" ? { ...found, ...boxOf(node, lit) } : found;
}

export function visEdge(edge, crowd, title, lit) {
  const { colour, width, dash, head } = strokeOf(edge);
  const pale = crowd > CROWD && !lit && colour.startsWith("#") ? "66" : "";
  return {
    id: edge.id,
    from: edge.from,
    to: edge.to,
    title,
    color: { color: colour + pale, highlight: colour, hover: colour },
    dashes: dash.length ? [...dash] : false,
    width: width + (lit ? 2.5 : 0),
    arrows: {
      to: { enabled: Boolean(head), type: head ?? "vee", scaleFactor: HEADS[head] ?? 0.7 },
    },
    arrowStrikethrough: THIN.includes(head),
    smooth: bent(edge.bend),
    selfReference: { size: 26, angle: edge.angle, renderBehindTheNode: true },
  };
}

// Lengths of stroke and gap around a shape, on a sample of the legend or `times` as long.
export function dashOf({ dash }, times = 1) {
  return dash ? dash.split(" ").map((each) => Number(each) * times) : false;
}

export function fillOf(type, colours) {
  const white = given.kinds[type].shape === "box" || type === "UnnamedSource";
  return white ? colours.paper : colours.fill;
}

function isDark() {
  return dark.matches && !onPaper.matches;
}

function coloursOf(node, kind, lit) {
  const colours = palette();
  const boxed = kind.shape === "box" && !node.focus;
  const ground = kind.shape === "box" && node.focus ? colours.focus : fillOf(node.type, colours);
  const bright = { background: colours.lit, border: colours.ink };
  const own = { background: ground, border: boxed ? colours.outline : colours.ink };
  return { ...(lit ? bright : own), highlight: bright, hover: bright };
}

function boxOf(node, lit) {
  const [, , width, height] = node.places.wide[0][4]; // the same in every place
  return {
    margin: 8,
    widthConstraint: { minimum: width - 16, maximum: width - 16 },
    heightConstraint: { minimum: height - 16 },
    borderWidth: (node.focus ? 2.5 : 1) + (lit ? 1.5 : 0),
  };
}

// The first line between two nodes is straight, the next ones bend, in turn to each side.
function bent(bend) {
  if (!bend) {
    return false;
  }
  const type = bend % 2 ? "curvedCW" : "curvedCCW";
  return { enabled: true, type, roundness: STEP * Math.floor((bend + 1) / 2) };
}
