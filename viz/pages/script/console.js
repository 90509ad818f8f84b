// The console when scripts run: colours, completion, a field for each parameter, keys.
import { mountFields } from "./cypher/fields.js";
import { mountListbox } from "./cypher/listbox.js";
import { fitting, vocabulary, wanted } from "./cypher/offers.js";
import { mountPaint } from "./cypher/paint.js";
import { offsetOf } from "./cypher/tokens.js";
import { debounced, idsLike } from "./ids.js";

const statement = document.getElementById("statement");
if (statement) {
  mountConsole(statement);
}

function mountConsole(field) {
  const paint = mountPaint(field);
  const box = mountListbox(field, field.parentElement, take);
  mountFields(field, document.querySelector(".params"));
  document.getElementById("keys").append(" Control+Enter runs it, Control+Space offers words.");
  let words = vocabulary(null);
  let asked = null; // what the open list is about
  let schema = null; // is on its way once it is wanted

  function take(offer) {
    field.setSelectionRange(field.selectionStart - asked.beginning.length, field.selectionStart);
    // The only way of typing for somebody that they can take back.
    if (!document.execCommand("insertText", false, offer.word)) {
      field.setRangeText(offer.word, field.selectionStart, field.selectionEnd, "end");
      field.dispatchEvent(new Event("input"));
    }
    box.close();
  }

  async function learn() {
    schema ??= fetch("/v1/schema").then((answer) => (answer.ok ? answer.json() : null));
    try {
      words = vocabulary(await schema);
    } catch {
      words = vocabulary(null); // without the service the words of Cypher are left
    }
  }

  async function offer() {
    const caret = field.selectionStart;
    const text = field.value;
    asked = caret === field.selectionEnd ? wanted(text, caret) : null;
    if (!asked) {
      box.close();
      return;
    }
    const found = asked.id
      ? (await idsLike(asked.id, asked.beginning)).map((x) => ({ word: x.id, meaning: x.text }))
      : await learn().then(() => fitting(asked, words));
    const same = field.value === text && field.selectionStart === caret;
    if (same && document.activeElement === field) {
      box.open(found.slice(0, 12), paint.placeOf(caret - asked.beginning.length));
    }
  }

  field.addEventListener("input", debounced(offer));
  field.addEventListener("keydown", (event) => {
    const runs = event.key === "Enter" && (event.ctrlKey || event.metaKey);
    if (runs) {
      event.preventDefault();
      field.form.requestSubmit();
    } else if (event.key === " " && event.ctrlKey) {
      event.preventDefault();
      offer();
    } else if (!box.key(event) && ["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key)) {
      box.close();
    }
  });

  if (field.dataset.line) {
    const line = Number(field.dataset.line);
    const offset = offsetOf(field.value, line, Number(field.dataset.column));
    paint.markLine(line);
    field.focus();
    field.setSelectionRange(offset, offset);
  }
}
