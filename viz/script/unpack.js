// The renderer, vis-network, stands on the page packed, which is a third of its size.

import { byId, element } from "./island.js";

// Runs it. Its text is one that the policy names by its hash: changed, it would not run.
export async function unpack() {
  const bytes = Uint8Array.from(atob(byId("vis").textContent), (sign) => sign.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const script = element("script");
  script.textContent = await new Response(stream).text();
  document.head.append(script);
  script.remove();
}
