// Enhancement of form fields for a cadre, a unit or a post: proposes what the typed text may mean. Works without it too.
// It listens on the page and not on each field, since parts of a page are exchanged while one works.
// @ts-check

/** @typedef {{value: string, name: string, about: string}} Proposal */

let asked = "";

/** The list of a field, made when it is first typed into. @param {HTMLInputElement} field */
function listOf(field) {
  if (field.list) return field.list;
  const list = document.createElement("datalist");
  list.id = `${field.id}-list`;
  field.after(list);
  field.setAttribute("list", list.id);
  return list;
}

/** @param {HTMLInputElement} field */
async function propose(field) {
  const typed = field.value.trim();
  if (typed === asked || !typed) return;
  asked = typed;
  const list = listOf(field);
  await new Promise((later) => setTimeout(later, 150));
  if (asked !== typed) return;
  const found = await fetch(`${field.dataset.suggest}?q=${encodeURIComponent(typed)}`).then((answer) => (answer.ok ? answer.json() : []));
  if (asked !== typed) return;
  list.replaceChildren(...found.map((/** @type {Proposal} */ each) => {
    const option = document.createElement("option");
    option.value = each.value;
    option.label = [each.value === each.name ? "" : each.name, each.about].filter(Boolean).join(" ");
    return option;
  }));
}

document.addEventListener("input", (event) => {
  if (event.target instanceof HTMLInputElement && event.target.dataset.suggest) void propose(event.target);
});
