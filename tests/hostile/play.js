// A reader who tries everything, from inside the page. Each part returns what was not as it should.
window.play = (() => {
  const { watch } = window;
  const given = JSON.parse(document.getElementById("island").textContent);
  const byId = (id) => document.getElementById(id);
  const panel = byId("panel");
  const plain = (text) =>
    text
      .normalize("NFD")
      .replace(/\p{Diacritic}/gu, "")
      .toLowerCase();
  const soon = () => new Promise((resolve) => setTimeout(resolve));
  const wanted = [];
  const expected = (is, what) => is || wanted.push(what.slice(0, 200));

  function has(texts, id) {
    for (const text of texts.filter(Boolean)) {
      expected(panel.textContent.includes(text), `the panel of ${id} does not say ${text}`);
    }
  }

  function wordsOf(statement) {
    const { paraphrase, notes, quantity, channel, extent, claim, speakers, voices } = statement;
    const printed = statement.reports.flatMap((each) => [
      each.title,
      each.publisher,
      each.hedge,
      each.characterisedInWords,
      each.quote,
      ...each.drawsOn,
    ]);
    const named = [...speakers, ...voices, ...statement.relays].map((each) => each.name);
    const own = [paraphrase, notes, quantity, channel, extent, claim.name, speakers[0]?.role];
    return [...own, ...named, ...statement.onBehalfOf, ...printed];
  }

  // Every statement through its row, and all that the panel offers then.
  async function rows() {
    byId("statements").open = true;
    await soon();
    const all = [...document.querySelectorAll("tbody tr")];
    expected(all.length === given.statements.length, `${all.length} rows`);
    for (const row of all) {
      const id = row.dataset.statement;
      row.querySelector("button").click();
      has(wordsOf(given.statements.find((each) => each.id === id)), id);
      panel.querySelector(".cite button").click();
    }
    await soon();
    for (const each of document.querySelectorAll("thead button")) each.click();
  }

  // Every node and every line, as if clicked on the canvas.
  async function canvas() {
    const pick = (nodes, edges) => window.canvas.body.emitter.emit("click", { nodes, edges });
    for (const { id, name, facts, aliases, statement } of given.nodes) {
      pick([id], []);
      if (id !== given.about.node && !statement) has([name, ...aliases, ...facts.flat()], id);
      panel.querySelector("li button")?.dispatchEvent(new Event("focusin", { bubbles: true }));
    }
    for (const { id, facts } of given.edges.filter((each) => !each.statement)) {
      pick([], [id]);
      has(facts.flat(), id);
    }
    await soon();
    panel.querySelector(".close")?.click();
  }

  // Words in the search, in the filter of rows, and in the address, as they are and escaped.
  async function words(texts) {
    const input = byId("find");
    byId("statements").open = true;
    await soon();
    const tell = (target, type, more = {}) =>
      target.dispatchEvent(Object.assign(new Event(type, { bubbles: true }), more));
    for (const text of texts) {
      input.value = text;
      tell(input, "input");
      const typed = plain(input.value.trim());
      const known = given.nodes.some((each) => plain(each.name).includes(typed));
      const found = byId("found").querySelectorAll("[role=option]").length;
      if (typed.length > 1 && known) expected(found, `nothing found for ${text}`);
      tell(input, "keydown", { key: "Enter" });
      byId("rows").value = text;
      tell(byId("rows"), "input");
      const shown = document.querySelectorAll("tbody tr:not([hidden])").length;
      const here = given.statements.some((each) => each.claim.name === text);
      if (here && byId("rows").value === text) expected(shown, `no row for ${text}`);
      for (const each of [text, encodeURIComponent(text.toWellFormed())]) {
        const days = `as_of=${each}&since=${each}&until=${each}`;
        location.hash = `#at=${each}&hide=${each}&undated=${each}&${days}&level=${each}&${each}=x`;
      }
    }
    await soon();
    byId("rows").value = "";
    tell(byId("rows"), "input");
    location.hash = "";
    await soon();
  }

  // Every tick, every mark of the timeline, every step of the clock.
  async function ticks() {
    const boxes = [...document.querySelectorAll("#filters [type=checkbox]")];
    for (const each of [...boxes, ...boxes]) each.click();
    for (const id of ["earlier", "earlier", "later", "replay", "replay", "latest"])
      byId(id).click();
    for (const each of document.querySelectorAll(".lane .who button, .mark, #dayless button")) {
      each.dispatchEvent(new MouseEvent("pointerover", { bubbles: true }));
      each.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    }
    await soon();
    byId("unfilter").click();
    await soon();
  }

  // On paper: the picture in the page itself has every name once more.
  async function paper() {
    dispatchEvent(new Event("beforeprint"));
    const names = [...document.querySelectorAll("#printed title")].map((each) => each.textContent);
    for (const { name } of given.nodes.filter((each) => /^[\x20-\x7e]+$/.test(each.name))) {
      expected(names.includes(name), `not on paper: ${name}`);
    }
    dispatchEvent(new Event("afterprint"));
  }

  // Everything that the service has more of, on every speaker.
  async function more() {
    for (const { id } of given.nodes.filter((each) => each.more)) {
      window.canvas.body.emitter.emit("click", { nodes: [id], edges: [] });
      panel.querySelector(".growing button").click();
      const told = () => panel.querySelector(".growing .hint").textContent;
      while (told().startsWith("Asking")) await soon();
      expected(/ more\./.test(told()), `${id}: ${told()}`);
    }
  }

  function buttonFor(kind) {
    const all = [...document.querySelectorAll("#export button")];
    return all.find((each) => each.textContent === kind);
  }

  // What the page gives to be saved as `kind`: its type and its text.
  async function saved(kind) {
    const of = (blob) => blob.type.includes(kind.toLowerCase());
    const before = watch.blobs.filter(of).length;
    watch.keeps = true;
    buttonFor(kind).click();
    while (watch.blobs.filter(of).length === before) await soon();
    return watch.blobs.findLast(of).text();
  }

  const complaints = () => wanted.splice(0);
  return { rows, canvas, words, ticks, paper, more, saved, complaints };
})();
