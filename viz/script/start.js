// Wiring: one visible set, four views of it.

import { saveCsv, savePng } from "./export.js";
import { button, byId, element, given, nodes, statements } from "./island.js";
import { drawMap, fitMap, pickOnMap, showOnMap, zoomMap } from "./map.js";
import { showAbout, showEdge, showNode, showStatement } from "./panel.js";
import { drawTable } from "./table.js";
import { drawTimeline } from "./timeline.js";
import { matching, visibleNow, wordsOfVisible } from "./visible.js";

const panel = byId("panel");
const map = drawMap(byId("map"), pickedOnMap);
let shown = visibleNow();

function openStatement(id) {
  const statement = statements.get(id);
  const edges = given.edges.filter((each) => each.statement === id).map((each) => each.id);
  const speakers = statement.speakers.map((each) => each.node);
  pickOnMap(map, speakers, edges);
  showStatement(panel, statement, openStatement);
}

function openNode(id) {
  pickOnMap(map, id ? [id] : [], []);
  if (id === given.about.node) {
    showAbout(panel, openStatement);
  } else {
    showNode(panel, nodes.get(id), openStatement);
  }
}

function pickedOnMap(nodeId, edgeId) {
  const edge = given.edges.find((each) => each.id === edgeId);
  if (nodeId) {
    openNode(nodeId);
  } else if (edge?.statement) {
    openStatement(edge.statement);
  } else if (edge?.facts.length) {
    pickOnMap(map, [edge.from, edge.to], [edge.id]);
    showEdge(panel, edge, openNode);
  } else {
    openNode(edge ? edge.from : given.about.node);
  }
}

function refresh() {
  shown = visibleNow();
  byId("visible").textContent = wordsOfVisible(shown);
  showOnMap(map, shown);
  drawTimeline(byId("timeline"), byId("dayless"), shown, openStatement);
  drawTable(byId("statements").querySelector("table"), shown, openStatement);
}

function find() {
  const hits = matching(byId("find").value).map((hit) => {
    const open = () => (hit.node ? openNode(hit.node) : openStatement(hit.statement));
    return element("li", {}, button(hit.text, open));
  });
  const none = byId("find").value.trim().length > 1 && !hits.length;
  byId("found").replaceChildren(...(none ? [element("li", {}, "nothing found")] : hits));
  byId("found").hidden = !hits.length && !none;
}

byId("filters").addEventListener("change", refresh);
byId("filters").addEventListener("submit", (event) => event.preventDefault());
byId("find").addEventListener("input", find);
byId("fit").addEventListener("click", () => fitMap(map));
byId("nearer").addEventListener("click", () => zoomMap(map, 1.3));
byId("farther").addEventListener("click", () => zoomMap(map, 1 / 1.3));
byId("csv").addEventListener("click", () => saveCsv(shown));
byId("png").addEventListener("click", () => savePng(map));
addEventListener("beforeprint", () => (byId("statements").open = true));
addEventListener("resize", () =>
  drawTimeline(byId("timeline"), byId("dayless"), shown, openStatement),
);
addEventListener("keydown", (event) => event.key === "Escape" && openNode(given.about.node));
showAbout(panel, openStatement);
refresh();
