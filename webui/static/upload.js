// Enhancement of the upload form: says how much was chosen, refuses what is too large before it is sent, shows that work goes on.
// @ts-check

const form = document.querySelector("[data-upload]");
if (form instanceof HTMLFormElement) watch(form);

/** @param {HTMLFormElement} form */
function watch(form) {
  const input = form.querySelector("input[type=file]");
  const note = form.querySelector("[data-note]");
  if (!(input instanceof HTMLInputElement) || !(note instanceof HTMLElement)) return;
  const asWritten = note.textContent ?? "";
  const tell = () => {
    const files = Array.from(input.files ?? []);
    const size = files.reduce((sum, file) => sum + file.size, 0);
    const fits = size <= Number(form.dataset.limit) && files.length <= Number(form.dataset.parts);
    const text = fits ? form.dataset.chosen : form.dataset.tooLarge;
    note.textContent = files.length ? fill(text ?? "", files.length, size) : asWritten;
    note.classList.toggle("warn", !fits);
    for (const button of form.querySelectorAll("button")) button.disabled = !fits;
  };
  input.addEventListener("change", tell);
  form.addEventListener("submit", () => {
    note.textContent = form.dataset.busy ?? "";
    form.setAttribute("aria-busy", "true");
  });
  // a page that comes back from the browser's history is not busy any more
  window.addEventListener("pageshow", () => {
    form.removeAttribute("aria-busy");
    tell();
  });
}

/** @param {string} text @param {number} count @param {number} size */
function fill(text, count, size) {
  const megabytes = (size / 1024 ** 2).toFixed(1);
  return text.replace("#count", String(count)).replace("#size", `${megabytes} MB`);
}
