// One statement: who, what kind of act, how precisely dated, in whose words, printed where.

import { button, counted, element, inShort, link, named, statements } from "./island.js";
import { pairs } from "./lists.js";

export function showStatement(panel, statement, told) {
  const who = statement.speakers.map((each) =>
    each.role ? `${each.name} (${each.role})` : each.name,
  );
  const documents = counted(statement.reports.length, "document");
  panel.append(
    ...hiddenNotice(statement, told),
    element("p", { class: "kind" }, `${statement.act}: ${statement.meaning}`),
    element("h2", { class: "name" }, named(who.join(" and "))),
    element("p", { class: statement.implied ? "how implied" : "how" }, ...howOf(statement)),
    ...quotesOf(statement),
    ...(statement.paraphrase ? [element("p", { dir: "auto" }, statement.paraphrase)] : []),
    pairs(rowsOf(statement)),
    ...told.citing(statement),
    ...thread("It answers", statement.respondsTo, told),
    ...thread("Answered by", statement.answeredBy, told),
    element("h3", {}, statement.reports.length ? documents : "No document is recorded"),
    ...statement.reports.map(reportOf),
  );
}

// What was clicked on answers, also when a filter hides it from the map.
function hiddenNotice(statement, told) {
  const reasons = told.reasons(statement);
  if (!reasons.length) {
    return [];
  }
  const words = `Hidden by a filter: ${reasons.join("; ")}. `;
  const show = button("Show it", () => told.reveal(statement), { class: "reveal" });
  return [element("p", { class: "notice" }, words, show)];
}

// Whether the act lies in the words or in what documents call them stands above everything else.
function howOf({ explicit, restsOn }) {
  const [kind, ...why] = explicit.split(": ");
  return [
    element("strong", {}, kind),
    why.length ? `: ${why.join(": ")}` : "",
    `. Rests on ${restsOn}.`,
  ];
}

function quotesOf({ reports }) {
  const quotes = new Map();
  for (const each of reports.filter((report) => report.quote)) {
    quotes.set(each.quote, each);
  }
  if (!quotes.size) {
    return [element("p", { class: "kind" }, "No words are quoted.")];
  }
  return [...quotes.values()].slice(0, 1).map(({ quote, quoteLanguage }) => {
    const attributes = quoteLanguage ? { dir: "auto", lang: quoteLanguage } : { dir: "auto" };
    return element("blockquote", attributes, `“${quote}”`);
  });
}

function rowsOf(statement) {
  const day = statement.edtf ? `${statement.said} (${statement.edtf})` : statement.said;
  const voices = statement.voices.map((each) => each.name);
  return [
    ["on the claim", statement.claim.name],
    ["commits to", statement.belief],
    ["passes on", statement.relayed ? `others, for whom ${statement.relayed}` : null],
    ["hedged", statement.hedged ? "yes" : null],
    ["said", day],
    ["day known by", statement.basis?.replaceAll("_", " ")],
    ["at the latest", statement.edtf ? null : statement.knownBy],
    ["on behalf of", statement.onBehalfOf.join("; ")],
    ["a voice of", voices.join("; ")],
    ["relies on", statement.relays.map((each) => each.name).join("; ")],
    ["bears on", statement.extent],
    ["quantity", statement.quantity],
    ["through", statement.channel],
    ["notes", statement.notes],
    ["recorded", statement.recorded],
    ["taken back", statement.withdrawn],
  ];
}

function thread(title, ids, told) {
  if (!ids.length) {
    return [];
  }
  const items = ids.map((id) => {
    const known = statements.get(id);
    const words = `${id} (not on this map)`;
    const item = known ? button(inShort(known), () => told.open(id)) : named(words);
    return element("li", known ? { "data-statement": id } : {}, item);
  });
  return [element("h3", {}, title), element("ul", { class: "statement-list" }, ...items)];
}

function reportOf(report) {
  const title = report.title ?? report.url ?? report.document;
  const publisher = report.publisher ?? "publisher not known";
  const called = report.characterisedAs ?? report.characterisedInWords;
  const own = report.characterisedAs ? report.characterisedInWords : null;
  const made = element("article", { class: "report" });
  made.append(element("div", {}, link(report.url, title)));
  made.append(element("div", { class: "kind" }, named(publisher), `, ${report.published}`));
  made.append(
    pairs([
      ["calls it", called && own ? `${called} (“${own}”)` : called],
      ["its hedge", report.hedge],
      ["prints", report.quote ? `“${report.quote}”` : null],
      ["draws on", report.drawsOn.join("; ")],
      ["read", report.read ? null : "no: known only through documents that draw on it"],
      ["withdrawn", report.withdrawn],
    ]),
  );
  return made;
}
