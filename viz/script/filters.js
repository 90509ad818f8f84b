// The legend, which is also the filter of lines, and the days between which something was said.

import { byId, drawn, edges, element, given, nodes, statements } from "./island.js";
import { isDay, isFiltered } from "./state.js";
import { colourOf, fillOf, palette } from "./style.js";
import { countsOf } from "./visible.js";

export const IMPLIED_LINE = {
  label: "implied: in how documents put it, not in the words",
  dash: [3, 9],
  width: 2.5,
  head: null,
};

// `changed` is called with the part of the state that the reader has changed.
export function beginFilters(state, changed) {
  drawLegend();
  const form = byId("filters");
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", (event) => {
    const { name, id, value, checked } = event.target;
    if (name === "group") {
      const boxes = [...form.querySelectorAll("[name=group]")];
      changed({ hide: boxes.filter((box) => !box.checked).map((box) => box.value) });
    } else if (id === "undated") {
      changed({ undated: checked });
    } else if (id === "since" || id === "until") {
      changed({ [id]: isDay(value) ? value : null });
    }
  });
  showFilters(state);
}

// Lines and shapes that occur, as samples in the colours of the ground they stand on.
export function drawLegend() {
  const groups = groupsThatOccur();
  const ticked = new Map(
    [...document.querySelectorAll("[name=group]")].map((box) => [box.value, box.checked]),
  );
  byId("lines").replaceChildren(
    ...groups.map((group) => lineOfLegend(group, ticked.get(group) ?? true)),
  );
  const types = new Set([...nodes.values()].map((each) => each.type));
  byId("shapes").replaceChildren(
    ...Object.entries(given.kinds)
      .filter(([type]) => types.has(type))
      .map(([type, kind]) => shapeOfLegend(type, kind)),
  );
}

export function showFilters(state) {
  for (const box of document.querySelectorAll("[name=group]")) {
    box.checked = !state.hide.includes(box.value);
  }
  byId("since").value = state.since ?? "";
  byId("until").value = state.until ?? "";
  byId("undated").checked = state.undated;
  byId("unfilter").hidden = !isFiltered(state);
}

export function showCounts(shown) {
  const counts = countsOf(shown);
  for (const box of document.querySelectorAll("[name=group]")) {
    const [here, all] = counts.get(box.value) ?? [0, 0];
    const place = box.closest("label").querySelector(".count");
    place.textContent = here === all ? String(all) : `${here} of ${all}`;
  }
}

function groupsThatOccur() {
  const found = new Set([...statements.values()].map((each) => each.group));
  for (const edge of edges.values()) {
    found.add(edge.group);
  }
  const implied = [...statements.values(), ...edges.values()].some((each) => each.implied);
  const known = Object.keys(given.strokes).filter((group) => found.has(group));
  return implied ? [...known, "implied"] : known;
}

function lineOfLegend(group, checked) {
  const stroke = given.strokes[group] ?? IMPLIED_LINE;
  const colour = group in given.strokes ? colourOf(group) : palette().soft;
  const box = element("input", { type: "checkbox", name: "group", value: group });
  box.checked = checked;
  const line = drawn("path", {
    d: `M1 7H${stroke.head ? 45 : 55}`,
    fill: "none",
    stroke: colour,
    "stroke-width": stroke.width,
    "stroke-dasharray": stroke.dash.join(" ") || "none",
  });
  const head = stroke.head ? drawn("path", { d: given.heads[stroke.head], fill: colour }) : null;
  const size = { viewBox: "0 0 56 14", width: 42, height: 11, "aria-hidden": "true" };
  const words = element("span", {}, stroke.label, " ", element("small", { class: "count" }));
  return element("label", { class: "line" }, box, drawn("svg", size, line, head), words);
}

function shapeOfLegend(type, kind) {
  const colours = palette();
  const shape = drawn("path", {
    d: given.heads[kind.outline],
    fill: fillOf(type, colours),
    stroke: colours.ink,
    "stroke-dasharray": kind.dash || "none",
  });
  const size = { viewBox: "-1 -1 21 16", width: 20, height: 15, "aria-hidden": "true" };
  const words = element("span", {}, kind.label);
  return element("li", { class: "line" }, drawn("svg", size, shape), words);
}
