// What stands around the map: links to other levels, the address to copy, the way past the canvas.

import { announce, byId, element, given } from "./island.js";
import { addressWith, hasAddress } from "./state.js";

const narrowRail = matchMedia("(max-width: 1080px)");

export function beginPage() {
  byId("skip").addEventListener("click", (event) => {
    event.preventDefault();
    byId("statements").open = true;
    byId("statements").scrollIntoView();
    byId("rows").focus();
  });
  byId("copy").hidden = !hasAddress();
  byId("copy").addEventListener("click", copyAddress);
  const rail = byId("rail");
  const fold = () => (rail.open = !narrowRail.matches);
  narrowRail.addEventListener("change", fold);
  fold();
}

// Links to the same map at other levels, with the filters that are set now.
export function showLevels(state) {
  const place = byId("levels");
  place.hidden = given.levels.length === 0;
  place.replaceChildren(
    ...given.levels.map(({ name, label, address }) => {
      const here = name === given.level ? { "aria-current": "page" } : {};
      return element("a", { href: addressWith(state, address), ...here }, label);
    }),
  );
}

function copyAddress() {
  const told = byId("copied");
  const copying = navigator.clipboard?.writeText(location.href) ?? Promise.reject(new Error());
  copying.then(
    () => {
      told.replaceChildren("Link copied.");
      announce("Link copied.");
    },
    () => {
      const shown = element("input", { readonly: "", "aria-label": "Link to this view" });
      shown.value = location.href;
      told.replaceChildren(shown);
      shown.select();
    },
  );
}
