// Enhancement: dragging across a trajectory zooms in on that stretch, keys follow the links to other stretches. The server
// draws; this asks for the same page with other `from` and `to` and puts its trajectory in the place of the one there is.
// @ts-check

const PART = "trajectory";
const KEYS = { "+": "closer", "=": "closer", "-": "wider", ArrowLeft: "earlier", ArrowRight: "later", 0: "whole" };
const LAST = "years-10";

/** @param {number} months since year 0 */
function month(months) {
  const index = Math.round(months);
  return `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}`;
}

/** @param {string} address @param {boolean} [keep] whether the address becomes the page's own */
async function show(address, keep = true) {
  const there = document.getElementById(PART);
  there?.setAttribute("aria-busy", "true");
  const answer = await fetch(address, { credentials: "same-origin" }).catch(() => null);
  const made = answer?.ok ? new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(PART) : null;
  if (!made || !there) {
    location.assign(address);
    return;
  }
  there.replaceWith(made);
  if (keep) history.pushState({}, "", address);
  prepare(made);
  made.querySelector("figure")?.focus({ preventScroll: true });
}

/** @param {HTMLFormElement} form */
function addressOf(form) {
  const fields = new URLSearchParams();
  const boxes = /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("input[name=lane]"));
  const all = [...boxes].every((box) => box.checked);
  for (const [name, value] of new FormData(form)) if (value && !(all && name === "lane")) fields.append(name, String(value));
  return `${form.action}?${fields}`;
}

/** @param {HTMLElement} section */
function prepare(section) {
  const figure = section.querySelector("[data-brush]");
  const drawing = figure?.querySelector("svg[data-first]");
  const form = section.querySelector("form[data-stretch]");
  if (!(figure instanceof HTMLElement) || !(drawing instanceof SVGSVGElement) || !(form instanceof HTMLFormElement)) return;
  for (const hint of section.querySelectorAll(".only-scripted")) if (hint instanceof HTMLElement) hint.hidden = false;
  figure.scrollLeft = figure.scrollWidth;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void show(addressOf(form));
  });
  for (const box of form.querySelectorAll("input[name=lane]")) box.addEventListener("change", () => void show(addressOf(form)));
  for (const link of form.querySelectorAll("a[data-step]")) {
    link.addEventListener("click", (event) => {
      if (!(event instanceof MouseEvent) || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      void show(/** @type {HTMLAnchorElement} */ (link).href);
    });
  }
  figure.addEventListener("keydown", (event) => {
    const step = /** @type {Record<string, string>} */ (KEYS)[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    // the whole has nothing closer than its last years
    const link = form.querySelector(`a[data-step="${step}"]`) ?? (step === "closer" && form.querySelector(`a[data-step="${LAST}"]`));
    if (!(link instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    void show(link.href);
  });
  brush(drawing, form);
}

/** @param {SVGSVGElement} drawing @param {HTMLFormElement} form */
function brush(drawing, form) {
  const [first, last, left, right] = ["first", "last", "left", "right"].map((name) => Number(drawing.getAttribute(`data-${name}`)));
  const band = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  band.setAttribute("class", "brush");
  band.setAttribute("y", "0");
  band.setAttribute("height", "100%");
  /** @type {number | null} */
  let from = null;
  /** @param {PointerEvent} event */
  const place = (event) => {
    const frame = drawing.getBoundingClientRect();
    const x = ((event.clientX - frame.left) / frame.width) * drawing.viewBox.baseVal.width;
    return Math.min(Math.max(x, left), right);
  };
  drawing.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || event.pointerType === "touch") return;
    from = place(event);
  });
  drawing.addEventListener("pointermove", (event) => {
    if (from === null) return;
    const to = place(event);
    if (Math.abs(to - from) < 6 && !band.isConnected) return;
    if (!band.isConnected) {
      drawing.append(band);
      drawing.setPointerCapture(event.pointerId);
    }
    band.setAttribute("x", String(Math.min(from, to)));
    band.setAttribute("width", String(Math.abs(to - from)));
  });
  drawing.addEventListener("pointerup", (event) => {
    const begun = from;
    from = null;
    if (begun === null || !band.isConnected) return;
    band.remove();
    const [start, end] = [begun, place(event)].sort((a, b) => a - b).map((x) => first + ((x - left) / (right - left)) * (last - first));
    const fields = /** @type {Record<string, HTMLInputElement>} */ (/** @type {unknown} */ (form.elements));
    fields.from.value = month(start);
    fields.to.value = month(Math.max(end, start + 1));
    void show(addressOf(form));
  });
  drawing.addEventListener("pointercancel", () => {
    from = null;
    band.remove();
  });
  drawing.addEventListener("dragstart", (event) => event.preventDefault()); // else a link under the pointer is dragged
}

const section = document.getElementById(PART);
if (section) {
  prepare(section);
  window.addEventListener("popstate", () => void show(location.href, false));
}
