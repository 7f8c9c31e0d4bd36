// Enhancement of the page of a running query: shows how long it has been running, and fetches the rows when they are there.
// @ts-check

const box = document.querySelector("[data-waiting]");
if (box instanceof HTMLElement) wait(box, box.dataset.waiting ?? "");

/** @param {HTMLElement} box @param {string} address */
async function wait(box, address) {
  let leaving = false;
  // the answer to the form is the next page: a reload would overtake it
  document.addEventListener("submit", () => { leaving = true; });
  while (!leaving) {
    const answer = await fetch(address).then((response) => response.json()).catch(() => ({ running: false }));
    if (leaving) return;
    if (!answer.running) return location.reload();
    const bar = box.querySelector("progress");
    if (bar?.hasAttribute("value")) bar.value = Math.min(answer.seconds, bar.max);
    for (const each of box.querySelectorAll("[data-seconds]")) each.textContent = String(answer.seconds);
  }
}
