// The same statements as rows: readable, copyable, sortable, filtered by words, without a mouse.

import {
  actOf,
  announce,
  button,
  byId,
  counted,
  element,
  inShort,
  link,
  plain,
  speakersOf,
  statements,
} from "./island.js";

export const COLUMNS = [
  ["said", "Said", (each) => each.said, (each) => each.earliest ?? each.latest ?? "9999"],
  ["who", "Who", speakersOf],
  ["behalf", "On behalf of", (each) => each.onBehalfOf.join("; ")],
  ["act", "Act", actOf],
  ["belief", "Commits to", (each) => each.belief],
  ["claim", "Claim", (each) => each.claim.name],
  ["words", "Words", (each) => quoted(each) || each.paraphrase || ""],
  ["documents", "Documents", (each) => each.reports.map(publisherOf).join("; ")],
];

// `told` opens an id and is told what is pointed at.
export function beginTable(told) {
  const table = byId("statements").querySelector("table");
  const made = {
    table,
    told,
    rows: new Map(),
    sorted: { column: "said", down: true },
    shown: null,
  };
  const body = table.tBodies[0];
  const rowAt = (event) => event.target.closest("tr")?.dataset.statement ?? null;
  body.addEventListener("pointerover", (event) => told.point(rowAt(event)));
  body.addEventListener("pointerleave", () => told.point(null));
  body.addEventListener("focusin", (event) => told.point(rowAt(event)));
  body.addEventListener("focusout", () => told.point(null));
  byId("rows").addEventListener("input", () => {
    filterRows(made);
    announce(byId("rows-shown").textContent);
  });
  byId("statements").addEventListener("toggle", () => drawTable(made));
  return made;
}

// Built when somebody looks at it, or prints.
export function drawTable(made, { anew = false } = {}) {
  if (made.rows.size && !anew) {
    return;
  }
  const columns = columnsShown();
  made.rows.clear();
  for (const each of statements.values()) {
    made.rows.set(each.id, rowOf(each, columns, made.told));
  }
  drawHead(made, columns);
  sortRows(made);
  filterRows(made);
}

export function showTable(made, shown) {
  made.shown = shown;
  filterRows(made);
}

export function lightOnTable(made, statementIds, name = "lit") {
  for (const [id, row] of made.rows) {
    row.classList.toggle(name, statementIds.has(id));
  }
}

// The visible statements in the order of the table, for what leaves the page.
export function rowsInOrder(made) {
  return inOrder([...statements.values()], made.sorted);
}

// On the map of one claim a column with that claim in every row says nothing.
function columnsShown() {
  const claims = new Set([...statements.values()].map((each) => each.claim.node));
  return COLUMNS.filter(([column]) => column !== "claim" || claims.size > 1);
}

function quoted(statement) {
  const found = statement.reports.find((each) => each.quote);
  return found ? `“${found.quote}”` : "";
}

function publisherOf(report) {
  return `${report.publisher ?? report.title ?? report.document}, ${report.published}`;
}

function drawHead(made, columns) {
  const heads = columns.map(([column, title]) => {
    const press = element("button", { type: "button" }, title);
    press.addEventListener("click", () => {
      const { sorted } = made;
      made.sorted = { column, down: sorted.column === column ? !sorted.down : false };
      sortRows(made);
      announce(`Sorted by ${title}, ${made.sorted.down ? "descending" : "ascending"}.`);
    });
    return element("th", { scope: "col", "data-column": column }, press);
  });
  made.table.tHead.replaceChildren(element("tr", {}, ...heads));
}

function sortRows(made) {
  const { column, down } = made.sorted;
  for (const head of made.table.tHead.querySelectorAll("th")) {
    head.removeAttribute("aria-sort");
    if (head.dataset.column === column) {
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
    }
  }
  made.table.tBodies[0].replaceChildren(...rowsInOrder(made).map((each) => made.rows.get(each.id)));
}

function inOrder(all, { column, down }) {
  const [, , text, key = text] = COLUMNS.find(([name]) => name === column);
  all.sort((a, b) => key(a).localeCompare(key(b), "en") * (down ? -1 : 1));
  if (column === "said") {
    all.sort((a, b) => !a.edtf - !b.edtf); // undated last, whichever way the days run
  }
  return all;
}

function filterRows(made) {
  if (!made.rows.size || !made.shown) {
    return;
  }
  const wanted = plain(byId("rows").value.trim());
  let count = 0;
  for (const [id, row] of made.rows) {
    row.hidden = !made.shown.statements.has(id) || !plain(row.textContent).includes(wanted);
    count += row.hidden ? 0 : 1;
  }
  byId("rows-shown").textContent = `${count} of ${counted(made.rows.size, "row")}`;
}

function rowOf(statement, columns, told) {
  const cells = columns.map(([column, , text]) => {
    if (column === "who") {
      const press = button(text(statement), () => told.open(statement.id));
      press.setAttribute("aria-label", inShort(statement));
      return element("th", { scope: "row" }, press);
    }
    if (column === "documents") {
      const links = statement.reports.map((each) => link(each.url, publisherOf(each)));
      return element("td", {}, ...links.map((each) => element("div", {}, each)));
    }
    return element("td", { class: column, dir: "auto" }, text(statement));
  });
  return element("tr", { "data-statement": statement.id }, ...cells);
}
