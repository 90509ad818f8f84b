// The canvas: vis-network draws shapes and lines, paint.js the words and the parts.

import { edges, given, inShort, motionIsReduced, nodes, statements, strokes } from "./island.js";
import { paintRegions, paintWords } from "./paint.js";
import { bringToPlaces, extentOf, LARGEST, placeOf } from "./places.js";
import { beginStage, sizeStage } from "./stage.js";
import { palette, visEdge, visNode } from "./style.js";

const FREE = 0.97; // of the room: the rest is left free around the map

// `told` is called with what happens on the canvas: picked, hovered.
export function drawMap(container, shown, state, told) {
  const map = { container, day: state.as_of, shown, ring: null, moved: false, moving: 0 };
  Object.assign(map, { lit: { nodes: new Set(), edges: new Set() }, zoomed: false });
  beginStage(map);
  map.nodeSet = new vis.DataSet([...nodes.values()].map((each) => nodeFor(map, each)));
  map.edgeSet = new vis.DataSet([...edges.values()].map((each) => edgeFor(map, each)));
  const options = { ...given.options, interaction: { ...given.options.interaction } };
  Object.assign(options.interaction, { keyboard: false, dragNodes: false });
  map.network = new vis.Network(container, { nodes: map.nodeSet, edges: map.edgeSet }, options);
  map.network.on("beforeDrawing", (context) => paintRegions(context, map));
  map.network.on("afterDrawing", (context) => paintWords(context, map));
  hear(map, told);
  fitMap(map);
  return map;
}

function hear(map, told) {
  const { network } = map;
  network.on("click", (event) => told.picked(event.nodes[0] ?? null, event.edges[0] ?? null));
  network.on("hoverNode", (event) => told.hovered(event.node, null));
  network.on("hoverEdge", (event) => told.hovered(null, event.edge));
  network.on("blurNode", () => told.hovered(null, null));
  network.on("blurEdge", () => told.hovered(null, null));
  network.on("dragStart", () => (map.moved = true));
  network.on("zoom", () => setZoomed(map));
  // vis-network sets its own view after this event; ours comes after that.
  network.on("resize", () => setTimeout(() => reshaped(map)));
}

function reshaped(map) {
  if (!map.container.clientWidth || !map.container.clientHeight) {
    return; // on paper a picture stands for the canvas
  }
  const before = map.shape;
  sizeStage(map);
  if (map.shape !== before) {
    bringToPlaces(map, { animate: false });
  }
  if (!map.moved || map.shape !== before) {
    fitMap(map);
  }
}

export function fitMap(map) {
  sizeStage(map);
  const { clientWidth: width, clientHeight: height } = map.container;
  const box = extentOf(map.shape);
  const scale = Math.min(width / (box.right - box.left), height / (box.bottom - box.top), LARGEST);
  const position = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
  map.network.moveTo({ position, scale: scale * FREE });
  map.fitted = scale * FREE;
  map.moved = false;
  setZoomed(map);
}

// Nearer or farther, about the middle of what can be seen of the canvas.
export function zoomMap(map, factor) {
  const frame = map.container.getBoundingClientRect();
  const view = map.container.parentElement.getBoundingClientRect();
  const x = (Math.max(view.left, 0) + Math.min(view.right, innerWidth)) / 2 - frame.left;
  const y = (Math.max(view.top, 0) + Math.min(view.bottom, innerHeight)) / 2 - frame.top;
  const position = map.network.DOMtoCanvas({ x, y });
  const offset = { x: x - frame.width / 2, y: y - frame.height / 2 };
  map.network.moveTo({ position, offset, scale: map.network.getScale() * factor });
  map.moved = true;
  setZoomed(map);
}

export function panMap(map, x, y) {
  const scale = map.network.getScale();
  const at = map.network.getViewPosition();
  map.network.moveTo({ position: { x: at.x + x / scale, y: at.y + y / scale } });
  map.moved = true;
}

// Bring a node into view; `near` also makes it readable.
export function centreOn(map, id, { near = false } = {}) {
  const node = nodes.get(id);
  if (!node) {
    return;
  }
  const { box } = placeOf(node, map);
  const middle = { x: box[0] + box[2] / 2, y: box[1] + box[3] / 2 };
  if (map.narrow && !map.zoomed) {
    scrollToPoint(map, middle);
    return;
  }
  if (!near && isInView(map, box)) {
    return;
  }
  const scale = near ? Math.max(map.network.getScale(), 1) : map.network.getScale();
  const animation = motionIsReduced() ? false : { duration: 300 };
  map.network.moveTo({ position: middle, scale, animation });
  map.moved = true;
  setZoomed(map, scale);
}

export function pickOnMap(map, nodeIds, edgeIds) {
  const found = nodeIds.filter((id) => map.nodeSet.get(id) && !map.nodeSet.get(id).hidden);
  const lines = edgeIds.filter((id) => map.edgeSet.get(id) && !map.edgeSet.get(id).hidden);
  map.network.setSelection({ nodes: found, edges: lines }, { highlightEdges: false });
}

// Show what is visible on that day, each node where it then stood.
export function showOnMap(map, shown, state, { animate = false } = {}) {
  map.shown = shown;
  map.day = state.as_of;
  hide(map.nodeSet, shown.nodes);
  hide(map.edgeSet, shown.edges);
  bringToPlaces(map, { animate });
  map.network.redraw();
}

// Lines and nodes that stand out for as long as something elsewhere points at them.
export function lightOnMap(map, nodeIds, edgeIds) {
  const before = map.lit;
  map.lit = { nodes: new Set(nodeIds), edges: new Set(edgeIds) };
  const changed = (one, two) => [...one].filter((id) => !two.has(id));
  const ids = (key) => [
    ...changed(before[key], map.lit[key]),
    ...changed(map.lit[key], before[key]),
  ];
  restyle(map, ids("nodes"), ids("edges"));
}

// After nodes and lines came, or those with the ids in `gone` went.
export function growMap(map, gone, shown) {
  map.shown = shown;
  map.lit = { nodes: new Set(), edges: new Set() };
  map.edgeSet.remove([...gone].filter((id) => map.edgeSet.get(id)));
  map.nodeSet.remove([...gone].filter((id) => map.nodeSet.get(id)));
  restyle(map);
  if (gone.has(map.ring)) {
    map.ring = null;
  }
  if (!map.moved || map.narrow) {
    fitMap(map);
  }
}

// After a change of colours, or of what there is to draw.
export function restyle(map, nodeIds = nodes.keys(), edgeIds = edges.keys()) {
  const kept = (id) => nodes.has(id) || edges.has(id);
  const found = [...nodeIds].filter(kept).map((id) => nodeFor(map, nodes.get(id)));
  const lines = [...edgeIds].filter(kept).map((id) => edgeFor(map, edges.get(id)));
  if (found.length + lines.length) {
    map.nodeSet.update(found);
    map.edgeSet.update(lines);
  }
}

export function repaint(map) {
  map.container.style.background = palette().ground;
  restyle(map);
  map.network.redraw();
}

function nodeFor(map, node) {
  const { x, y } = placeOf(node, map);
  const hidden = map.shown ? !map.shown.nodes.has(node.id) : false;
  return { ...visNode(node, map.lit.nodes.has(node.id)), x, y, hidden };
}

function edgeFor(map, edge) {
  const hidden = map.shown ? !map.shown.edges.has(edge.id) : false;
  return { ...visEdge(edge, edges.size, titleOf(edge), map.lit.edges.has(edge.id)), hidden };
}

function titleOf(edge) {
  const statement = statements.get(edge.statement);
  return statement ? inShort(statement) : edge.words || strokes.get(edge.group).label;
}

function hide(set, visible) {
  const changed = set.get().filter((each) => Boolean(each.hidden) === visible.has(each.id));
  set.update(changed.map(({ id }) => ({ id, hidden: !visible.has(id) })));
}

function setZoomed(map, scale = map.network.getScale()) {
  const zoomed = scale > map.fitted * 1.05;
  if (Math.abs(scale - map.fitted) > map.fitted * 0.02) {
    map.moved = true;
  }
  if (zoomed !== map.zoomed || map.free !== (zoomed || !map.narrow)) {
    map.zoomed = zoomed;
    map.free = zoomed || !map.narrow; // one finger moves the map, and not the page
    map.container.parentElement.dataset.free = String(map.free);
    map.network.setOptions({ interaction: { dragView: map.free } });
  }
}

function scrollToPoint(map, point) {
  const frame = map.container.getBoundingClientRect();
  const at = map.network.canvasToDOM(point);
  const behavior = motionIsReduced() ? "auto" : "smooth";
  const view = map.container.parentElement;
  view.scrollTo({ left: at.x - view.clientWidth / 2, behavior });
  window.scrollTo({ top: scrollY + frame.top + at.y - innerHeight / 3, behavior });
}

function isInView(map, [left, top, width, height]) {
  const start = map.network.canvasToDOM({ x: left, y: top });
  const end = map.network.canvasToDOM({ x: left + width, y: top + height });
  const { clientWidth, clientHeight } = map.container;
  return start.x >= 0 && start.y >= 0 && end.x <= clientWidth && end.y <= clientHeight;
}
