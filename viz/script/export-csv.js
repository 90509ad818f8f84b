// The visible statements as rows (RFC 4180), in the order of the table, with the caption on top.

import { captionLines } from "./scene.js";

// A cell that begins like a formula would be run by a spreadsheet; an apostrophe stops that.
const FORMULA = /^[\s\p{C}]*[=+\-@＝＋－＠\t\r]/u;
const CELLS = [
  ["Statement", (each) => each.id],
  ["Said", (each) => each.said],
  ["EDTF", (each) => each.edtf],
  ["Earliest", (each) => each.earliest],
  ["Latest", (each) => each.latest],
  ["Known by", (each) => each.knownBy],
  ["Who", (each) => each.speakers.map((who) => who.name).join("; ")],
  ["Role", (each) => aligned(each.speakers.map((who) => who.role))],
  ["On behalf of", (each) => each.onBehalfOf.join("; ")],
  ["Act", (each) => each.act],
  ["Explicit or implied", (each) => each.explicit.split(":")[0]],
  ["Commits to", (each) => each.belief],
  ["Claim", (each) => each.claim.name],
  ["Words", (each) => aligned(each.reports.map((report) => report.quote))],
  ["Language of the words", (each) => aligned(each.reports.map((report) => report.quoteLanguage))],
  ["Paraphrase", (each) => each.paraphrase],
  ["Documents", (each) => each.reports.map(documentOf).join(" | ")],
  ["Addresses", (each) => aligned(each.reports.map((report) => report.url))],
  ["Answers", (each) => each.respondsTo.join("; ")],
  ["Answered by", (each) => each.answeredBy.join("; ")],
];

export function csvOf(scene) {
  const rows = [
    [scene.caption.title],
    ...captionLines(scene).map((line) => [line]),
    [],
    CELLS.map(([title]) => title),
    ...scene.statements.map((each) => CELLS.map(([, text]) => text(each) ?? "")),
  ];
  return `\ufeff${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

function cell(text) {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

// What belongs to the first document (or speaker) stays first; nothing where no one has any.
function aligned(texts) {
  return texts.some(Boolean) ? texts.map((text) => text ?? "").join(" | ") : "";
}

function documentOf(report) {
  const called = report.characterisedAs ?? report.characterisedInWords;
  return [
    report.publisher ?? "publisher not known",
    report.title ?? report.document,
    report.published,
    called && `calls it: ${called}`,
    report.read ? null : "not read",
  ]
    .filter(Boolean)
    .join(", ");
}
