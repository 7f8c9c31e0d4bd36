// Enhancement of the two date fields of a page: under each a slider of days. Keys reach every day; the pointer holds to
// the days of note and to the first days of months, where a pixel is more than a day. Letting go of it shows the day.
// @ts-check

const PAUSE = 350; // milliseconds after a key before the day is shown: who goes on pressing is not there yet
const KEPT = "clock"; // the slider that was moved, so that on the page of the day it has the focus again
const DAY = 86400000;
const NEAR = 6; // pixels from which a day of note draws the pointer
const TICKS = 600; // most ticks of an axis

/** The number of a day. @param {string} day */
const numberOf = (day) => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY);

/** @param {number} number */
const dayOf = (number) => new Date(number * DAY).toISOString().slice(0, 10);

layAll();

/** Lays the sliders of every clock that has none yet. */
export function layAll() {
  for (const form of document.querySelectorAll("form[data-clock]:not([data-laid])")) if (form instanceof HTMLFormElement) lay(form);
}

/** @param {HTMLFormElement} form */
function lay(form) {
  form.dataset.laid = "1";
  const latest = numberOf(form.dataset.latest ?? "");
  for (const field of form.querySelectorAll("input[type=date]")) {
    if (!(field instanceof HTMLInputElement)) continue;
    const earliest = numberOf(field.dataset.earliest ?? "");
    if (!(earliest < latest)) continue;
    const slider = document.createElement("input");
    slider.type = "range";
    slider.id = `${field.id}-slider`;
    slider.min = String(earliest);
    slider.max = String(latest);
    slider.value = String(field.value ? numberOf(field.value) : latest);
    slider.setAttribute("aria-label", field.labels?.[0]?.textContent ?? "");
    const days = marked(form, field, earliest, latest);
    tell(slider, field, days);
    follow(form, field, slider, days);
    field.after(slider);
    slider.after(ticks(days, earliest, latest));
    if (sessionStorage.getItem(KEPT) === slider.id) slider.focus({ preventScroll: true });
  }
  sessionStorage.removeItem(KEPT);
}

/** The days of note of an axis. @param {HTMLFormElement} form @param {HTMLInputElement} field @param {number} earliest @param {number} latest */
function marked(form, field, earliest, latest) {
  const listed = [...form.querySelectorAll(`#${field.dataset.days} option`)].map((each) => numberOf(each.getAttribute("value") ?? ""));
  return new Set(listed.filter((each) => each >= earliest && each <= latest));
}

/** @param {HTMLFormElement} form @param {HTMLInputElement} field @param {HTMLInputElement} slider @param {Set<number>} days */
function follow(form, field, slider, days) {
  let waiting = 0;
  let pointed = false; // keys and what helps in their place, such as screen readers, move by days
  const latest = Number(slider.max);
  const show = () => {
    sessionStorage.setItem(KEPT, slider.id);
    form.requestSubmit();
  };
  slider.addEventListener("keydown", (event) => {
    pointed = false;
    if ((event.key !== "PageUp" && event.key !== "PageDown") || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    slider.value = String(monthOn(Number(slider.value), event.key === "PageUp" ? 1 : -1));
    slider.dispatchEvent(new Event("input"));
    slider.dispatchEvent(new Event("change"));
  });
  slider.addEventListener("pointerdown", () => { pointed = true; });
  slider.addEventListener("blur", () => { pointed = false; });
  slider.addEventListener("input", () => {
    clearTimeout(waiting);
    if (pointed) slider.value = String(held(slider, days));
    const day = Number(slider.value);
    field.value = day === latest && field.name !== "as_of" ? "" : dayOf(day);
    tell(slider, field, days);
  });
  slider.addEventListener("change", () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, pointed ? 0 : PAUSE);
  });
}

/** The same day of the next month or the one before, or the last of a shorter one. @param {number} day @param {number} by */
function monthOn(day, by) {
  const [year, month, date] = dayOf(day).split("-").map(Number);
  const last = new Date(Date.UTC(year, month + by, 0)).getUTCDate();
  return Date.UTC(year, month - 1 + by, Math.min(date, last)) / DAY;
}

/** Where the pointer is held: on a day of note near by, else the first of the month. @param {HTMLInputElement} slider @param {Set<number>} days */
function held(slider, days) {
  const day = Number(slider.value);
  const pixel = (Number(slider.max) - Number(slider.min)) / Math.max(1, slider.clientWidth);
  if (pixel <= 1 || day === Number(slider.max) || day === Number(slider.min)) return day;
  const nearest = [...days].reduce((best, each) => (Math.abs(each - day) < Math.abs(best - day) ? each : best), Infinity);
  return Math.abs(nearest - day) <= NEAR * pixel ? nearest : Math.max(Number(slider.min), numberOf(`${dayOf(day).slice(0, 7)}-01`));
}

/** The day in words, and what is to be said of it. @param {HTMLInputElement} slider @param {HTMLInputElement} field @param {Set<number>} days */
function tell(slider, field, days) {
  const lang = document.documentElement.lang;
  const words = new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang || undefined, { dateStyle: "long", timeZone: "UTC" });
  const day = field.value ? words.format(numberOf(field.value) * DAY) : field.dataset.blank;
  const note = field.value && days.has(numberOf(field.value)) ? field.dataset.noted : "";
  slider.setAttribute("aria-valuetext", [day, note].filter(Boolean).join(lang === "en" ? ", " : "，"));
}

/** Where something came or went. @param {Set<number>} days @param {number} earliest @param {number} latest */
function ticks(days, earliest, latest) {
  const space = "http://www.w3.org/2000/svg";
  const drawn = document.createElementNS(space, "svg");
  const span = latest - earliest;
  for (const [name, value] of [["class", "clock-ticks"], ["viewBox", `0 0 ${span} 1`], ["preserveAspectRatio", "none"], ["aria-hidden", "true"]]) drawn.setAttribute(name, value);
  const step = Math.max(1, Math.ceil(span / TICKS));
  for (const at of new Set([...days].map((each) => Math.floor((each - earliest) / step) * step))) {
    const tick = document.createElementNS(space, "path");
    tick.setAttribute("d", `M${at} 0V1`);
    tick.setAttribute("vector-effect", "non-scaling-stroke");
    drawn.append(tick);
  }
  return drawn;
}
