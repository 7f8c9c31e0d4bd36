// Enhancement of the picture of relations: the reader moves about in it, and a step changes the page in place.
// Everything works without it: the picture is a drawing, and every step is a link.
// @ts-check

import { layAll } from "../clock.js";

/** @typedef {{id: string, name: string, kind: string, x: number, y: number, shape: string, fill: string, line: string, size: number, marks: string[]}} Node */
/** @typedef {{from: string, to: string, type: string, text: string, derived: boolean, mutual: boolean}} Edge */
/** @typedef {{at: number, text: string, upright: boolean}} Guide */
/** @typedef {{nodes: Node[], edges: Edge[], beside: boolean, guides: Guide[], about: string, texts: Record<string, string>}} Scene */
/** @typedef {{update: (scene: Scene) => void, key: (key: string) => boolean, close: () => void}} Drawing */
/** @typedef {{choose: (id: string) => void, pin: (id: string, x: number, y: number) => void, tip: (text: string, x: number, y: number) => void, colour: (name: string) => string, ready: () => void}} Hooks */

const MOST_VIS = 2000;

const found = document.querySelector("[data-graph-picture]");
if (found instanceof HTMLElement) start(found);

/** @param {HTMLElement} frame */
async function start(frame) {
  const canvas = document.createElement("div");
  canvas.className = "graph-canvas";
  const status = document.createElement("p");
  status.className = "graph-status";
  const tip = document.createElement("div");
  tip.className = "graph-tip";
  tip.setAttribute("role", "status"); // a thing that the keys go to is told too
  tip.hidden = true;
  const probe = document.createElement("span");
  probe.className = "zs-drawing";
  probe.hidden = true;

  /** @type {Scene} */
  let scene = JSON.parse(frame.dataset.scene || "{}");
  /** @type {Drawing | null} */
  let drawing = null;
  let drawn = "";
  let asked = 0;

  /** @type {Hooks} */
  const hooks = {
    choose: (id) => { if (!id.includes(" ")) go(changed((query) => query.set("about", id)), true); },
    pin: (id, x, y) => { if (!id.includes(" ")) go(changed((query) => done(query, `pin:${id}:${Math.round(x)}:${Math.round(y)}`)), true); },
    tip: (text, x, y) => {
      tip.hidden = !text;
      tip.textContent = text;
      tip.style.left = `${Math.max(0, Math.min(x + 14, frame.clientWidth - 310))}px`;
      tip.style.top = `${y + 14}px`;
    },
    colour: (name) => getComputedStyle(probe).getPropertyValue(`--zs-${name}`).trim() || "#888888",
    ready: () => { frame.dataset.ready = "1"; performance.mark("graph-ready"); },
  };

  async function show() {
    const kind = scene.nodes.length > MOST_VIS ? "sigma" : "vis";
    if (drawing && drawn === kind) return drawing.update(scene);
    drawing?.close();
    drawing = null;
    const module = await import(`./${kind}.js`);
    for (const name of kind === "vis" ? ["vis"] : ["graphology", "sigma"]) await script(frame.dataset[name] || "");
    drawing = module.draw(canvas, scene, hooks);
    drawn = kind;
  }

  /** @param {string} address @param {boolean} push */
  async function go(address, push) {
    const mine = ++asked;
    status.textContent = scene.texts.loading;
    try {
      const answer = await fetch(address, { headers: { Accept: "text/html" } });
      if (!answer.ok) throw new Error(String(answer.status));
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (mine !== asked) return;
      const figure = fresh.querySelector("[data-graph-picture]");
      if (!(figure instanceof HTMLElement)) { location.assign(address); return; }
      if (push) history.pushState(null, "", answer.url);
      document.title = fresh.title;
      exchange(fresh);
      const old = frame.querySelector(":scope > svg");
      const svg = figure.querySelector("svg");
      if (svg) { if (old) old.replaceWith(svg); else frame.append(svg); } else old?.remove();
      frame.setAttribute("aria-label", figure.getAttribute("aria-label") || "");
      scene = JSON.parse(figure.dataset.scene || "{}");
      await show();
      status.textContent = "";
    } catch {
      if (mine === asked) status.textContent = scene.texts.failed;
    }
  }

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest("a[data-graph]") : null;
    if (!(link instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    go(link.href, true);
  });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.matches("[data-graph-form]")) return;
    event.preventDefault();
    const told = [...new FormData(form)].filter(([, value]) => typeof value === "string" && value.trim());
    go(`${form.action}?${new URLSearchParams(/** @type {[string, string][]} */ (told))}`, true);
  });
  window.addEventListener("popstate", () => go(location.href, false));
  frame.addEventListener("keydown", (event) => {
    const inside = event.target === frame || (event.target instanceof Node && canvas.contains(event.target));
    if (event.ctrlKey || event.metaKey || event.altKey || !inside) return;
    const step = document.querySelector(`a[data-graph][data-key="${CSS.escape(event.key)}"]`);
    if (step instanceof HTMLAnchorElement) go(step.href, true);
    else if (!drawing?.key(event.key)) return;
    event.preventDefault();
  });
  frame.addEventListener("mouseleave", () => hooks.tip("", 0, 0));
  for (const query of ["(prefers-color-scheme: dark)", "(prefers-reduced-motion: reduce)"]) matchMedia(query).addEventListener("change", () => drawing?.update(scene));

  frame.append(canvas, status, tip, probe);
  frame.classList.add("live");
  frame.closest("#graph-live")?.classList.add("has-live");
  try {
    await show();
  } catch {
    // without its renderer the page is as good as without scripts
    canvas.remove();
    frame.classList.remove("live");
    if (!frame.querySelector(":scope > svg")) status.textContent = scene.texts.unable;
  }
}

/** The address of the page with its query changed. @param {(query: URLSearchParams) => void} change */
function changed(change) {
  const address = new URL(location.href);
  address.searchParams.delete("part");
  change(address.searchParams);
  return address.href;
}

/** One more step; what was undone is gone. @param {URLSearchParams} query @param {string} step */
function done(query, step) {
  const steps = query.getAll("do");
  const back = Number(query.get("back") || 0);
  query.delete("do");
  query.delete("back");
  for (const each of [...steps.slice(0, steps.length - back), step]) query.append("do", each);
}

/** Puts the parts of another page into this one; who had the focus in one of them finds it in the same field, else at the side. @param {Document} fresh */
function exchange(fresh) {
  const focused = document.activeElement?.closest("[data-part]") ?? null;
  const field = focused ? document.activeElement?.id : "";
  for (const part of document.querySelectorAll("[data-part]")) {
    const other = fresh.querySelector(`[data-part="${part.getAttribute("data-part")}"]`);
    if (other) part.replaceWith(other);
  }
  const heading = document.querySelector("h1");
  const title = fresh.querySelector("h1");
  if (heading && title) heading.replaceWith(title);
  if (focused) {
    const side = document.getElementById("graph-side");
    side?.setAttribute("tabindex", "-1");
    ((field && document.getElementById(field)) || side)?.focus({ preventScroll: true });
  }
  layAll();
}

/** @type {Map<string, Promise<void>>} */
const scripts = new Map();

/** Loads a script of the page's own once. @param {string} address @returns {Promise<void>} */
function script(address) {
  const known = scripts.get(address);
  if (known) return known;
  const loading = new Promise((/** @type {(value: void) => void} */ resolve, reject) => {
    const element = document.createElement("script");
    element.src = address;
    element.addEventListener("load", () => resolve());
    element.addEventListener("error", reject);
    document.head.append(element);
  });
  scripts.set(address, loading);
  return loading;
}
