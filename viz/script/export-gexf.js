// The visible graph in GEXF 1.3, for Gephi and its kin. Each statement is an edge of its own.

import { captionLines } from "./scene.js";
import { tag, xmlWords } from "./xml.js";

const SHAPES = { square: "square", triangle: "triangle", triangleDown: "triangle" };
const MEANING =
  "An edge's start and end are the earliest and the latest day on which it can have been said, " +
  "not days on which it began or ended; where they differ, or one is missing, the day is not " +
  "known exactly. The attribute “said” has the day as it is known, in EDTF.";
const OF_NODES = [
  ["type", (node) => node.type],
  ["code", (node) => node.code],
  ["aliases", (node) => (node.aliases ?? []).join("; ")],
  ["focus", (node) => node.focus, "boolean"],
];
const OF_EDGES = [
  ["group", (edge) => edge.group],
  ["act", (_edge, said) => said?.act],
  ["statement", (edge) => edge.statement],
  ["statements", (edge) => edge.statements.join("; ")],
  ["count", (edge) => edge.count, "integer"],
  ["explicit", (_edge, said) => said?.explicit],
  ["commits to", (_edge, said) => said?.belief],
  ["said", (_edge, said) => said?.edtf],
  ["said in words", (_edge, said) => said?.said],
  ["day known exactly", (_edge, said) => said && isExact(said), "boolean"],
  ["words", (edge) => edge.words],
];

export function gexfOf(scene) {
  const said = new Map(scene.statements.map((each) => [each.id, each]));
  const graph = { defaultedgetype: "directed", mode: "dynamic", timeformat: "date" };
  const text = tag(
    "gexf",
    { xmlns: "http://gexf.net/1.3", "xmlns:viz": "http://gexf.net/1.3/viz", version: "1.3" },
    metaOf(scene),
    tag(
      "graph",
      { ...graph, timerepresentation: "interval" },
      titlesOf("node", OF_NODES),
      titlesOf("edge", OF_EDGES),
      tag("nodes", {}, scene.nodes.map(nodeOf)),
      tag(
        "edges",
        {},
        scene.edges.map((each) => edgeOf(each, said.get(each.statement))),
      ),
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`;
}

function metaOf(scene) {
  const words = [scene.caption.title, ...captionLines(scene), MEANING].join("\n");
  return tag(
    "meta",
    { lastmodifieddate: scene.madeAt?.slice(0, 10) },
    tag("creator", {}, "Rejoinder"),
    tag("description", {}, xmlWords(words)),
  );
}

function titlesOf(kind, columns) {
  const found = columns.map(([title, , type = "string"], id) =>
    tag("attribute", { id, title, type }),
  );
  return tag("attributes", { class: kind, mode: "static" }, found);
}

function valuesOf(columns, ...of) {
  const found = columns.flatMap(([, value], id) => {
    const known = value(...of) ?? "";
    return known === "" ? [] : [tag("attvalue", { for: id, value: String(known) })];
  });
  return tag("attvalues", {}, found);
}

function nodeOf(node) {
  const { r, g, b } = hexParts(node.kind.fill);
  return tag(
    "node",
    { id: node.id, label: node.name },
    valuesOf(OF_NODES, node),
    tag("viz:color", { r, g, b }),
    tag("viz:position", { x: node.x, y: -node.y, z: 0 }), // there, y grows upwards
    tag("viz:size", { value: node.kind.size || 20 }),
    tag("viz:shape", { value: SHAPES[node.kind.shape] ?? shapeBeside(node.kind.shape) }),
  );
}

// GEXF has four shapes; what holds words is a square, what has corners a diamond.
function shapeBeside(shape) {
  return (
    { box: "square", diamond: "diamond", hexagon: "diamond", star: "diamond" }[shape] ?? "disc"
  );
}

function edgeOf(edge, said) {
  const { colour, width, dash } = edge.stroke;
  const { r, g, b } = hexParts(colour);
  const days = { start: said?.earliest, end: said?.latest };
  return tag(
    "edge",
    {
      id: edge.id,
      source: edge.from,
      target: edge.to,
      type: "directed",
      kind: edge.group,
      label: edge.told,
      ...days,
    },
    valuesOf(OF_EDGES, edge, said),
    tag("viz:color", { r, g, b }),
    tag("viz:thickness", { value: width }),
    tag("viz:shape", { value: dash.length ? "dashed" : "solid" }),
  );
}

function isExact({ edtf }) {
  return /^\d{4}-\d\d-\d\d$/.test(edtf ?? "");
}

function hexParts(hex) {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return { r, g, b };
}
