// Ids that begin like what is typed, asked of the service.

const PAUSE_MS = 150;

// Return things of a kind whose ids begin so; none when the service does not answer.
export async function idsLike(kind, beginning) {
  const asked = new URLSearchParams({ type: kind, beginning });
  try {
    const answer = await fetch(`/v1/complete?${asked}`);
    return answer.ok ? (await answer.json()).rows : [];
  } catch {
    return [];
  }
}

// Call `work` once nothing has been asked for a moment.
export function debounced(work) {
  let timer;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(work, PAUSE_MS, ...given);
  };
}

function offer(list, found) {
  list.replaceChildren(
    ...found.map((each) => {
      const option = document.createElement("option");
      option.value = each.id;
      option.textContent = each.text;
      return option;
    }),
  );
}

// Fill the list of each field of ids while it is typed in.
export function mountIds(root) {
  for (const field of root.querySelectorAll("input[data-ids]")) {
    const look = debounced(async () => {
      const typed = field.value;
      const found = await idsLike(field.dataset.ids, typed);
      if (field.value === typed) {
        offer(field.list, found);
      }
    });
    field.addEventListener("input", look);
  }
}
