// The source panel: who, what kind of act, how precisely dated, in whose words, printed where.

import { button, element, given, inShort, link, named, nodes, statements } from "./island.js";

export function showAbout(panel, open) {
  const about = given.about;
  const own = given.statements.length
    ? [element("h4", {}, "Statements, newest first"), statementList(given.statements, open)]
    : [element("p", {}, given.caption.shown)];
  panel.replaceChildren(
    element("p", { class: "kind" }, about.kind),
    element("h3", {}, named(about.heading)),
    pairs(about.rows),
    ...own,
  );
}

export function showNode(panel, node, open) {
  const isClaim = node.type === "Claim";
  const its = given.statements.filter((each) =>
    isClaim ? each.claim.node === node.id : each.speakers.some((who) => who.node === node.id),
  );
  const kind = isClaim ? "A claim, not a finding" : kindOf(node.type);
  const relied = given.statements.filter((each) => each.relays.some((on) => on.node === node.id));
  const none = node.facts.length
    ? []
    : [element("p", {}, "No statement of its own is on this map.")];
  panel.replaceChildren(
    element("p", { class: "kind" }, kind),
    element("h3", {}, named(node.name)),
    pairs(node.facts),
    ...(its.length ? [statementList(its, open)] : none),
    ...(relied.length ? [element("h4", {}, "Passed on in"), statementList(relied, open)] : []),
  );
}

export function showEdge(panel, edge, open) {
  const end = (id) => button(nodes.get(id).name, () => open(id));
  panel.replaceChildren(
    element("p", { class: "kind" }, "Relationship"),
    element("h3", {}, named(edge.words)),
    element("p", {}, end(edge.from), " → ", end(edge.to)),
    pairs(edge.facts),
  );
}

function kindOf(type) {
  const words = new Map([
    ["UnnamedSource", "Unnamed source: described, not named"],
    ["Official", "Named person"],
  ]);
  return words.get(type) ?? type;
}

function statementList(list, open) {
  const items = list.map((each) => {
    const item = element(
      "li",
      {},
      button(inShort(each), () => open(each.id)),
    );
    if (each.paraphrase) {
      item.append(element("div", { dir: "auto" }, each.paraphrase));
    }
    return item;
  });
  return element("ul", { class: "statement-list" }, ...items);
}

export function showStatement(panel, statement, open) {
  const who = statement.speakers.map((each) =>
    each.role ? `${each.name} (${each.role})` : each.name,
  );
  panel.replaceChildren(
    element("p", { class: "kind" }, `${statement.act}: ${statement.meaning}`),
    element("h3", {}, named(who.join(" and "))),
    ...quotesOf(statement),
    ...(statement.paraphrase ? [element("p", { dir: "auto" }, statement.paraphrase)] : []),
    pairs(rowsOf(statement)),
    ...threads(statement, open),
    element("h4", {}, statement.reports.length === 1 ? "Document" : "Documents"),
    ...statement.reports.map(reportOf),
    ...(statement.reports.length ? [] : [element("p", {}, "No document is recorded.")]),
  );
  panel.scrollTop = 0;
}

function quotesOf(statement) {
  const quotes = statement.reports.filter((each) => each.quote);
  const first = quotes[0];
  if (!first) {
    return [element("p", { class: "kind" }, "No words are quoted.")];
  }
  const attributes = { dir: "auto" };
  if (first.quoteLanguage) {
    attributes.lang = first.quoteLanguage;
  }
  return [element("blockquote", attributes, `“${first.quote}”`)];
}

function rowsOf(statement) {
  const day = statement.edtf ? `${statement.said} (${statement.edtf})` : statement.said;
  return [
    ["on the claim", statement.claim.name],
    ["commits to", statement.belief],
    ["passes on", statement.relayed ? `others, for whom ${statement.relayed}` : null],
    ["how", statement.explicit],
    ["rests on", statement.restsOn],
    ["hedged", statement.hedged ? "yes" : null],
    ["said", day],
    ["day known by", statement.basis?.replaceAll("_", " ")],
    ["at the latest", statement.edtf ? null : statement.knownBy],
    ["on behalf of", statement.onBehalfOf.join("; ")],
    ["relies on", statement.relays.map((each) => each.name).join("; ")],
    ["bears on", statement.extent],
    ["quantity", statement.quantity],
    ["through", statement.channel],
    ["notes", statement.notes],
    ["recorded", statement.recorded],
    ["taken back", statement.withdrawn],
  ];
}

function pairs(rows) {
  const list = element("dl");
  for (const [label, text] of rows.filter((row) => row[1])) {
    list.append(element("dt", {}, label), element("dd", { dir: "auto" }, text));
  }
  return list;
}

function threads(statement, open) {
  return [
    ["It answers", statement.respondsTo],
    ["Answered by", statement.answeredBy],
  ].flatMap(([title, ids]) => {
    if (!ids.length) {
      return [];
    }
    const items = ids.map((id) => {
      const known = statements.get(id);
      const words = `${id} (not on this map)`;
      return element("li", {}, known ? button(inShort(known), () => open(id)) : named(words));
    });
    return [element("h4", {}, title), element("ul", { class: "statement-list" }, ...items)];
  });
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
