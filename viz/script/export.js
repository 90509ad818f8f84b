// What leaves the page: the visible statements as CSV, the map as PNG, each with the caption.

import { element, given } from "./island.js";
import { FACE } from "./map.js";
import { COLUMNS } from "./table.js";

function captionLines() {
  const { title, rule, asOf, shown, made } = given.caption;
  return [title, [rule, asOf, shown, made].join(" ")];
}

// A cell that begins like a formula would be run by a spreadsheet; an apostrophe stops that.
function cell(text) {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

export function saveCsv(shown) {
  const rows = given.statements.filter((each) => shown.statements.has(each.id));
  const lines = [
    ...captionLines().map((line) => cell(line)),
    ["statement", ...COLUMNS.map(([, title]) => title), "Addresses"].map(cell).join(","),
    ...rows.map((each) => {
      const urls = each.reports.map((report) => report.url ?? "").filter(Boolean);
      const texts = COLUMNS.map(([, , text]) => text(each));
      return [each.id, ...texts, urls.join(" ")].map(cell).join(",");
    }),
  ];
  save(new Blob(["\ufeff", lines.join("\r\n")], { type: "text/csv" }), "statements.csv");
}

export function savePng(map) {
  const from = map.network.canvas.frame.canvas;
  const picture = element("canvas", { width: from.width, height: from.height + 64 });
  const context = picture.getContext("2d");
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, picture.width, picture.height);
  context.drawImage(from, 0, 64);
  context.fillStyle = "#1d1d1f";
  captionLines().forEach((line, index) => {
    context.font = `${index ? "" : "bold "}${index ? 15 : 20}px ${FACE}`;
    context.fillText(line, 12, 26 + index * 24, picture.width - 24);
  });
  picture.toBlob((blob) => save(blob, "map.png"));
}

function save(blob, name) {
  const href = URL.createObjectURL(blob);
  element("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10000);
}
