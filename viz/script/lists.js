// Lists of statements, and pairs of words: what the panel is put together from.

import { button, element, inShort } from "./island.js";

export function statementList(all, told) {
  const items = all.map((each) => {
    const press = button(inShort(each), () => told.open(each.id));
    const item = element("li", { "data-statement": each.id }, press);
    if (told.reasons(each).length) {
      item.append(element("small", {}, " (hidden by a filter)"));
    }
    if (each.paraphrase) {
      item.append(element("div", { dir: "auto" }, each.paraphrase));
    }
    return item;
  });
  return element("ul", { class: "statement-list" }, ...items);
}

export function pairs(rows) {
  const made = element("dl");
  for (const [label, text] of rows.filter((row) => row[1])) {
    made.append(element("dt", {}, label), element("dd", { dir: "auto" }, text));
  }
  return made;
}
