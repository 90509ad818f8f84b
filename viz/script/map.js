// The canvas: vis-network draws shapes and lines, this draws the words and the parts.

import { given, inShort, nodes, statements, strokes } from "./island.js";

export const FACE = "system-ui, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";
const NOTES = 3;
const CROWD = 60;

export function drawMap(container, picked) {
  const nodeSet = new vis.DataSet(given.nodes.map((each) => ({ ...each, title: each.name })));
  const edgeSet = new vis.DataSet(given.edges.map((each) => ({ ...each, title: titleOf(each) })));
  const network = new vis.Network(container, { nodes: nodeSet, edges: edgeSet }, given.options);
  const map = { network, nodeSet, edgeSet, shown: null, moved: false };
  network.on("beforeDrawing", (context) => paintRegions(context));
  network.on("afterDrawing", (context) => paintWords(context, map));
  network.on("click", (event) => picked(event.nodes[0] ?? null, event.edges[0] ?? null));
  network.on("dragStart", () => (map.moved = true));
  network.on("zoom", () => (map.moved = true));
  // vis-network sets its own view after this event; ours comes after that.
  network.on("resize", () => map.moved || setTimeout(() => fitMap(map)));
  fitMap(map);
  return map;
}

function titleOf(edge) {
  const statement = statements.get(edge.statement);
  return statement ? inShort(statement) : edge.words || strokes.get(edge.group).label;
}

export function fitMap(map) {
  const { clientWidth: width, clientHeight: height } = map.network.body.container;
  const box = extent();
  const scale = Math.min(width / (box.right - box.left), height / (box.bottom - box.top), 1.4);
  const position = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
  map.network.moveTo({ position, scale: scale * 0.97 });
  map.moved = false;
}

function extent() {
  const boxes = [
    ...given.nodes.map((each) => each.box),
    ...given.regions.map((each) => [each.left, each.top, each.width, each.height]),
  ];
  return {
    left: Math.min(...boxes.map(([left]) => left)),
    top: Math.min(...boxes.map(([, top]) => top)),
    right: Math.max(...boxes.map(([left, , width]) => left + width)),
    bottom: Math.max(...boxes.map(([, top, , height]) => top + height)),
  };
}

export function zoomMap(map, factor) {
  map.network.moveTo({ scale: map.network.getScale() * factor });
  map.moved = true;
}

export function pickOnMap(map, nodeIds, edgeIds) {
  const edges = edgeIds.filter((id) => !map.edgeSet.get(id).hidden);
  const found = nodeIds.filter((id) => nodes.has(id) && !map.nodeSet.get(id).hidden);
  map.network.setSelection({ nodes: found, edges }, { highlightEdges: false });
}

export function showOnMap(map, shown) {
  map.shown = shown;
  map.nodeSet.update(given.nodes.map(({ id }) => ({ id, hidden: !shown.nodes.has(id) })));
  map.edgeSet.update(given.edges.map(({ id }) => ({ id, hidden: !shown.edges.has(id) })));
}

function paintRegions(context) {
  context.fillStyle = "#f4f3ee";
  for (const region of given.regions) {
    context.beginPath();
    context.roundRect(region.left, region.top, region.width, region.height, 10);
    context.fill();
  }
}

function paintWords(context, map) {
  const scale = map.network.getScale();
  context.lineJoin = "round";
  for (const region of given.regions) {
    paintTitle(context, region, scale);
  }
  for (const node of given.nodes) {
    if (map.shown && !map.shown.nodes.has(node.id)) {
      continue;
    }
    const at = map.network.getPosition(node.id);
    if (node.linePx) {
      paintBox(context, node, at);
      continue;
    }
    if (node.code) {
      paintCode(context, node, at);
    }
    paintLabel(context, node, at, scale < 0.3 ? [] : notesOf(node, map.shown));
  }
  const legible = given.edges.length <= CROWD; // more words than that cover what they are about
  for (const edge of given.edges) {
    if (edge.words && (legible || edge.statement) && (!map.shown || map.shown.edges.has(edge.id))) {
      paintEdgeWords(context, edge, map.network);
    }
  }
}

function paintEdgeWords(context, edge, network) {
  const { x, y } = placeOfWords(edge, network);
  const lines = edge.words.split("\n");
  context.font = `12px ${FACE}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  lines.forEach((line, index) => {
    const middle = y + (index - (lines.length - 1) / 2) * 15;
    behind(context, line, x, middle, 15, "rgba(255, 255, 255, 0.85)");
    context.fillStyle = "#1d1d1f";
    context.fillText(line, x, middle);
  });
}

// On the line where it is bent; nearer to the speaker than to the claim, where lines are apart.
function placeOfWords(edge, network) {
  const [from, to] = [network.getPosition(edge.from), network.getPosition(edge.to)];
  if (edge.at) {
    return { x: from.x + edge.at[0], y: from.y + edge.at[1] };
  }
  if (!edge.statement && edge.smooth) {
    return network.body.edges[edge.id].edgeType.getPoint(edge.part);
  }
  const part = edge.statement ? 0.28 : edge.part;
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

// A pale ground, so that lines pass behind words and do not strike them out.
function behind(context, text, x, middle, tall, colour) {
  const wide = Math.min(context.measureText(text).width, 198);
  const left = { left: x, right: x - wide, center: x - wide / 2 }[context.textAlign];
  context.fillStyle = colour;
  context.fillRect(left - 2, middle - tall / 2, wide + 4, tall);
}

function paintTitle(context, region, scale) {
  const size = Math.min(Math.max(14, 11 / scale), 19);
  context.font = `italic ${size}px ${FACE}`;
  context.textAlign = "center";
  context.textBaseline = "top";
  const x = region.left + region.width / 2;
  context.strokeStyle = "#f4f3ee";
  context.lineWidth = 5;
  context.strokeText(region.title, x, region.top + 7, region.width - 16);
  context.fillStyle = "#4a4a4f";
  context.fillText(region.title, x, region.top + 7, region.width - 16);
}

function paintBox(context, node, at) {
  context.fillStyle = "#1d1d1f";
  context.font = `${node.focus ? "600 " : ""}${node.textPx}px ${FACE}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  const top = at.y - ((node.lines.length - 1) * node.linePx) / 2;
  node.lines.forEach((line, index) => {
    context.fillText(line, at.x, top + index * node.linePx, node.widthConstraint.maximum + 6);
  });
}

function paintCode(context, node, at) {
  context.fillStyle = "#1d1d1f";
  context.font = `bold 11px ${FACE}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(node.code, at.x, at.y + 0.5, 24);
}

function notesOf(node, shown) {
  const visible = node.notes.filter((each) => !shown || shown.statements.has(each.statement));
  const lines = visible.slice(0, NOTES).map((each) => each.text);
  const rest = visible.length - NOTES;
  return rest > 0 ? [...lines, `and ${rest} more`] : lines;
}

function paintLabel(context, node, at, notes) {
  const tall = node.lines.length * 17 + notes.length * 15;
  const below = node.side === "below";
  const x = { left: at.x - 18, right: at.x + 18, below: at.x }[node.side];
  let y = below ? at.y + (node.focus ? 24 : 17) : at.y - tall / 2;
  context.textAlign = { left: "right", right: "left", below: "center" }[node.side];
  context.textBaseline = "top";
  const ground = given.regions.length ? "rgba(244, 243, 238, 0.88)" : "rgba(255, 255, 255, 0.88)";
  const line = (text, font, colour, height) => {
    context.font = `${font} ${FACE}`;
    behind(context, text, x, y + height / 2, height, ground);
    context.fillStyle = colour;
    context.fillText(text, x, y + 1, 198);
    y += height;
  };
  const italic = node.type === "UnnamedSource" ? "italic " : "";
  for (const text of node.lines) {
    line(text, `${italic}600 14px`, "#1d1d1f", 17);
  }
  for (const text of notes) {
    line(text, "12px", "#4a4a4f", 15);
  }
}
