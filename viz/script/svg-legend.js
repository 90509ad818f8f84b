// The legend of a picture: the lines and shapes that occur in it, in columns.

import { LIGHT } from "./style.js";
import { brokenInto, rulerOf, wordsAt } from "./svg-words.js";
import { tag } from "./xml.js";

const COLUMN = 300;
const LINE = 16;
const SIZE = 12.5;

// Returns {svg, height}; `wide` is the width that it may take.
export function legendOf(scene, wide) {
  const ruler = rulerOf();
  const measure = (text) => ruler(text, `${SIZE}px`);
  const columns = Math.max(1, Math.floor(wide / COLUMN));
  const room = wide / columns - 84;
  const lines = scene.lines.map((each) => ({
    sample: strokeSample(each, scene.heads),
    words: brokenInto(`${each.label} (${each.count})`, room, measure),
  }));
  const shapes = scene.kinds.map((each) => ({
    sample: kindSample(each, scene.heads),
    words: brokenInto(each.label, room, measure),
  }));
  const parts = [];
  let y = 0;
  for (const [title, entries] of [
    ["Lines, and how many of each", lines],
    ["Shapes", shapes],
  ]) {
    if (entries.length) {
      parts.push(wordsAt(title, 0, y + 10, { size: 13, "font-weight": 600 }));
      const block = inColumns(entries, columns, wide / columns, y + 24);
      parts.push(block.svg);
      y = block.bottom + 10;
    }
  }
  if (scene.hint) {
    const hint = brokenInto(scene.hint, wide, measure);
    parts.push(hint.map((line, n) => wordsAt(line, 0, y + 8 + n * LINE, { size: SIZE })));
    y += hint.length * LINE;
  }
  return { svg: parts, height: y };
}

function inColumns(entries, columns, wide, top) {
  const parts = [];
  let y = top;
  for (let first = 0; first < entries.length; first += columns) {
    const row = entries.slice(first, first + columns);
    row.forEach(({ sample, words }, column) => {
      const x = column * wide;
      parts.push(tag("g", { transform: `translate(${Math.round(x)} ${y})` }, sample));
      parts.push(words.map((line, n) => wordsAt(line, x + 66, y + 7 + n * LINE, { size: SIZE })));
    });
    y += Math.max(...row.map(({ words }) => words.length)) * LINE + 4;
  }
  return { svg: parts, bottom: y };
}

function strokeSample({ colour, width, dash, head }, heads) {
  const dashes = dash.length ? dash.join(" ") : null;
  const line = { d: `M1 7H${head ? 49 : 55}`, fill: "none", stroke: colour };
  return [
    tag("path", { ...line, "stroke-width": width, "stroke-dasharray": dashes }),
    head && tag("path", { d: heads[head], fill: colour }),
  ];
}

function kindSample({ outline, dash, fill }, heads) {
  const look = { d: heads[outline], fill, stroke: LIGHT.ink, transform: "translate(18 0)" };
  return tag("path", {
    ...look,
    "stroke-dasharray": dash ? dash.map((each) => each * 0.7).join(" ") : null,
  });
}
