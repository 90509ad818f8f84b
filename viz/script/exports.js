// The menu of what leaves the page: pictures, graphs, tables and a citation, as it is filtered now.

import { citationOfMap, citeButton } from "./cite.js";
import { csvOf } from "./export-csv.js";
import { gexfOf } from "./export-gexf.js";
import { jsonOf } from "./export-json.js";
import { pngOf } from "./export-png.js";
import { svgOf } from "./export-svg.js";
import { byId, edges, element, given, nodes, statements } from "./island.js";
import { placeOf } from "./places.js";
import { fileName, sceneOf } from "./scene.js";
import { addressWith } from "./state.js";
import { rowsInOrder } from "./table.js";

const FORMATS = [
  ["SVG", "svg", "image/svg+xml", (scene) => svgOf(scene).text, "Picture whose words stay text"],
  ["PNG", "png", "image/png", pngOf, "Picture in pixels, as wide as A4 at 300 dpi"],
  ["GEXF", "gexf", "application/gexf+xml", gexfOf, "Graph for Gephi and other programs"],
  ["CSV", "csv", "text/csv", csvOf, "Statements as a table"],
  ["JSON", "json", "application/json", jsonOf, "Everything that is shown, for programs"],
];
const CITING = "Paragraph that names this map";

// Fills `container` with a button for each; `context.scene()` returns what is on the page now.
export function exportMenu(container, context) {
  const told = element("span", { role: "status", class: "hint" });
  const ways = FORMATS.filter(([title]) => title !== "CSV" || given.about.node).map(
    ([title, ending, type, write, about]) => {
      const press = element("button", { type: "button" }, title);
      press.addEventListener("click", () => {
        const scene = context.scene();
        told.textContent = "Writing …"; // a large picture in pixels takes some seconds
        saved(write, scene, type, fileName(scene, ending)).then(
          (name) => (told.textContent = `Saved: ${name}`),
          (error) => (told.textContent = error.message),
        );
      });
      return element("p", {}, press, " ", element("span", { class: "hint" }, about));
    },
  );
  const cite = citeButton("Cite", () => citationOfMap(context.scene()), CITING);
  container.append(...ways, cite, told);
}

// What the page shows now: its canvas, its visible set, the reader's state, its table (or null).
export function sceneNow({ map, shown, table }, state) {
  const live = {
    nodes: [...nodes.values()],
    edges: [...edges.values()],
    statements: [...statements.values()],
  };
  return sceneOf(given, live, shown, {
    placeOf: (node) => placeOf(node, map),
    shape: map.shape,
    regions: given.regions[map.shape],
    rows: table ? rowsInOrder(table) : live.statements,
    filters: { ...state },
    address: addressNow(state),
    hint: byId("hint")?.textContent ?? "",
  });
}

// The page's own address without what is open on it; in a file the one that it had on a service.
function addressNow(state) {
  const web = location.protocol.startsWith("http") ? location.href : given.address;
  return web && addressWith({ ...state, at: null }, web.split("#")[0]);
}

async function saved(write, scene, type, name) {
  const href = URL.createObjectURL(new Blob([await write(scene)], { type }));
  element("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10000);
  return name;
}
