// Enhancement: "/" puts the cursor into the search box, "?" opens the page of the keys, "g" and a letter lead to a page.
// Everything works without it.
// @ts-check

/** @param {EventTarget | null} target */
function isTyping(target) {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

let going = -Infinity;
/** Milliseconds in which the letter after "g" counts. */
const PATIENCE = 1500;

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const follows = event.timeStamp - going < PATIENCE;
  going = event.key === "g" ? event.timeStamp : -Infinity;
  if (event.key === "/") search(event);
  else if (event.key === "?") open(document.body.dataset.keys);
  else if (follows && /^[a-z]$/.test(event.key)) open(document.body.getAttribute(`data-g-${event.key}`));
});

/** @param {KeyboardEvent} event */
function search(event) {
  const box = document.querySelector("[data-search]");
  if (!(box instanceof HTMLInputElement)) return;
  event.preventDefault();
  box.focus();
  box.select();
}

/** @param {string | null | undefined} address */
function open(address) {
  if (address) location.assign(address);
}
