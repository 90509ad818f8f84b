// On paper the map is a picture of text, as wide as the page, with its caption and legend.

import { svgOf } from "./export-svg.js";
import { byId } from "./island.js";
import { drawTable } from "./table.js";

// `scene()` returns what is on the page now; `table` is null where there are no statements.
export function beginPaper(scene, table) {
  const place = byId("printed");
  const lay = () => {
    const { text } = svgOf(scene());
    const picture = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
    place.replaceChildren(document.adoptNode(picture));
    if (table) {
      drawTable(table);
      byId("statements").open = true;
    }
  };
  addEventListener("beforeprint", lay);
  addEventListener("afterprint", () => place.replaceChildren());
}
