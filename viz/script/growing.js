// The button of the panel that expands a node, or says in words why it cannot.

import { grow, isGrown, shrink, whyNot } from "./grow.js";
import { announce, button, byId, counted, element, given } from "./island.js";

const cameOf = new Map(); // by node: what came of the last press

// `changed(gone)` is called after nodes came or went, `state()` returns the filters.
export function growingOf(node, { state, changed }) {
  if (!node.more && given.served) {
    return [];
  }
  const why = whyNot(node);
  if (why) {
    const press = element("button", { type: "button", disabled: "" }, "Expand");
    return [element("p", { class: "growing" }, press, " ", hint(why))];
  }
  const words = hint(cameOf.get(node.id) ?? "");
  const press = button(isGrown(node.id) ? "Collapse" : "Expand", act, {});
  return [element("p", { class: "growing" }, press, " ", words)];

  async function act() {
    if (isGrown(node.id)) {
      cameOf.set(node.id, "What it had brought was taken away.");
      finish(shrink(node.id));
      return;
    }
    press.disabled = true;
    words.textContent = "Asking the service …";
    try {
      const { nodes, statements, more } = await grow(node, state());
      const came = `${counted(nodes, "node")} and ${counted(statements, "statement")} more.`;
      cameOf.set(node.id, came + more);
      finish(new Set());
    } catch (error) {
      press.disabled = false;
      words.textContent = error.message;
      announce(error.message);
    }
  }

  // The panel is drawn anew, and the button that was pressed has the focus there.
  function finish(gone) {
    const focused = press === document.activeElement;
    changed(gone);
    announce(cameOf.get(node.id));
    if (focused) {
      byId("panel").querySelector(".growing button")?.focus();
    }
  }
}

function hint(words) {
  return element("span", { class: "hint" }, words);
}
