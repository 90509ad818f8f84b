// The map as a picture of its own: from positions, not from the canvas; every word is text.

import { FACE, partOfWords, ROOM, roomOf } from "./paint.js";
import { captionLines } from "./scene.js";
import { LIGHT } from "./style.js";
import { legendOf } from "./svg-legend.js";
import { lineOf } from "./svg-lines.js";
import { outlineOf, roundingOf } from "./svg-shapes.js";
import { brokenInto, groundOf, round, rulerOf, wordsAt } from "./svg-words.js";
import { tag, xmlWords } from "./xml.js";

const EDGE = 24; // white around everything, in pixels
const NARROWEST = 860; // the caption is broken into lines no narrower than this
const SHEET = 1400; // on a wider map caption and legend grow with it, to stay legible when printed

// Returns {text, width, height}: the document, and its natural size in pixels.
export function svgOf(scene) {
  const ruler = rulerOf();
  const lines = scene.edges.map((edge) => lineBetween(edge, scene.nodes));
  const box = boundsOf(scene, lines);
  const wide = Math.max(box.right - box.left, NARROWEST);
  const zoom = Math.max(1, round(wide / SHEET));
  const head = captionAbove(scene, wide / zoom, ruler);
  const legend = legendOf(scene, wide / zoom);
  const left = EDGE + (wide - (box.right - box.left)) / 2 - box.left;
  const top = EDGE + head.height * zoom - box.top;
  const below = top + box.bottom + 20;
  const [width, height] = [wide + 2 * EDGE, below + legend.height * zoom + EDGE].map(Math.ceil);
  const scaled = zoom > 1 ? ` scale(${zoom})` : "";
  const size = { width, height, viewBox: `0 0 ${width} ${height}` };
  const text = tag(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", ...size, "font-family": FACE, fill: LIGHT.ink },
    tag("title", {}, xmlWords(scene.caption.title)),
    tag("desc", {}, xmlWords(captionLines(scene).join(" "))),
    tag("rect", { width, height, fill: LIGHT.ground }),
    tag("g", { id: "of-caption", transform: `translate(${EDGE} ${EDGE})${scaled}` }, head.svg),
    tag("g", { id: "of-map", transform: `translate(${round(left)} ${round(top)})` }, [
      scene.regions.map(regionOf),
      lines.map((each) => strokesOf(each, scene)),
      scene.nodes.map(shapeOf),
      scene.regions.map((each) => titleOfRegion(each)),
      scene.nodes.map((each) => namesOf(each, ruler)),
      lines.map((each) => wordsOfLine(each, scene, ruler)),
    ]),
    tag(
      "g",
      { id: "of-legend", transform: `translate(${EDGE} ${round(below)})${scaled}` },
      legend.svg,
    ),
  );
  return { text: `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`, width, height };
}

function lineBetween(edge, nodes) {
  const [from, to] = [edge.from, edge.to].map((id) => nodes.find((each) => each.id === id));
  return { edge, from, ...lineOf(edge, from, to) };
}

function boundsOf(scene, lines) {
  const boxes = [
    ...(scene.nodes.length ? [] : [[0, 0, 0, 0]]),
    ...scene.nodes.map((each) => each.box),
    ...scene.regions.map((each) => [each.left, each.top, each.width, each.height]),
    ...lines.flatMap(({ at }) => [0.25, 0.5, 0.75].map((part) => [...at(part), 0, 0])),
  ];
  const [left, top] = [0, 1].map((axis) => Math.min(...boxes.map((box) => box[axis])));
  const [right, bottom] = [0, 1].map((axis) =>
    Math.max(...boxes.map((box) => box[axis] + box[axis + 2])),
  );
  return { left, top, right, bottom };
}

function captionAbove(scene, wide, ruler) {
  const look = { size: 20, "font-weight": 600 };
  const titles = brokenInto(scene.caption.title, wide, (text) => ruler(text, "600 20px"));
  const lines = captionLines(scene).flatMap((line) =>
    brokenInto(line, wide, (text) => ruler(text, "13px")),
  );
  const below = titles.length * 26;
  const svg = [
    titles.map((line, n) => wordsAt(line, 0, n * 26 + 10, look)),
    lines.map((line, n) => wordsAt(line, 0, below + n * 18 + 8, { size: 13, fill: LIGHT.soft })),
  ];
  return { svg, height: below + lines.length * 18 + 18 };
}

function regionOf({ left, top, width, height }) {
  return tag("rect", { x: left, y: top, width, height, rx: 10, fill: LIGHT.region });
}

function titleOfRegion({ left, top, width, title }) {
  const look = { size: 14, anchor: "middle", "font-style": "italic", fill: LIGHT.soft };
  return wordsAt(title, left + width / 2, top + 15, look);
}

function strokesOf({ edge, d, tip, turn }, scene) {
  const { colour, dash, head, width, pale } = edge.stroke;
  const moved = `translate(${tip.map(round).join(" ")}) rotate(${turn}) translate(-54 -7)`;
  return tag(
    "g",
    { opacity: pale ? 0.45 : null },
    tag("title", {}, xmlWords(edge.told)),
    tag("path", {
      d,
      fill: "none",
      stroke: colour,
      "stroke-width": width,
      "stroke-dasharray": dash.length ? dash.join(" ") : null,
    }),
    head && tag("path", { d: scene.heads[head], fill: colour, transform: moved }),
  );
}

function shapeOf(node) {
  const { fill, dash } = node.kind;
  const boxed = node.kind.shape === "box";
  const look = {
    fill: boxed && node.focus ? LIGHT.focus : fill,
    stroke: boxed && !node.focus ? LIGHT.outline : LIGHT.ink,
    "stroke-width": boxed ? (node.focus ? 2.5 : 1) : 1.5,
    "stroke-dasharray": dash ? dash.join(" ") : null,
  };
  const named = tag("title", {}, xmlWords(node.name));
  if (boxed) {
    const [x, y, width, height] = node.box;
    return tag("rect", { x, y, width, height, rx: roundingOf(node), ...look }, named);
  }
  const points = outlineOf(node).map((point) => point.map(round).join(","));
  return tag("polygon", { points: points.join(" "), ...look }, named);
}

function namesOf(node, ruler) {
  if (node.kind.shape === "box") {
    const [size, tall] = node.focus ? [15, 20] : [12, 15];
    const top = node.y - ((node.lines.length - 1) * tall) / 2;
    const look = { size, anchor: "middle", "font-weight": node.focus ? 600 : null };
    return node.lines.map((line, n) => {
      const wide = ruler(line, `${node.focus ? 600 : ""} ${size}px`);
      return wordsAt(line, node.x, top + n * tall, { ...look, wide, room: node.box[2] - 12 });
    });
  }
  const look = { size: 11, anchor: "middle", "font-weight": 700 };
  return [node.code && wordsAt(node.code, node.x, node.y, look), labelsOf(node, ruler)];
}

function labelsOf(node, ruler) {
  const fill = node.inPart ? LIGHT.region : LIGHT.ground;
  const rows = [
    ...node.lines.map((text) => ({
      text,
      size: 14,
      tall: 17,
      fill: LIGHT.ink,
      "font-weight": 600,
    })),
    ...node.written.map((text) => ({ text, size: 12, tall: 15, fill: LIGHT.soft })),
  ];
  const { beside, below } = roomOf(node);
  const anchor = { left: "end", right: "start", below: "middle" }[node.side];
  const x = { left: node.x - beside, right: node.x + beside, below: node.x }[node.side];
  const tall = rows.reduce((sum, row) => sum + row.tall, 0);
  let y = node.side === "below" ? node.y + below : node.y - tall / 2;
  return rows.map(({ text, tall, ...look }) => {
    const slanted = look["font-weight"] && node.type === "UnnamedSource" ? "italic" : null;
    const font = `${slanted ?? ""} ${look["font-weight"] ?? ""} ${look.size}px`;
    const wide = ruler(text, font);
    const fitted = { ...look, wide, room: ROOM, anchor, "font-style": slanted };
    y += tall;
    return [
      groundOf(Math.min(wide, ROOM), x, y - tall / 2, tall, { anchor, fill }),
      wordsAt(text, x, y - tall / 2, fitted),
    ];
  });
}

function wordsOfLine({ edge, from, at }, scene, ruler) {
  if (!edge.written || !(scene.few || edge.statement || edge.count)) {
    return [];
  }
  const [x, y] = edge.at ? [from.x + edge.at[0], from.y + edge.at[1]] : at(partOfWords(edge));
  const lines = edge.written.split("\n");
  return lines.map((line, n) => {
    const middle = y + (n - (lines.length - 1) / 2) * 15;
    return [
      groundOf(ruler(line, "12px"), x, middle, 15, { anchor: "middle", fill: LIGHT.ground }),
      wordsAt(line, x, middle, { anchor: "middle" }),
    ];
  });
}
