// Enhancement of the query editor: proposes labels, relation types, properties and words while one types; Tab takes the first.
// @ts-check

const box = document.querySelector("textarea[data-names]");
if (box instanceof HTMLTextAreaElement) {
  propose(box);
  for (const link of document.querySelectorAll("a[data-line]")) link.addEventListener("click", () => toLine(box, Number(link.dataset.line)));
}

/** Choose the line that a finding is about. @param {HTMLTextAreaElement} box @param {number} line */
function toLine(box, line) {
  const lines = box.value.split("\n");
  const start = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
  box.focus();
  box.setSelectionRange(start, start + lines[line - 1].length);
}

/** @param {HTMLTextAreaElement} box */
async function propose(box) {
  const known = await fetch(box.dataset.names ?? "").then((answer) => answer.json());
  const list = document.createElement("ul");
  list.className = "proposals chips";
  list.setAttribute("aria-label", box.dataset.label ?? "");
  list.setAttribute("aria-live", "polite");
  box.after(list);
  const show = () => {
    const { word, before } = atCaret(box);
    const found = word.length > 0 ? fitting(known, before, word) : [];
    list.replaceChildren(...found.map((text) => item(text, () => take(box, word, text))));
  };
  box.addEventListener("input", show);
  // what was typed while the names were on their way
  if (document.activeElement === box) show();
  box.addEventListener("keydown", (event) => {
    const first = list.querySelector("button");
    if (event.key === "Escape") list.replaceChildren();
    if (event.key !== "Tab" || event.shiftKey || !first) return;
    event.preventDefault();
    first.click();
  });
}

/** The word the caret stands at the end of, and the sign before it. @param {HTMLTextAreaElement} box */
function atCaret(box) {
  const text = box.value.slice(0, box.selectionStart);
  const word = /[\w$]*$/.exec(text)?.[0] ?? "";
  return { word, before: text.slice(0, text.length - word.length) };
}

/** After `[:` a relation type, after `:` a label, after `.` a property. @param {Record<string, string[]>} known @param {string} before @param {string} word */
function fitting(known, before, word) {
  if (word.startsWith("$")) return parameters().filter((each) => each.startsWith(word) && each !== word);
  if (/query *= *"$/.test(before)) return known.queries.filter((each) => each.startsWith(word) && each !== word).slice(0, 12);
  const kinds = /\[\w*:$|\|$/.test(before) ? [known.types] : /:$/.test(before) ? [known.labels] : /\.$/.test(before) ? [known.properties] : [known.words, known.functions, known.labels];
  const low = word.toLowerCase();
  const all = kinds.flat().filter((each) => each.toLowerCase().startsWith(low) && each !== word);
  return [...new Set(all)].slice(0, 12);
}

/** The parameters that the header declares, as the Cypher writes them. */
function parameters() {
  const text = box instanceof HTMLTextAreaElement ? box.value : "";
  return [...text.matchAll(/^\/\/ *\[parameters\.(\w+)\]/gm)].map((each) => "$" + each[1]);
}

/** @param {string} text @param {() => void} chosen */
function item(text, chosen) {
  const entry = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = text;
  button.addEventListener("click", chosen);
  entry.append(button);
  return entry;
}

/** @param {HTMLTextAreaElement} box @param {string} word @param {string} text */
function take(box, word, text) {
  box.focus();
  box.setRangeText(text, box.selectionStart - word.length, box.selectionStart, "end");
  box.dispatchEvent(new Event("input", { bubbles: true }));
}
