// What the reader has chosen, and its place in the address of the page.

import { edges, given, nodes, statements, strokes } from "./island.js";

const NOTHING = { as_of: null, since: null, until: null, hide: [], undated: true, at: null };
const DAY = /^\d{4}-\d\d-\d\d$/;
const KEYS = Object.keys(NOTHING);
const web = ["http:", "https:"].includes(location.protocol);
const file = location.protocol === "file:";
// A service has made the first state from the address itself; elsewhere the page brings it along.
const base = given.served ? NOTHING : { ...NOTHING, ...given.state };

export function stateFromAddress() {
  const query = new URLSearchParams(web ? location.search : file ? location.hash.slice(1) : "");
  const state = { ...base };
  for (const key of ["as_of", "since", "until"]) {
    const value = query.get(key);
    state[key] = value === null ? base[key] : isDay(value) ? value : null;
  }
  if (query.has("hide")) {
    state.hide = query.getAll("hide").filter((group) => strokes.has(group) || group === "implied");
  }
  if (query.has("undated")) {
    state.undated = query.get("undated") !== "false";
  }
  if (query.has("at")) {
    state.at = query.get("at") || null;
  }
  state.at = known(state.at) ? state.at : null;
  return state;
}

export function writeState(state, { push }) {
  if (!web && !file) {
    return;
  }
  const query = new URLSearchParams(web ? location.search : location.hash.slice(1));
  put(query, state, base);
  const text = query.toString();
  const [mark, now] = web ? ["?", location.search] : ["#", location.hash];
  if (now.slice(1) === text) {
    return;
  }
  const address = `${location.pathname}${text ? mark + text : ""}`;
  try {
    history[push ? "pushState" : "replaceState"](null, "", address);
  } catch {
    // In a frame without an origin of its own, and when a browser finds it too often: the page
    // works the same without its address.
  }
}

// Another page's address, with the filters of this one.
export function addressWith(state, address) {
  const [path, text = ""] = address.split("?");
  const query = new URLSearchParams(text);
  put(query, state, NOTHING);
  return `${path}${query.size ? `?${query}` : ""}`;
}

export function hasAddress() {
  return web || file;
}

export function isFiltered(state) {
  return KEYS.some((key) => key !== "at" && String(state[key]) !== String(NOTHING[key]));
}

export function unfiltered(state) {
  return { ...NOTHING, at: state.at };
}

export function isDay(text) {
  return DAY.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}

// What differs from `usual`; an empty value says that nothing is set where something usually is.
function put(query, state, usual) {
  for (const key of KEYS) {
    query.delete(key);
    if (String(state[key]) !== String(usual[key])) {
      for (const value of key === "hide" ? hidden(state) : [state[key] ?? ""]) {
        query.append(key, value);
      }
    }
  }
}

function hidden(state) {
  return state.hide.length ? state.hide : [""];
}

function known(id) {
  return statements.has(id) || nodes.has(id) || edges.has(id);
}
