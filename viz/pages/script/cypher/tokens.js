// The text of a statement, cut into pieces that together are the text again. It only colours:
// what Cypher is, the service decides.

const PIECE =
  /(?<comment>\/\/[^\r\n]*|\/\*[\s\S]*?(?:\*\/|$))|(?<text>'(?:\\[\s\S]|[^'\\])*(?:'|$)|"(?:\\[\s\S]|[^"\\])*(?:"|$))|(?<parameter>\$(?:`(?:``|[^`])*`?|\w+))|(?<quoted>`(?:``|[^`])*(?:`|$))|(?<number>(?:0x[\da-f]+|0o[0-7]+|\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?)|(?<word>[\p{L}_][\p{L}\p{N}_]*)|(?<space>\s+)|(?<symbol>[\s\S])/giu;

export const KEYWORDS = (
  "ALL AND ANY AS ASC ASCENDING BY CALL CASE COLLECT CONTAINS COUNT DESC DESCENDING DISTINCT ELSE END " +
  "ENDS EXISTS FALSE IN IS LIMIT MATCH NONE NOT NULL OFFSET OPTIONAL OR ORDER REDUCE RETURN " +
  "SHORTEST SINGLE SKIP STARTS THEN TRUE UNION UNWIND WHEN WHERE WITH XOR YIELD"
).split(" ");

const COMMANDS = new Set(KEYWORDS);

// Return the pieces of `text`: `kind`, `text` and where it begins, `from`.
export function cut(text) {
  const pieces = [];
  let open = [];
  let before = "";
  let names = ""; // what names after a colon are: a label in ( ), a type in [ ], a key in { }
  for (const found of text.matchAll(PIECE)) {
    let kind = Object.keys(found.groups).find((name) => found.groups[name] !== undefined);
    const piece = found[0];
    if (kind === "symbol") {
      if ("([{".includes(piece)) {
        open.push(piece);
      } else if (")]}".includes(piece)) {
        open = open.slice(0, -1);
      }
      names = ":|&!".includes(piece) && (piece === ":" || names) ? named(open.at(-1)) : "";
    } else if (kind === "word" || kind === "quoted") {
      kind = meant(kind, piece, before, names, text.slice(found.index + piece.length));
    }
    if (kind !== "space" && kind !== "comment") {
      before = piece;
    }
    pieces.push({ kind, text: piece, from: found.index });
  }
  return pieces;
}

function named(bracket) {
  return bracket === "{" ? "" : bracket === "[" ? "type" : "label";
}

function meant(kind, piece, before, names, after) {
  if (names && ":|&!".includes(before)) {
    return names;
  }
  if (before === ".") {
    return "property";
  }
  if (kind === "quoted") {
    return "name";
  }
  if (/^\s*:(?!:)/.test(after) && ["{", ","].includes(before)) {
    return "property";
  }
  if (COMMANDS.has(piece.toUpperCase())) {
    return "keyword";
  }
  return /^\s*\(/.test(after) ? "function" : "name";
}

// Return the names of the parameters of `text`, in order, each once.
export function parameters(text) {
  const found = cut(text).filter((each) => each.kind === "parameter");
  return [...new Set(found.map((each) => plain(each.text.slice(1))))].filter(Boolean);
}

function plain(name) {
  return name.startsWith("`") ? name.replace(/^`|`$/g, "").replaceAll("``", "`") : name;
}

// Return the offset of a place, both of which count from 1; the end where there is no such place.
export function offsetOf(text, line, column) {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((end) => end.index + end[0].length)];
  const start = starts[line - 1] ?? text.length;
  return Math.min(start + column - 1, text.length);
}
