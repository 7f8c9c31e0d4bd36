// Enhancement of the two date fields of a page: under each a slider whose steps are months; letting go of it shows the day.
// @ts-check

const PAUSE = 350; // milliseconds after a key before the day is shown: who goes on pressing is not there yet
const KEPT = "clock"; // the slider that was moved, so that on the page of the day it has the focus again

/** @param {string} day */
const monthOf = (day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** @param {number} month */
const firstOf = (month) => `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}-01`;

layAll();

/** Lays the sliders of every clock that has none yet. */
export function layAll() {
  for (const form of document.querySelectorAll("form[data-clock]:not([data-laid])")) if (form instanceof HTMLFormElement) lay(form);
}

/** @param {HTMLFormElement} form */
function lay(form) {
  form.dataset.laid = "1";
  const earliest = monthOf(form.dataset.earliest ?? "");
  const latest = monthOf(form.dataset.latest ?? "");
  if (!(earliest < latest)) return;
  for (const field of form.querySelectorAll("input[type=date]")) {
    if (!(field instanceof HTMLInputElement)) continue;
    const slider = document.createElement("input");
    slider.type = "range";
    slider.id = `${field.id}-slider`;
    slider.min = String(earliest);
    slider.max = String(latest);
    slider.value = String(field.value ? monthOf(field.value) : latest);
    slider.setAttribute("aria-label", field.labels?.[0]?.textContent ?? "");
    tell(slider, field);
    follow(form, field, slider, latest);
    field.after(slider);
    if (field.name === "as_of") slider.after(ticks(form, earliest, latest));
    if (sessionStorage.getItem(KEPT) === slider.id) slider.focus({ preventScroll: true });
  }
  sessionStorage.removeItem(KEPT);
}

/** @param {HTMLFormElement} form @param {HTMLInputElement} field @param {HTMLInputElement} slider @param {number} latest */
function follow(form, field, slider, latest) {
  let waiting = 0;
  let keyed = false;
  const show = () => {
    sessionStorage.setItem(KEPT, slider.id);
    form.requestSubmit();
  };
  slider.addEventListener("keydown", () => { keyed = true; });
  slider.addEventListener("pointerdown", () => { keyed = false; });
  slider.addEventListener("input", () => {
    clearTimeout(waiting);
    field.value = Number(slider.value) === latest ? (field.name === "as_of" ? form.dataset.latest ?? "" : "") : firstOf(Number(slider.value));
    tell(slider, field);
  });
  slider.addEventListener("change", () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, keyed ? PAUSE : 0);
  });
}

/** @param {HTMLInputElement} slider @param {HTMLInputElement} field */
function tell(slider, field) {
  slider.setAttribute("aria-valuetext", field.value || field.labels?.[0]?.textContent || slider.max);
}

/** Where somebody came or went. @param {HTMLFormElement} form @param {number} earliest @param {number} latest */
function ticks(form, earliest, latest) {
  const space = "http://www.w3.org/2000/svg";
  const drawn = document.createElementNS(space, "svg");
  for (const [name, value] of [["class", "clock-ticks"], ["viewBox", `0 0 ${latest - earliest} 1`], ["preserveAspectRatio", "none"], ["aria-hidden", "true"]]) drawn.setAttribute(name, value);
  const days = form.querySelectorAll("#clock-notable option");
  const months = new Set([...days].map((each) => monthOf(each.getAttribute("value") ?? "") - earliest).filter((each) => each >= 0 && each <= latest - earliest));
  for (const month of months) {
    const tick = document.createElementNS(space, "path");
    tick.setAttribute("d", `M${month} 0V1`);
    tick.setAttribute("vector-effect", "non-scaling-stroke");
    drawn.append(tick);
  }
  return drawn;
}
