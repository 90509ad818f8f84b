// What the page was given, and how text becomes elements: only ever as text.

export const given = JSON.parse(document.getElementById("island").textContent);
export const statements = new Map(given.statements.map((each) => [each.id, each]));
export const nodes = new Map(given.nodes.map((each) => [each.id, each]));
export const edges = new Map(given.edges.map((each) => [each.id, each]));
export const strokes = new Map(Object.entries(given.strokes));
const SVG = "http://www.w3.org/2000/svg";

export function byId(id) {
  return document.getElementById(id);
}

export function element(name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children);
}

export function drawn(name, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, name), attributes, children);
}

function filled(made, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

// Names may be written in any direction; none may turn the words beside it around.
export function named(text) {
  return element("bdi", {}, text);
}

export function button(text, pressed, attributes = { class: "plain" }) {
  const made = element("button", { type: "button", dir: "auto", ...attributes }, text);
  made.addEventListener("click", pressed);
  return made;
}

export function link(url, text) {
  if (!isWeb(url)) {
    return named(url ? `${text} (${url})` : text);
  }
  const attributes = { href: url, rel: "noopener noreferrer", target: "_blank" };
  return element("a", attributes, named(text));
}

function isWeb(url) {
  try {
    return ["http:", "https:"].includes(new URL(url).protocol);
  } catch {
    return false;
  }
}

// Small letters without accents, so that "Abdollahián" is found by "abdollahian".
export function plain(text) {
  return text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();
}

export function speakersOf(statement) {
  return statement.speakers.map((each) => each.name).join(" and ");
}

export function inShort(statement) {
  return `${speakersOf(statement)} ${actOf(statement)}, ${statement.said}`;
}

export function actOf(statement) {
  return statement.implied ? `${statement.act} (implied)` : statement.act;
}

export function dayWords(iso) {
  const format = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
  return new Date(`${iso}T00:00:00Z`).toLocaleDateString("en-GB", format);
}

export function counted(number, one, many = `${one}s`) {
  return `${number} ${number === 1 ? one : many}`;
}

// What a screen reader says, without anything moving on the page.
export function announce(text) {
  byId("announce").textContent = text;
}

export function motionIsReduced() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
