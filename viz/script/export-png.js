// The picture in pixels, as wide as a sheet of A4 lies at 300 dpi, or larger where it has to be.

import { svgOf } from "./export-svg.js";
import { element } from "./island.js";
import { captionLines } from "./scene.js";

const PAPER = 3508; // A4 landscape at 300 dpi
const LONGEST = 8000; // pixels a side: what every browser can still draw
const DOTS = 11811; // a metre: 300 dpi
const AFTER_HEADER = 33; // the signature and the chunk IHDR, which is always 25 bytes long

// Resolves to a Blob. Rejects with an Error in words for the reader where that cannot be drawn.
export async function pngOf(scene) {
  const { text, width, height } = svgOf(scene);
  const scale = Math.min(Math.max(PAPER / width, 1), LONGEST / Math.max(width, height));
  const size = { width: Math.round(width * scale), height: Math.round(height * scale) };
  const canvas = element("canvas", size);
  const url = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  try {
    const picture = new Image();
    picture.src = url;
    await picture.decode();
    canvas.getContext("2d").drawImage(picture, 0, 0, size.width, size.height);
  } finally {
    URL.revokeObjectURL(url);
  }
  const drawn = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!drawn) {
    const wanted = `${size.width} by ${size.height} pixels`;
    throw new Error(`This browser cannot draw ${wanted}. The SVG has the same picture.`);
  }
  return labelled(new Uint8Array(await drawn.arrayBuffer()), scene);
}

// The same picture with its resolution and its caption in it.
function labelled(bytes, scene) {
  const dots = new DataView(new ArrayBuffer(9));
  dots.setUint32(0, DOTS);
  dots.setUint32(4, DOTS);
  dots.setUint8(8, 1); // the unit is the metre
  const added = [
    chunk("pHYs", new Uint8Array(dots.buffer)),
    chunk("iTXt", international("Title", scene.caption.title)),
    chunk("iTXt", international("Description", captionLines(scene).join("\n"))),
  ];
  const parts = [bytes.subarray(0, AFTER_HEADER), ...added, bytes.subarray(AFTER_HEADER)];
  return new Blob(parts, { type: "image/png" });
}

// Keyword, then: not compressed, no language, no translated keyword; the text is UTF-8.
function international(keyword, text) {
  return new TextEncoder().encode(`${keyword}\0\0\0\0\0${text.replaceAll("\0", "")}`);
}

// A chunk of a PNG: length, type, content, and a sum over type and content.
function chunk(type, content) {
  const made = new Uint8Array(content.length + 12);
  const view = new DataView(made.buffer);
  view.setUint32(0, content.length);
  made.set(new TextEncoder().encode(type), 4);
  made.set(content, 8);
  view.setUint32(content.length + 8, crc32(made.subarray(4, content.length + 8)));
  return made;
}

function crc32(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) {
      sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
    }
  }
  return ~sum >>> 0;
}
