// Enhancement of form fields for a cadre, a unit or a post: proposes what the typed text may mean. Works without it too.
// @ts-check

for (const field of document.querySelectorAll("input[data-suggest]")) if (field instanceof HTMLInputElement) suggest(field);

/** @param {HTMLInputElement} field */
function suggest(field) {
  const list = document.createElement("datalist");
  list.id = `${field.id}-list`;
  field.after(list);
  field.setAttribute("list", list.id);
  let asked = "";
  field.addEventListener("input", async () => {
    const typed = field.value.trim();
    if (typed === asked || !typed) return;
    asked = typed;
    await new Promise((later) => setTimeout(later, 150));
    if (asked !== typed) return;
    const found = await fetch(`${field.dataset.suggest}?q=${encodeURIComponent(typed)}`).then((answer) => (answer.ok ? answer.json() : []));
    if (asked !== typed) return;
    list.replaceChildren(...found.map((/** @type {{value: string, name: string, about: string}} */ each) => {
      const option = document.createElement("option");
      option.value = each.value;
      option.label = [each.value === each.name ? "" : each.name, each.about].filter(Boolean).join(" ");
      return option;
    }));
  });
}
