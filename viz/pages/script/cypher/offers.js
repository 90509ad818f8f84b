// What may stand where the caret is, as far as the served schema and the text tell.
import { cut, KEYWORDS } from "./tokens.js";

const MOST = 12;
const ID = /:(\w+)\s*\{\s*id\s*:\s*['"]([^'"]*)$/;
const KINDS = {
  Claim: "claim",
  Document: "document",
  Statement: "statement",
  WeaponSystem: "weapon",
};

// Return what is being written at `caret`: the `kinds` of words that fit, and its `beginning`.
// `id` is the kind of thing whose id it is. Null where nothing can be offered.
export function wanted(text, caret) {
  const before = text.slice(0, caret);
  const id = ID.exec(before);
  if (id) {
    return { kinds: [], id: KINDS[id[1]] ?? "actor", beginning: id[2] };
  }
  const piece = cut(`${before}x`).at(-1); // as if one more letter was there: that says what it is
  const beginning = piece.text.slice(0, -1);
  if (piece.kind === "label" || piece.kind === "type" || piece.kind === "property") {
    return { kinds: [piece.kind], beginning };
  }
  if (!["keyword", "name", "function"].includes(piece.kind) || beginning === "") {
    return null;
  }
  const key = cut(`${before}x:`).at(-2).kind === "property";
  return { kinds: key ? ["property", "keyword"] : ["keyword"], beginning };
}

// Return the words that fit, those first that begin so: `word` and what it means.
export function fitting(asked, words) {
  const typed = asked.beginning.toLowerCase();
  const fits = words.filter(
    (each) => asked.kinds.includes(each.kind) && each.word.toLowerCase().includes(typed),
  );
  const begins = (each) => (each.word.toLowerCase().startsWith(typed) ? 0 : 1);
  const there = (each) => each.word === asked.beginning;
  return fits.some(there) && fits.length === 1
    ? []
    : fits.sort((a, b) => begins(a) - begins(b)).slice(0, MOST);
}

// Return the words of Cypher, and those of the schema as the service describes it.
export function vocabulary(schema) {
  const found = new Map();
  const add = (kind, each) => {
    const key = `${kind} ${each.name}`;
    if (!found.has(key)) {
      found.set(key, { kind, word: each.name, meaning: each.meaning ?? "" });
    }
  };
  for (const label of schema?.labels ?? []) {
    add("label", label);
  }
  for (const type of schema?.relationships ?? []) {
    add("type", type);
  }
  for (const owner of [...(schema?.labels ?? []), ...(schema?.relationships ?? [])]) {
    for (const property of owner.properties) {
      add("property", property);
    }
  }
  for (const name of KEYWORDS) {
    add("keyword", { name });
  }
  return [...found.values()];
}
