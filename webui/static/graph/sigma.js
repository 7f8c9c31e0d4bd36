// The picture by sigma in WebGL, for thousands of things: each a point, its shape told by the legend and its name.
// @ts-check

/** @typedef {import("./main.js").Scene} Scene */
/** @typedef {import("./main.js").Hooks} Hooks */
/** @typedef {import("./main.js").Drawing} Drawing */

/** With more things than these each is drawn smaller, so that those that lie together can be told apart. */
const MANY = 4000;

/** @param {HTMLElement} place @param {Scene} first @param {Hooks} hooks @returns {Drawing} */
export function draw(place, first, hooks) {
  const Sigma = /** @type {any} */ (window).Sigma;
  const graphology = /** @type {any} */ (window).graphology;
  let scene = first;
  let at = -1;
  const graph = new graphology.Graph({ multi: true, type: "directed" });
  fill(graph, first, hooks);
  const renderer = new Sigma(graph, place, {
    labelColor: { color: hooks.colour("ink") },
    labelSize: 12,
    labelFont: "sans-serif",
    labelRenderedSizeThreshold: 5,
    labelGridCellSize: 170,
    defaultEdgeColor: hooks.colour("line-strong"),
    zIndex: true,
    allowInvalidContainer: true,
    minCameraRatio: 0.005,
    maxCameraRatio: 4,
  });
  // the first frame is drawn by the constructor, before anybody can listen: the next one says that it is there
  requestAnimationFrame(() => hooks.ready());
  renderer.on("clickNode", (/** @type {any} */ event) => hooks.choose(event.node));
  renderer.on("enterNode", (/** @type {any} */ event) => {
    const each = scene.nodes.find((one) => one.id === event.node);
    const where = renderer.graphToViewport(graph.getNodeAttributes(event.node));
    if (each) hooks.tip(`${each.kind}：${each.name}`, where.x, where.y);
  });
  renderer.on("leaveNode", () => hooks.tip("", 0, 0));

  /** @param {Scene} fresh */
  function update(fresh) {
    at = fresh.nodes.findIndex((each) => each.id === scene.nodes[at]?.id);
    scene = fresh;
    graph.clear();
    fill(graph, fresh, hooks);
    renderer.setSetting("labelColor", { color: hooks.colour("ink") });
    renderer.refresh();
  }

  /** @param {string} key */
  function key(key) {
    const camera = renderer.getCamera();
    const step = 0.08 * camera.ratio;
    if (key === "ArrowLeft") camera.setState({ x: camera.x - step });
    else if (key === "ArrowRight") camera.setState({ x: camera.x + step });
    else if (key === "ArrowUp") camera.setState({ y: camera.y + step });
    else if (key === "ArrowDown") camera.setState({ y: camera.y - step });
    else if (key === "+" || key === "=") camera.setState({ ratio: camera.ratio / 1.25 });
    else if (key === "-") camera.setState({ ratio: camera.ratio * 1.25 });
    else if (key === "0") camera.setState({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
    else if (key === "n" || key === "p") {
      at = key === "n" ? (at + 1) % scene.nodes.length : (at > 0 ? at : scene.nodes.length) - 1;
      const where = renderer.getNodeDisplayData(scene.nodes[at].id);
      if (where) camera.setState({ x: where.x, y: where.y, ratio: Math.min(camera.ratio, 0.1) });
      hooks.tip(`${scene.nodes[at].kind}：${scene.nodes[at].name}`, place.clientWidth / 2, place.clientHeight / 2);
    } else if (key === "Enter" && at >= 0) hooks.choose(scene.nodes[at].id);
    else return false;
    return true;
  }

  return { update, key, close: () => renderer.kill() };
}

/** @param {string} name */
function short(name) {
  const letters = [...name];
  return letters.length > 14 ? `${letters.slice(0, 13).join("")}…` : name;
}

/** @param {any} graph @param {Scene} scene @param {Hooks} hooks */
function fill(graph, scene, hooks) {
  /** @type {Map<string, string>} */
  const colours = new Map();
  const colour = (/** @type {string} */ name) => {
    const known = colours.get(name) ?? hooks.colour(name);
    colours.set(name, known);
    return known;
  };
  const shrink = scene.nodes.length > MANY ? 4 : 2.5;
  for (const each of scene.nodes) {
    const marked = each.marks.includes("found") || each.marks.includes("chosen");
    graph.addNode(each.id, { x: each.x, y: -each.y, size: marked ? 8 : each.size / shrink, label: short(each.name), color: colour(marked ? "weakness" : each.line), zIndex: marked ? 1 : 0 });
  }
  for (const each of scene.edges) graph.addDirectedEdge(each.from, each.to, { color: colour(each.derived ? "accent-pale" : "line"), size: 0.7 });
}
