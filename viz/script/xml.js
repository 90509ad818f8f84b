// XML as text. What XML 1.0 forbids (control characters, halves of pairs, U+FFFE) is left out.

const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const MARKS = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\r": "&#13;",
};

export function xmlWords(text) {
  return String(text)
    .replace(FORBIDDEN, "")
    .replace(/[&<>"\t\r]/g, (mark) => MARKS[mark]);
}

// `parts` are XML already; attributes that are null, undefined or false are left out.
export function tag(name, attributes = {}, ...parts) {
  const given = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined && value !== false)
    .map(([key, value]) => ` ${key}="${xmlWords(value).replaceAll("\n", "&#10;")}"`);
  const inner = parts.flat(Infinity).filter(Boolean).join("");
  return inner ? `<${name}${given.join("")}>${inner}</${name}>` : `<${name}${given.join("")}/>`;
}
