// Wiring: one visible set, and four views of it: canvas, timeline, table, legend.

import { citationOf, citeButton } from "./cite.js";
import { beginClock, findDays, showClock, stop } from "./clock.js";
import { exportMenu, sceneNow } from "./exports.js";
import { beginFilters, drawLegend, showCounts, showFilters } from "./filters.js";
import { growingOf } from "./growing.js";
import { announce, byId, edges, given, inShort, nodes, statements } from "./island.js";
import { keysOfMap } from "./keys.js";
import {
  centreOn,
  drawMap,
  fitMap,
  growMap,
  lightOnMap,
  pickOnMap,
  repaint,
  showOnMap,
  zoomMap,
} from "./map.js";
import { beginPage, showLevels } from "./page.js";
import { showInPanel } from "./panel.js";
import { beginPaper } from "./paper.js";
import { beginSearch } from "./search.js";
import { stateFromAddress, unfiltered, writeState } from "./state.js";
import { onPalette } from "./style.js";
import { beginTable, drawTable, lightOnTable, showTable } from "./table.js";
import { targetsOf } from "./targets.js";
import {
  beginTimeline,
  drawTimeline,
  lightOnTimeline,
  pickOnTimeline,
  showTimeline,
} from "./timeline.js";
import { unpack } from "./unpack.js";
import { reasonsHidden, revealing, visibleIn, wordsOfVisible } from "./visible.js";

const FIRST_DRAWN_MS = 500; // a page in the background is not drawn, and is built all the same
const state = stateFromAddress();
const page = { shown: visibleIn(state), pointed: null, gesture: false };
const told = {
  open: (id) => open(id, { centre: true }),
  close: () => open(null),
  point,
  reasons: (statement) => reasonsHidden(statement, state),
  reveal: (statement) => change(revealing(statement, state)),
  growing: (node) => growingOf(node, { state: () => state, changed: grew }),
  citing: (statement) => [
    citeButton("Cite this statement", () => citationOf(statement, sceneNow(page, state))),
  ],
};

unpack().then(start, () => {
  byId("map").textContent = "This map needs a browser of 2023 or newer. Its data is in this file.";
});

function start() {
  page.map = drawMap(byId("map"), page.shown, state, {
    picked: (node, edge) => open(pickedOf(node, edge)),
    hovered: (node, edge) => point(pickedOf(node, edge), { onMap: true }),
  });
  let rest = () => {
    rest = () => {};
    build();
  };
  page.map.network.once("afterDrawing", () => setTimeout(() => rest()));
  setTimeout(() => rest(), FIRST_DRAWN_MS);
}

// Everything but the canvas, after its first picture.
function build() {
  if (statements.size) {
    page.timeline = beginTimeline(told);
    page.table = beginTable(told);
    page.clock = beginClock((day, { done }) => change({ as_of: day }, { done, animate: true }));
  }
  beginPage();
  exportMenu(byId("exports"), { scene: () => sceneNow(page, state) });
  beginPaper(() => sceneNow(page, state), page.table ?? null);
  beginFilters(state, (part) => change(part));
  beginSearch((id) => open(id, { near: true }));
  keysOfMap(page.map, {
    pick: (id) => open(id),
    close: () => open(null),
    open: () => state.at ?? given.about.node,
  });
  listen();
  showAll();
  showOpen();
  document.documentElement.dataset.ready = "true";
}

function listen() {
  const press = (id, act) => byId(id).addEventListener("click", act);
  press("fit", () => fitMap(page.map));
  press("nearer", () => zoomMap(page.map, 1.3));
  press("farther", () => zoomMap(page.map, 1 / 1.3));
  press("unfilter", () => change(unfiltered(state)));
  for (const type of ["pointerover", "focusin"]) {
    byId("panel").addEventListener(type, (event) =>
      point(event.target.closest("[data-statement]")?.dataset.statement ?? null),
    );
  }
  byId("panel").addEventListener("pointerleave", () => point(null));
  addEventListener("keydown", (event) => event.key === "Escape" && open(null));
  addEventListener("popstate", () => restore());
  onPalette(() => repaintAll());
  let width = innerWidth;
  addEventListener("resize", () => {
    if (page.timeline && width !== innerWidth) {
      width = innerWidth;
      drawTimeline(page.timeline);
      showAll();
      showOpen();
    }
  });
}

function pickedOf(nodeId, edgeId) {
  return nodeId
    ? (nodes.get(nodeId)?.statement ?? nodeId)
    : (edges.get(edgeId)?.statement ?? edgeId);
}

// Change the filters: every view follows, and the address.
function change(part, { done = true, animate = false } = {}) {
  Object.assign(state, part);
  page.shown = visibleIn(state);
  writeState(state, { push: !page.gesture });
  page.gesture = !done;
  showAll({ animate });
  if (done) {
    showOpen();
    announce(wordsOfVisible(page.shown, state));
  }
}

function showAll({ animate = false } = {}) {
  showOnMap(page.map, page.shown, state, { animate });
  showFilters(state);
  showCounts(page.shown);
  showLevels(state);
  if (statements.size) {
    showClock(page.clock, page.shown, state);
    showTimeline(page.timeline, page.shown, state);
    showTable(page.table, page.shown);
  }
}

// Open a statement, a node or a line; null: what the map is about.
function open(id, { centre = false, near = false } = {}) {
  const before = state.at;
  state.at = id === given.about.node ? null : id;
  if (state.at !== before) {
    writeState(state, { push: true });
  }
  showOpen();
  const target = [...targetsOf(id).nodes][0];
  if ((centre || near) && target) {
    centreOn(page.map, target, { near });
  }
  if (id) {
    const name = nodes.get(id)?.name ?? (edges.get(id)?.words || "a line");
    announce(`Opened: ${statements.has(id) ? inShort(statements.get(id)) : name}`);
  }
}

function showOpen() {
  const found = targetsOf(state.at);
  page.map.current = [...found.nodes][0] ?? given.about.node;
  pickOnMap(page.map, [...found.nodes], [...found.edges]);
  showInPanel(byId("panel"), state.at, told);
  if (statements.size) {
    pickOnTimeline(page.timeline, found.statements, found.nodes);
    lightOnTable(page.table, found.statements, "open");
  }
}

// Whatever is pointed at stands out in the other views.
function point(id, { onMap = false } = {}) {
  if (id === page.pointed) {
    return;
  }
  page.pointed = id;
  const found = targetsOf(id);
  if (!onMap) {
    lightOnMap(page.map, found.nodes, found.edges);
  }
  if (statements.size) {
    lightOnTimeline(page.timeline, found.statements, found.nodes, { scroll: onMap });
    lightOnTable(page.table, found.statements);
  }
}

function restore() {
  if (page.clock) {
    stop(page.clock);
  }
  page.gesture = false;
  Object.assign(state, stateFromAddress());
  page.shown = visibleIn(state);
  showAll();
  showOpen();
}

// After nodes and statements came, or those with the ids in `gone` went.
function grew(gone) {
  page.shown = visibleIn(state);
  growMap(page.map, gone, page.shown);
  drawLegend();
  drawTimeline(page.timeline);
  drawTable(page.table, { anew: true });
  findDays(page.clock);
  showAll();
  if (gone.has(state.at)) {
    open(null);
  } else {
    showOpen();
  }
}

function repaintAll() {
  repaint(page.map);
  drawLegend();
  if (page.timeline) {
    drawTimeline(page.timeline);
  }
  showAll();
  showOpen();
}
