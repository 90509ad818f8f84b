// A list of offers under the caret, worked from the field without leaving it.

// Give `field` a list in `editor`; `take` is told which offer was chosen.
export function mountListbox(field, editor, take) {
  const list = document.createElement("ul");
  list.className = "offers";
  list.id = "offers";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Words that fit here");
  editor.append(list);
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-haspopup", "listbox");
  field.setAttribute("aria-controls", list.id);
  let offers = [];
  let active = -1;

  function close() {
    list.hidden = true;
    activate(-1);
  }

  function open(found, place) {
    offers = found;
    list.replaceChildren(...found.map(item));
    list.hidden = found.length === 0;
    activate(-1);
    if (!list.hidden) {
      const room = editor.clientWidth - list.offsetWidth;
      list.style.left = `${Math.max(0, Math.min(place.left, room))}px`;
      list.style.top = `${place.top}px`;
    }
  }

  function activate(index) {
    active = index;
    for (const [at, each] of [...list.children].entries()) {
      each.setAttribute("aria-selected", String(at === index));
    }
    const chosen = list.children[index];
    if (chosen) {
      field.setAttribute("aria-activedescendant", chosen.id);
      chosen.scrollIntoView({ block: "nearest" });
    } else {
      field.removeAttribute("aria-activedescendant");
    }
  }

  function item(offer, index) {
    const each = document.createElement("li");
    each.id = `offer-${index}`;
    each.setAttribute("role", "option");
    const meaning = document.createElement("small");
    meaning.textContent = offer.meaning;
    each.append(`${offer.word} `, meaning);
    each.addEventListener("mousedown", (event) => {
      event.preventDefault(); // the caret stays in the field
      choose(index);
    });
    return each;
  }

  function choose(index) {
    const offer = offers[index];
    close();
    take(offer);
  }

  // Return whether the list took the key.
  function key(event) {
    if (list.hidden || event.ctrlKey || event.metaKey || event.altKey) {
      return false;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      const from = active < 0 && step < 0 ? 0 : active;
      activate((from + step + offers.length) % offers.length);
    } else if (event.key === "Enter" && active >= 0) {
      choose(active);
    } else if (event.key === "Escape") {
      close();
    } else {
      return false; // Tab goes on, whatever is open
    }
    event.preventDefault();
    return true;
  }

  field.addEventListener("blur", close);
  return { open, close, key };
}
