// The statement in colours, behind the field in which it is typed.
import { cut } from "./tokens.js";

const PLAIN = new Set(["space", "symbol", "name", "property"]);

// Put colours behind `field` and keep them in step. Returns what paints anew and finds the caret.
export function mountPaint(field) {
  const editor = field.parentElement;
  const back = document.createElement("pre");
  back.setAttribute("aria-hidden", "true");
  editor.prepend(back);
  editor.classList.add("painted");
  field.wrap = "off";
  let faulty = 0; // line that an error names, until something is typed

  function paint() {
    const pieces = cut(field.value).map(painted);
    // An end of line that nothing follows has no height of its own.
    back.replaceChildren(...pieces, document.createTextNode("\n"));
    if (faulty) {
      mark(back, field.value, faulty);
    }
    follow();
  }

  function follow() {
    back.style.height = `${field.offsetHeight}px`;
    back.scrollTop = field.scrollTop;
    back.scrollLeft = field.scrollLeft;
  }

  field.addEventListener("input", () => {
    faulty = 0;
    paint();
  });
  field.addEventListener("scroll", follow);
  new ResizeObserver(follow).observe(field);
  paint();
  return {
    paint,
    markLine(line) {
      faulty = line;
      paint();
    },
    placeOf: (offset) => placeOf(back, editor, offset),
  };
}

function painted(piece) {
  if (PLAIN.has(piece.kind)) {
    return document.createTextNode(piece.text);
  }
  const span = document.createElement("span");
  span.className = `t-${piece.kind}`;
  span.textContent = piece.text;
  return span;
}

// Put a ground under a line.
function mark(back, text, line) {
  const lines = text.split("\n");
  if (line > lines.length) {
    return;
  }
  const from = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  const range = rangeOf(back, from, from + lines[line - 1].length);
  const ground = document.createElement("span");
  ground.className = "at-fault";
  ground.append(range.extractContents());
  range.insertNode(ground);
}

function rangeOf(back, from, to) {
  const range = document.createRange();
  const walker = document.createTreeWalker(back, NodeFilter.SHOW_TEXT);
  let at = 0;
  let begun = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const end = at + node.data.length;
    if (!begun && from <= end) {
      range.setStart(node, from - at);
      begun = true;
    }
    if (to <= end) {
      range.setEnd(node, to - at);
      break;
    }
    at = end;
  }
  return range;
}

// Return where a character is in the editor, in pixels from its corner.
function placeOf(back, editor, offset) {
  const range = rangeOf(back, offset, offset + 1);
  const box = range.getClientRects()[0] ?? back.getBoundingClientRect();
  const corner = editor.getBoundingClientRect();
  return { left: box.left - corner.left, top: box.bottom - corner.top };
}
