// The room that the map is given: the window's on a wide page, the map's own on a narrow one.

import { extentOf, shapeFor } from "./places.js";

const LEGIBLE_SCALE = 10 / 12; // the smallest words on the map are 12 pixels high, and stay 10
const NATURAL = 1.1;
const MARGIN = 1 / 0.97; // what is left free around the map, as fitMap does
const MOST_PIXELS = 12000; // pixels of the screen that a canvas may be high everywhere
const narrowPage = matchMedia("(max-width: 1080px)");

export function beginStage(map) {
  const view = map.container.parentElement;
  sizeStage(map);
  // On a narrow page the wheel scrolls the page; with Ctrl, or zoomed in, it zooms.
  const wheel = (event) => {
    if (map.narrow && !map.zoomed && !event.ctrlKey) {
      event.stopPropagation();
    }
  };
  view.addEventListener("wheel", wheel, { capture: true, passive: true });
}

// Decide which shape of the map fits, and on a narrow page how much room it takes.
export function sizeStage(map) {
  const view = map.container.parentElement;
  const { style } = map.container;
  map.narrow = narrowPage.matches;
  if (!map.narrow) {
    style.width = style.height = "";
    map.shape = shapeFor(view.clientWidth, view.clientHeight, false);
    return;
  }
  map.shape = shapeFor(view.clientWidth, innerHeight, true);
  const box = extentOf(map.shape);
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const fits = view.clientWidth / width;
  const scale = Math.min(Math.max(fits, LEGIBLE_SCALE * MARGIN), NATURAL);
  if (height * scale * devicePixelRatio > MOST_PIXELS) {
    style.width = "";
    style.height = `${Math.round(innerHeight * 0.75)}px`;
    return;
  }
  style.width = `${Math.max(Math.ceil(width * scale), view.clientWidth)}px`;
  style.height = `${Math.ceil(height * scale)}px`;
}
