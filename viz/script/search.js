// Search: names, other names, codes and words, whatever their accents, as a list to pick from.

import {
  announce,
  byId,
  counted,
  element,
  inShort,
  named,
  nodes,
  plain,
  statements,
} from "./island.js";
import { kindOf } from "./words.js";

const MOST_HITS = 12;
const LEAST_LETTERS = 2; // letters from which on it is searched

export function beginSearch(picked) {
  const input = byId("find");
  const list = byId("found");
  const search = { input, list, hits: [], at: -1, picked };
  input.addEventListener("input", () => find(search));
  input.addEventListener("focus", () => input.value && find(search));
  input.addEventListener("blur", () => close(search));
  input.addEventListener("keydown", (event) => pressedInSearch(search, event));
  // Before the input loses the focus, and the list with it.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) {
      pick(search, [...list.children].indexOf(option));
    }
  });
}

export function matching(words) {
  const wanted = plain(words.trim());
  if (wanted.length < LEAST_LETTERS) {
    return [];
  }
  const has = (...texts) => texts.some((text) => text && plain(text).includes(wanted));
  const inNodes = [...nodes.values()]
    .filter((each) => has(each.name, each.code, ...each.aliases))
    .map((each) => ({ id: each.id, text: each.name, about: otherName(each, wanted) }))
    .sort((a, b) => begins(b.text, wanted) - begins(a.text, wanted));
  const inStatements = [...statements.values()]
    .filter((each) => has(each.paraphrase, each.notes, ...each.reports.flatMap(wordsIn)))
    .map((each) => ({ id: each.id, text: inShort(each), about: inContext(each, wanted) }));
  return [...inNodes, ...inStatements];
}

function wordsIn(report) {
  return [report.quote, report.characterisedInWords, report.title];
}

function begins(text, wanted) {
  return plain(text).startsWith(wanted) ? 1 : 0;
}

function otherName(node, wanted) {
  const alias = node.aliases.find((each) => plain(each).includes(wanted));
  const byName = plain(node.name).includes(wanted);
  return !byName && alias ? `also called ${alias}` : kindOf(node);
}

// Where the words stand: a few before and after them.
function inContext(statement, wanted) {
  const texts = [...statement.reports.flatMap(wordsIn), statement.paraphrase, statement.notes];
  const text = texts.find((each) => each && plain(each).includes(wanted));
  const at = Math.max(plain(text).indexOf(wanted) - 30, 0);
  return `${at ? "… " : ""}${text.slice(at, at + 80)}${text.length > at + 80 ? " …" : ""}`;
}

function find(search) {
  const { input, list } = search;
  const all = matching(input.value);
  search.hits = all.slice(0, MOST_HITS);
  search.at = -1;
  const rest = all.length - search.hits.length;
  const none = input.value.trim().length >= LEAST_LETTERS && !all.length;
  const notes = [none ? "Nothing found." : null, rest > 0 ? `and ${rest} more` : null];
  list.replaceChildren(
    ...search.hits.map((hit, index) => optionOf(hit, index)),
    ...notes.filter(Boolean).map((text) => element("li", { role: "presentation" }, text)),
  );
  list.hidden = !list.children.length;
  mark(search);
  if (input.value.trim().length >= LEAST_LETTERS) {
    announce(all.length ? `${counted(all.length, "result")}.` : "Nothing found.");
  }
}

function optionOf(hit, index) {
  const about = element("small", { dir: "auto" }, hit.about);
  return element("li", { role: "option", id: `found-${index}` }, named(hit.text), " ", about);
}

function mark(search) {
  const { input, list, at } = search;
  for (const [index, option] of list.querySelectorAll("[role=option]").entries()) {
    option.setAttribute("aria-selected", String(index === at));
    if (index === at) {
      option.scrollIntoView({ block: "nearest" });
    }
  }
  input.setAttribute("aria-expanded", String(!list.hidden));
  if (at < 0) {
    input.removeAttribute("aria-activedescendant");
  } else {
    input.setAttribute("aria-activedescendant", `found-${at}`);
  }
}

function pressedInSearch(search, event) {
  const count = search.hits.length;
  const to = { ArrowDown: search.at + 1, ArrowUp: search.at < 0 ? count - 1 : search.at - 1 };
  if (event.key in to && count) {
    search.at = (to[event.key] + count) % count;
    mark(search);
  } else if (event.key === "Enter" && count) {
    pick(search, Math.max(search.at, 0));
  } else if (event.key === "Escape" && (search.input.value || !search.list.hidden)) {
    search.input.value = "";
    close(search);
  } else {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}

function pick(search, index) {
  const hit = search.hits[index];
  close(search);
  search.picked(hit.id);
}

function close(search) {
  search.list.hidden = true;
  search.at = -1;
  mark(search);
}
