// The same statements as rows: readable, copyable, sortable, without a mouse.

import { button, element, given, link, speakersOf } from "./island.js";

export const COLUMNS = [
  ["said", "Said", (each) => each.said, (each) => each.earliest ?? each.latest ?? "9999"],
  ["who", "Who", speakersOf],
  ["behalf", "On behalf of", (each) => each.onBehalfOf.join("; ")],
  ["act", "Act", (each) => (each.implied ? `${each.act} (implied)` : each.act)],
  ["belief", "Commits to", (each) => each.belief],
  ["claim", "Claim", (each) => each.claim.name],
  ["words", "Words", (each) => quoted(each) || each.paraphrase || ""],
  [
    "documents",
    "Documents",
    (each) => each.reports.map((report) => publisherOf(report)).join("; "),
  ],
];

// On the map of one claim a column with that claim in every row says nothing.
function columnsShown() {
  const claims = new Set(given.statements.map((each) => each.claim.node));
  return COLUMNS.filter(([column]) => column !== "claim" || claims.size > 1);
}

function quoted(statement) {
  const found = statement.reports.find((each) => each.quote);
  return found ? `“${found.quote}”` : "";
}

function publisherOf(report) {
  return `${report.publisher ?? report.title ?? report.document}, ${report.published}`;
}

export function drawTable(table, shown, open, sorted = { column: "said", down: true }) {
  const heads = columnsShown().map((each) => headOf(each, table, shown, open, sorted));
  const head = element("tr", {}, ...heads);
  table.tHead.replaceChildren(head);
  const [, , text, key = text] = COLUMNS.find(([column]) => column === sorted.column);
  const rows = given.statements.filter((each) => shown.statements.has(each.id));
  rows.sort((a, b) => key(a).localeCompare(key(b), "en") * (sorted.down ? -1 : 1));
  if (sorted.column === "said") {
    rows.sort((a, b) => !a.edtf - !b.edtf); // undated last, whichever way the days run
  }
  table.tBodies[0].replaceChildren(...rows.map((each) => rowOf(each, open)));
}

function headOf([column, title], table, shown, open, sorted) {
  const press = element("button", { type: "button" }, title);
  press.addEventListener("click", () => {
    const down = sorted.column === column ? !sorted.down : false;
    drawTable(table, shown, open, { column, down });
    table.tHead.querySelector(`[data-column=${column}] button`).focus();
  });
  const attributes = { scope: "col", "data-column": column };
  if (sorted.column === column) {
    attributes["aria-sort"] = sorted.down ? "descending" : "ascending";
  }
  return element("th", attributes, press);
}

function rowOf(statement, open) {
  const cells = columnsShown().map(([column, , text]) => {
    if (column === "who") {
      return element(
        "td",
        {},
        button(text(statement), () => open(statement.id)),
      );
    }
    if (column === "documents") {
      const links = statement.reports.map((each) => link(each.url, publisherOf(each)));
      return element(
        "td",
        {},
        ...links.flatMap((each, index) => (index ? [element("br"), each] : [each])),
      );
    }
    return element("td", { class: column, dir: "auto" }, text(statement));
  });
  return element("tr", {}, ...cells);
}
