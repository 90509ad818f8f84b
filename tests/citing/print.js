// Prints CSL-JSON items, handed in on standard input, as citeproc-js makes a bibliography of them.

import { readFileSync } from "node:fs";
import CSL from "citeproc";

const nextTo = (name) => readFileSync(new URL(name, import.meta.url), "utf8");
const items = new Map(JSON.parse(readFileSync(0, "utf8")).map((item) => [item.id, item]));
const locale = nextTo("locale.xml");
const engine = new CSL.Engine(
  { retrieveLocale: () => locale, retrieveItem: (id) => structuredClone(items.get(id)) },
  nextTo("style.csl"),
  "en-GB",
);

engine.setOutputFormat("text");
engine.updateItems([...items.keys()]);
const [about, printed] = engine.makeBibliography();
const ids = about.entry_ids.map(([id]) => id);
process.stdout.write(JSON.stringify(Object.fromEntries(ids.map((id, i) => [id, printed[i]]))));
