// Enhancement: a picture wider than its frame is first shown at its newest end; a link from the tree opens the leaf it leads to.
// @ts-check

for (const frame of document.querySelectorAll("[data-newest-first]")) frame.scrollLeft = frame.scrollWidth;

function openTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const fold = target?.closest("details");
  if (!(fold instanceof HTMLDetailsElement)) return;
  for (let each = fold; each instanceof HTMLDetailsElement; each = each.parentElement?.closest("details")) each.open = true;
  fold.scrollIntoView({ block: "center" });
  fold.querySelector("summary")?.focus({ preventScroll: true });
}

window.addEventListener("hashchange", openTarget);
openTarget();
