// Looks at pictures of a page, in a tab of its own in a browser of its own.

const FAR = 32; // of 255, in any channel: what an eye tells from the ground
const EDGE = 2; // the frame of a canvas
const SHADE = 12; // how far shadows of what lies over the map reach

async function pixels(picture, box) {
  const bytes = Uint8Array.from(atob(picture), (each) => each.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const [left, top] = [Math.ceil(box[0]) + EDGE, Math.ceil(box[1]) + EDGE];
  const width = Math.min(Math.floor(box[2]) - 2 * EDGE, bitmap.width - left);
  const height = Math.min(Math.floor(box[3]) - 2 * EDGE, bitmap.height - top);
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(left, top, width, height);
  return { left, top, width, height, rgb: data };
}

// 1 for each pixel that lies under something that is not the map.
function coverOf(seen, besides) {
  const cover = new Uint8Array(seen.width * seen.height);
  for (const [left, top, width, height] of besides) {
    const first = Math.max(0, Math.floor(top) - SHADE - seen.top);
    const last = Math.min(seen.height, Math.ceil(top + height) + SHADE - seen.top);
    const from = Math.max(0, Math.floor(left) - SHADE - seen.left);
    const to = Math.min(seen.width, Math.ceil(left + width) + SHADE - seen.left);
    for (let y = first; y < last; y += 1) {
      cover.fill(1, y * seen.width + from, y * seen.width + Math.max(from, to));
    }
  }
  return cover;
}

// The colour that most pixels of the map have, none where it is wholly covered.
function groundOf({ rgb }, cover) {
  const counts = new Map();
  for (let at = 0; at < cover.length; at += 1) {
    if (!cover[at]) {
      const colour = (rgb[4 * at] << 16) | (rgb[4 * at + 1] << 8) | rgb[4 * at + 2];
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
  }
  const [colour] = [...counts].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0]);
  return [colour >> 16, (colour >> 8) & 255, colour & 255];
}

// 1 for each pixel of the map that is not ground.
function inkOf(seen, besides) {
  const cover = coverOf(seen, besides);
  const ground = groundOf(seen, cover);
  const ink = new Uint8Array(cover.length);
  for (let at = 0; at < ink.length; at += 1) {
    const far = ground.some((each, part) => Math.abs(seen.rgb[4 * at + part] - each) > FAR);
    ink[at] = far && !cover[at] ? 1 : 0;
  }
  return ink;
}

async function inkIn([picture, box, besides]) {
  return inkOf(await pixels(picture, box), besides).reduce((sum, each) => sum + each, 0);
}

// Where to take hold of the map: an empty place near its middle, as far from any ink as there is.
async function emptySpot([picture, box, besides]) {
  const seen = await pixels(picture, box);
  const ink = inkOf(seen, besides);
  const cover = coverOf(seen, besides);
  const middle = [seen.width / 2, seen.height / 2];
  for (const room of [24, 16, 10, 6, 3]) {
    let best = null;
    for (let y = room + 40; y < seen.height - room - 40; y += 5) {
      for (let x = room + 40; x < seen.width - room - 40; x += 5) {
        const away = Math.hypot(x - middle[0], y - middle[1]);
        if ((!best || away < best.away) && !cover[y * seen.width + x]) {
          if (isEmpty(ink, seen.width, x, y, room)) {
            best = { away, at: [x + seen.left, y + seen.top] };
          }
        }
      }
    }
    if (best) {
      return best.at;
    }
  }
  return null;
}

function isEmpty(ink, width, x, y, room) {
  for (let row = y - room; row <= y + room; row += 1) {
    if (ink.subarray(row * width + x - room, row * width + x + room + 1).includes(1)) {
      return false;
    }
  }
  return true;
}

// Pixels of the map that differ between two pictures.
async function changed([before, after, box]) {
  const [one, other] = [await pixels(before, box), await pixels(after, box)];
  let found = 0;
  for (let at = 0; at < one.rgb.length; at += 4) {
    found += [0, 1, 2].some((part) => Math.abs(one.rgb[at + part] - other.rgb[at + part]) > FAR);
  }
  return found;
}

globalThis.eye = { inkIn, emptySpot, changed };
