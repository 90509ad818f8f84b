// A field for each parameter of the statement, while it is typed.
import { parameters } from "./tokens.js";

// Keep the fields in `place` in step with the text of `field`; what was typed in one is kept.
export function mountFields(field, place) {
  const rows = new Map();
  for (const row of place.querySelectorAll(".entry")) {
    rows.set(row.querySelector("input").name.slice(2), row);
  }

  function add(name) {
    const found = document.createElement("div");
    const label = document.createElement("label");
    const code = document.createElement("code");
    const input = document.createElement("input");
    found.className = "entry";
    input.id = `v-${name}`;
    input.name = `p.${name}`;
    input.spellcheck = false;
    input.autocomplete = "off";
    label.htmlFor = input.id;
    code.textContent = `$${name}`;
    label.append(code);
    found.append(label, input);
    place.append(found);
    rows.set(name, found);
  }

  field.addEventListener("input", () => {
    const used = parameters(field.value);
    for (const name of used) {
      if (!rows.has(name)) {
        add(name);
      }
    }
    for (const [name, each] of rows) {
      each.hidden = !used.includes(name);
      each.querySelector("input").disabled = each.hidden;
    }
  });
}
