// Words in a picture: real text, on a pale ground, broken into lines, in their own direction.

import { element } from "./island.js";
import { FACE, LEFTWARDS } from "./paint.js";
import { tag, xmlWords } from "./xml.js";

const SWAPPED = { start: "end", end: "start", middle: "middle" };

// Returns how wide a text is in a font ("bold 14px"), in pixels, on this machine.
export function rulerOf() {
  const context = element("canvas").getContext("2d");
  return (text, font) => {
    context.font = `${font} ${FACE}`;
    return context.measureText(text).width;
  };
}

// A text whose middle is at `y`; `anchor` says which end of it is at `x`: start is the left.
// `room` is the width that it may take, `wide` the one that it has; it is pressed together to fit.
export function wordsAt(text, x, y, { size = 12, anchor = "start", room, wide, ...look } = {}) {
  const leftwards = LEFTWARDS.test(text);
  const pressed = wide > room && { textLength: room, lengthAdjust: "spacingAndGlyphs" };
  const place = {
    x: round(x),
    y: round(y + size * 0.35),
    "font-size": size,
    "text-anchor": leftwards ? SWAPPED[anchor] : anchor,
    direction: leftwards ? "rtl" : null,
    ...pressed,
  };
  return tag("text", { ...place, ...look }, xmlWords(text));
}

// Lines pass behind words and do not strike them out.
export function groundOf(wide, x, y, tall, { anchor, fill }) {
  const left = { start: x, end: x - wide, middle: x - wide / 2 }[anchor];
  const box = { x: round(left - 2), y: round(y - tall / 2), width: round(wide + 4), height: tall };
  return tag("rect", { ...box, fill, "fill-opacity": 0.88 });
}

// Breaks `text` into lines no wider than `wide`; a word that is wider itself is cut.
export function brokenInto(text, wide, measure) {
  const lines = [""];
  for (const word of text.split(/\s+/).flatMap((each) => pieces(each, wide, measure))) {
    const longer = lines.at(-1) ? `${lines.at(-1)} ${word}` : word;
    if (lines.at(-1) && measure(longer) > wide) {
      lines.push(word);
    } else {
      lines[lines.length - 1] = longer;
    }
  }
  return lines;
}

export function round(number) {
  return Math.round(number * 10) / 10;
}

function pieces(word, wide, measure) {
  if (measure(word) <= wide) {
    return [word];
  }
  const found = [""];
  for (const char of word) {
    if (found.at(-1) && measure(found.at(-1) + char) > wide) {
      found.push("");
    }
    found[found.length - 1] += char;
  }
  return found;
}
