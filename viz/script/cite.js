// What to write under a quotation: one paragraph for a statement, one for the whole map.

import { element } from "./island.js";

const TURNING = /[\u202A-\u202E\u2066-\u2069]/g;
const LEFTWARDS_PART = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;
const UNREAD = "not read: known only through documents that draw on it";

export function citationOf(statement, scene) {
  const implied = statement.implied ? " (implied by how documents characterise it)" : "";
  const behalf = listOf(statement.onBehalfOf);
  const who = statement.speakers.map((each) =>
    each.role ? `${inLine(each.name)} (${inLine(each.role)})` : inLine(each.name),
  );
  const said = `${who.join(" and ")} ${statement.act}${implied}${behalf && `, on behalf of ${behalf}`}`;
  return [
    `${said}, on the claim “${inLine(statement.claim.name)}”.`,
    dayOf(statement),
    ...wordsOf(statement.reports),
    ...statement.reports.map((each) => `${documentOfCitation(each)}.`),
    statement.withdrawn && `Taken back: ${statement.withdrawn}.`,
    `${mapOf(scene, statement.id)}. Allegation, not a finding.`,
  ]
    .filter(Boolean)
    .join(" ");
}

export function citationOfMap(scene) {
  const { shown, filters, rule } = scene.caption;
  return [`${mapOf(scene)}.`, shown, filters, rule].filter(Boolean).join(" ");
}

// A button that copies what `text()` returns; where the browser does not let it, the text appears
// below it, selected.
export function citeButton(label, text, about = "") {
  const press = element("button", { type: "button" }, label);
  const told = element("span", { role: "status", class: "hint" });
  const place = element("div");
  const copied = () => (told.textContent = "Copied.");
  const refused = (words) => {
    const area = element("textarea", { readonly: "", rows: "6", "aria-label": "Citation" }, words);
    place.replaceChildren(area);
    area.focus();
    area.select();
    told.textContent = "This browser does not let the page copy: copy it from here.";
  };
  press.addEventListener("click", () => {
    const words = text();
    place.replaceChildren();
    const copying = navigator.clipboard?.writeText(words) ?? Promise.reject(new Error());
    copying.then(copied, () => refused(words));
  });
  const hint = element("span", { class: "hint" }, about);
  return element("div", { class: "cite" }, press, " ", hint, " ", told, place);
}

function dayOf({ edtf, said, knownBy }) {
  const latest = !edtf && knownBy ? `; at the latest ${knownBy}` : "";
  return edtf ? `Said: ${said}.` : `${said[0].toUpperCase()}${said.slice(1)}${latest}.`;
}

// Each wording once; where documents print it differently, who prints which.
function wordsOf(reports) {
  const quotes = new Map();
  for (const { quote, publisher, document } of reports.filter((each) => each.quote)) {
    quotes.set(quote, [...(quotes.get(quote) ?? []), publisher ?? document]);
  }
  const several = quotes.size > 1;
  const found = [...quotes].map(([quote, printed]) => {
    const where = several ? ` (as printed by ${listOf(printed)})` : "";
    return `“${inLine(quote)}”${where}`;
  });
  return [found.length ? `Words: ${found.join("; ")}.` : "No words are quoted."];
}

function documentOfCitation(report) {
  const notes = [report.read ? null : UNREAD, report.withdrawn && `withdrawn ${report.withdrawn}`];
  const known = notes.filter(Boolean).join("; ");
  return [
    inLine(report.publisher ?? "publisher not known"),
    report.title ? `“${inLine(report.title)}”` : inLine(report.document),
    report.published,
    report.url && inLine(report.url),
  ]
    .filter(Boolean)
    .join(", ")
    .concat(known && ` (${known})`);
}

function mapOf(scene, statement) {
  const { title, asOf, made } = scene.caption;
  const parts = [`Rejoinder, map “${inLine(title)}”`, lowered(asOf), lowered(made)];
  return [...parts, scene.address && addressOf(scene.address, statement)]
    .filter(Boolean)
    .join(", ");
}

function addressOf(address, statement) {
  if (!statement) {
    return address;
  }
  const [path, query = ""] = address.split("?");
  const values = new URLSearchParams(query);
  values.set("at", statement);
  return `${path}?${values}`;
}

function lowered(sentence) {
  return `${sentence[0].toLowerCase()}${sentence.slice(1)}`.replace(/\.$/, "");
}

function listOf(names) {
  return names.map(inLine).join(" and ");
}

// On one line, and with no sign in it that could turn the words beside it around.
function inLine(text) {
  const plain = text.replace(TURNING, "").replace(/\s+/g, " ").trim();
  return LEFTWARDS_PART.test(plain) ? `\u2068${plain}\u2069` : plain;
}
