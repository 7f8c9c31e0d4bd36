// The picture by vis-network, for up to some 2,000 things: places given, no physics.
// @ts-check

import { SIZE, place } from "./labels.js";

/** @typedef {import("./main.js").Scene} Scene */
/** @typedef {import("./main.js").Hooks} Hooks */
/** @typedef {import("./main.js").Drawing} Drawing */

const STEP = 60;
const EDGE = 0.91;
const FONT = `${SIZE}px sans-serif`;

/** @param {HTMLElement} place @param {Scene} first @param {Hooks} hooks @returns {Drawing} */
export function draw(place, first, hooks) {
  const vis = /** @type {any} */ (window).vis;
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  let scene = first;
  let at = -1;
  const nodes = new vis.DataSet(first.nodes.map((each) => node(each, hooks)));
  const edges = new vis.DataSet(first.edges.map((each, index) => edge(each, index, hooks)));
  const network = new vis.Network(place, { nodes, edges }, options(hooks));
  // the library's own frame is one more stop on the way of the Tab key, without a name: the picture around it is the stop
  for (const each of place.querySelectorAll("[tabindex]")) each.setAttribute("tabindex", "-1");
  network.once("afterDrawing", () => hooks.ready());
  network.on("beforeDrawing", (/** @type {CanvasRenderingContext2D} */ pen) => guides(pen, scene, network, hooks));
  // moving about changes no name's place among the others: they are placed anew for another scale, scene or dragged thing
  /** @type {{ scene: Scene, scale: number, labels: import("./labels.js").Label[] } | null} */
  let placed = null;
  network.on("dragging", (/** @type {any} */ event) => { if (event.nodes.length) placed = null; });
  network.on("afterDrawing", (/** @type {CanvasRenderingContext2D} */ pen) => {
    const scale = network.getScale();
    if (placed?.scene !== scene || placed.scale !== scale) placed = { scene, scale, labels: labelled(pen, scene, network) };
    names(pen, placed.labels, scale, hooks);
  });
  network.on("click", (/** @type {any} */ event) => { if (event.nodes.length) hooks.choose(event.nodes[0]); });
  network.on("dragEnd", (/** @type {any} */ event) => {
    if (!event.nodes.length) return;
    const where = network.getPositions(event.nodes)[event.nodes[0]];
    hooks.pin(event.nodes[0], where.x, where.y);
  });
  network.on("hoverNode", (/** @type {any} */ event) => {
    const each = scene.nodes.find((one) => one.id === event.node);
    if (each) hooks.tip(`${each.kind}：${each.name}`, event.pointer.DOM.x, event.pointer.DOM.y);
  });
  network.on("hoverEdge", (/** @type {any} */ event) => {
    const each = scene.edges[event.edge];
    if (each) hooks.tip([each.type, each.text].filter(Boolean).join("："), event.pointer.DOM.x, event.pointer.DOM.y);
  });
  for (const name of ["blurNode", "blurEdge", "dragStart", "zoom"]) network.on(name, () => hooks.tip("", 0, 0));
  whole(false);
  focusOn(scene.about);

  /** Everything, with room around it for the names of what lies at the edge. @param {boolean} moving */
  function whole(moving) {
    const before = { position: network.getViewPosition(), scale: network.getScale() };
    network.fit({ maxZoomLevel: 1.3 });
    const after = { position: network.getViewPosition(), scale: network.getScale() * EDGE };
    if (moving) network.moveTo(before);
    network.moveTo({ ...after, animation: moving && { duration: 250 } });
  }

  /** @param {string} id */
  function focusOn(id) {
    if (id && nodes.get(id)) network.selectNodes([id], false);
    else network.unselectAll();
  }

  /** @param {Scene} fresh */
  function update(fresh) {
    const kept = new Set(fresh.nodes.map((each) => each.id));
    const gone = nodes.getIds().filter((/** @type {string} */ id) => !kept.has(id));
    const come = fresh.nodes.filter((each) => !nodes.get(each.id));
    const before = new Map(scene.nodes.map((each) => [each.id, each]));
    const moved = fresh.nodes.filter((each) => {
      const was = before.get(each.id);
      return was && (was.x !== each.x || was.y !== each.y);
    });
    nodes.remove(gone);
    nodes.update(fresh.nodes.map((each) => node(each, hooks)));
    edges.clear();
    edges.add(fresh.edges.map((each, index) => edge(each, index, hooks)));
    at = fresh.nodes.findIndex((each) => each.id === scene.nodes[at]?.id);
    scene = fresh;
    network.setOptions(options(hooks));
    const size = [place.clientWidth, place.clientHeight];
    const seen = come.every((each) => {
      const where = network.canvasToDOM({ x: each.x, y: each.y });
      return where.x > 0 && where.y > 0 && where.x < size[0] && where.y < size[1];
    });
    if (!seen || come.length > kept.size / 2 || moved.length > kept.size / 2) whole(!still.matches);
    focusOn(fresh.about);
  }

  /** @param {string} key */
  function key(key) {
    const where = network.getViewPosition();
    const scale = network.getScale();
    const moves = /** @type {Record<string, [number, number]>} */ ({ ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] });
    if (key in moves) network.moveTo({ position: { x: where.x + (moves[key][0] * STEP) / scale, y: where.y + (moves[key][1] * STEP) / scale } });
    else if (key === "+" || key === "=") network.moveTo({ scale: scale * 1.25 });
    else if (key === "-") network.moveTo({ scale: scale / 1.25 });
    else if (key === "0") whole(false);
    else if (key === "n" || key === "p") {
      at = key === "n" ? (at + 1) % scene.nodes.length : (at > 0 ? at : scene.nodes.length) - 1;
      const each = scene.nodes[at];
      network.selectNodes([each.id], false);
      network.moveTo({ position: { x: each.x, y: each.y } });
      const dom = network.canvasToDOM({ x: each.x, y: each.y });
      hooks.tip(`${each.kind}：${each.name}`, dom.x, dom.y);
    } else if (key === "Enter" && at >= 0) hooks.choose(scene.nodes[at].id);
    else return false;
    return true;
  }

  return { update, key, close: () => network.destroy() };
}

/** @param {Hooks} hooks */
function options(hooks) {
  return {
    physics: false,
    autoResize: true,
    layout: { improvedLayout: false },
    interaction: { hover: true, keyboard: false, navigationButtons: false, selectConnectedEdges: false, tooltipDelay: 1e6, hideEdgesOnDrag: false },
    nodes: { borderWidth: 1.5, borderWidthSelected: 3, labelHighlightBold: false, chosen: true },
    edges: { smooth: false, width: 1.2, hoverWidth: 1, selectionWidth: 1, color: { color: hooks.colour("line-strong"), hover: hooks.colour("ink"), highlight: hooks.colour("ink") }, arrows: { to: { enabled: true, scaleFactor: 0.45 } } },
  };
}

/** @param {Scene["nodes"][number]} each @param {Hooks} hooks */
function node(each, hooks) {
  const hollow = each.marks.includes("vacant") || each.marks.includes("withheld");
  const marked = each.marks.includes("found") || each.marks.includes("chosen");
  const background = hooks.colour(hollow ? "paper" : each.fill);
  const border = hooks.colour(marked ? "weakness" : each.line);
  return {
    id: each.id,
    x: each.x,
    y: each.y,
    shape: each.shape === "circle" ? "dot" : each.shape,
    size: each.size,
    borderWidth: marked ? 3 : 1.5,
    shapeProperties: { borderDashes: hollow ? [4, 3] : false },
    color: { background, border, highlight: { background, border: hooks.colour("weakness") }, hover: { background, border: hooks.colour("ink") } },
  };
}

/** Where the names stand at the scale of the picture. @param {CanvasRenderingContext2D} pen @param {Scene} scene @param {any} network */
function labelled(pen, scene, network) {
  const positions = network.getPositions();
  const links = weights(scene);
  const named = scene.nodes.map((each) => ({ ...each, ...positions[each.id], weight: links.get(each.id) ?? 0 }));
  pen.save();
  pen.font = FONT;
  const found = place(named, network.getScale(), (text) => width(pen, text), scene.beside);
  pen.restore();
  return found;
}

/**
 * The names, on top of everything: as large on the screen at every scale.
 * @param {CanvasRenderingContext2D} pen @param {import("./labels.js").Label[]} labels @param {number} scale @param {Hooks} hooks
 */
function names(pen, labels, scale, hooks) {
  pen.save();
  pen.scale(1 / scale, 1 / scale);
  pen.font = FONT;
  pen.textBaseline = "top";
  pen.lineJoin = "round";
  pen.lineWidth = 3;
  pen.strokeStyle = hooks.colour("paper");
  pen.fillStyle = hooks.colour("ink");
  for (const label of labels) {
    pen.textAlign = label.align;
    label.lines.forEach((line, index) => {
      pen.strokeText(line, label.x, label.y + index * SIZE * 1.25);
      pen.fillText(line, label.x, label.y + index * SIZE * 1.25);
    });
  }
  pen.restore();
}

/** @type {WeakMap<Scene, Map<string, number>>} */
const weighed = new WeakMap();

/** How many links each thing has. @param {Scene} scene */
function weights(scene) {
  const known = weighed.get(scene);
  if (known) return known;
  /** @type {Map<string, number>} */
  const counted = new Map();
  for (const each of scene.edges) for (const end of [each.from, each.to]) counted.set(end, (counted.get(end) ?? 0) + 1);
  weighed.set(scene, counted);
  return counted;
}

/** @type {Map<string, number>} */
const widths = new Map();

/** @param {CanvasRenderingContext2D} pen @param {string} text */
function width(pen, text) {
  const known = widths.get(text);
  if (known !== undefined) return known;
  if (widths.size > 50_000) widths.clear();
  const found = pen.measureText(text).width;
  widths.set(text, found);
  return found;
}

/** @param {Scene["edges"][number]} each @param {number} id @param {Hooks} hooks */
function edge(each, id, hooks) {
  return { id, from: each.from, to: each.to, dashes: each.derived ? [5, 4] : false, ...(each.mutual && { arrows: "" }) };
}

/** @param {CanvasRenderingContext2D} pen @param {Scene} scene @param {any} network @param {Hooks} hooks */
function guides(pen, scene, network, hooks) {
  if (!scene.guides.length) return;
  const canvas = pen.canvas.getBoundingClientRect();
  const from = network.DOMtoCanvas({ x: 0, y: 0 });
  const to = network.DOMtoCanvas({ x: canvas.width, y: canvas.height });
  const scale = network.getScale();
  pen.save();
  pen.strokeStyle = hooks.colour("line");
  pen.fillStyle = hooks.colour("muted");
  pen.lineWidth = 1 / scale;
  pen.font = `${11 / scale}px sans-serif`;
  for (const each of scene.guides) {
    pen.beginPath();
    if (each.upright) { pen.moveTo(each.at, from.y); pen.lineTo(each.at, to.y); } else { pen.moveTo(from.x, each.at); pen.lineTo(to.x, each.at); }
    pen.stroke();
    if (each.upright) pen.fillText(each.text, each.at + 3 / scale, from.y + 14 / scale);
    else pen.fillText(each.text, from.x + 6 / scale, each.at - 4 / scale);
  }
  pen.restore();
}
