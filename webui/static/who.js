// Enhancement of the page of a pair: s, d, u choose a decision and go to the reason, n leads to the next pair, Ctrl+Enter sends.
// @ts-check

const form = document.querySelector("[data-decision]");
const next = document.querySelector("[data-next]");

/** @param {EventTarget | null} target */
function isTyping(target) {
  return target instanceof HTMLElement && (target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== "radio"));
}

/** @param {string} key */
function choose(key) {
  const choice = form?.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!(choice instanceof HTMLInputElement)) return false;
  choice.checked = true;
  const reason = form?.querySelector("[data-reason]");
  if (reason instanceof HTMLElement) reason.focus();
  return true;
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && form instanceof HTMLFormElement) {
    event.preventDefault();
    form.requestSubmit();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (event.key === "n" && next instanceof HTMLAnchorElement) next.click();
  else if (choose(event.key)) event.preventDefault();
});
