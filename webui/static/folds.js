// Enhancement: a fold whose content stands on a page of its own (its link says which) gets it when it is first opened.
// @ts-check

/** @param {HTMLDetailsElement} fold */
async function fill(fold) {
  const { load, part } = fold.dataset;
  if (!load || !part || fold.dataset.filled) return;
  fold.dataset.filled = "yes";
  const answer = await fetch(load, { credentials: "same-origin" }).catch(() => null);
  const found = answer?.ok ? new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(part) : null;
  if (!found) {
    delete fold.dataset.filled; // the link stays
    return;
  }
  found.removeAttribute("id");
  fold.querySelector(":scope > p")?.replaceWith(found);
}

// paper has nothing to click: what is folded is printed open, where the browser's own style does not see to it
/** @type {HTMLDetailsElement[]} */
let unfolded = [];
window.addEventListener("beforeprint", () => {
  unfolded = [...document.querySelectorAll("details:not([open]):not([data-load]):not(.query):not(.no-print)")].filter((each) => each instanceof HTMLDetailsElement);
  for (const each of unfolded) each.open = true;
});
window.addEventListener("afterprint", () => { for (const each of unfolded) each.open = false; });

document.addEventListener(
  "toggle",
  (event) => {
    if (event.target instanceof HTMLDetailsElement && event.target.open) void fill(event.target);
  },
  true,
);
