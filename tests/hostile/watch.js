// Put into every document before anything of it runs: notes all that a page of words must not do.
(() => {
  const harm = [];
  const added = {};
  const blobs = [];
  const seen = new WeakSet();
  const PROTOTYPES = [Object, Array, Function, String, Number, Map, Set, Element, Node, Document];
  const ADDRESSES =
    /^(href|src|action|formaction|data|poster|background|srcdoc|srcset|xlink:href)$/i;
  const PLAIN = /^(#|https?:\/\/|\/maps\/)/;
  const RUNS =
    /^(script|iframe|frame|object|embed|link|base|meta|style|img|image|form|audio|video|source|template|foreignObject|animate|set|use|math)$/i;
  const own = (made) => Object.getOwnPropertyNames(made.prototype).sort().join();
  const before = PROTOTYPES.map(own);
  const methods = Object.getOwnPropertyNames(Object.prototype).map((name) => [
    name,
    Object.getOwnPropertyDescriptor(Object.prototype, name).value,
  ]);
  const note = (what, words) => harm.push(`${what}: ${String(words).slice(0, 150)}`);

  // Not eval, by which tests themselves ask: the policy forbids it, and tells.
  for (const name of ["alert", "confirm", "prompt", "print", "open"]) {
    window[name] = (words) => note(name, words);
  }
  for (const name of ["write", "writeln"]) {
    Document.prototype[name] = (words) => note(name, words);
  }
  window.Function = new Proxy(Function, {
    apply: (_made, _self, words) => note("Function", words),
    construct: (_made, words) => ({ words: note("new Function", words) }),
  });
  for (const name of ["setTimeout", "setInterval"]) {
    const real = window[name];
    window[name] = (act, ...rest) =>
      typeof act === "function" ? real(act, ...rest) : note(name, act);
  }
  for (const name of ["innerHTML", "outerHTML"]) {
    const { get, set } = Object.getOwnPropertyDescriptor(Element.prototype, name);
    const noted = function (words) {
      if (/[<&]/.test(words)) note(name, words);
      set.call(this, words);
    };
    Object.defineProperty(Element.prototype, name, { get, set: noted, configurable: true });
  }
  for (const [made, name] of [
    [Element, "insertAdjacentHTML"],
    [Range, "createContextualFragment"],
    [Element, "setHTMLUnsafe"],
  ]) {
    made.prototype[name] = (...words) => note(name, words);
  }
  addEventListener(
    "error",
    (event) => note("error", event.message ?? event.target.outerHTML),
    true,
  );
  addEventListener("unhandledrejection", (event) => note("rejection", event.reason));
  addEventListener("securitypolicyviolation", (event) =>
    note("policy", `${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
  );

  const meet = (element) => {
    if (RUNS.test(element.localName) && !seen.has(element)) {
      added[element.localName] = (added[element.localName] ?? 0) + 1;
    }
    seen.add(element);
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name) || (ADDRESSES.test(name) && !PLAIN.test(value))) {
        note("attribute", `${element.localName} ${name}=${value}`);
      }
    }
  };
  const changed = (records) => {
    for (const { target, type, addedNodes } of records) {
      const fresh = type === "attributes" ? [target] : [...addedNodes].filter((x) => x.attributes);
      for (const each of fresh) {
        [each, ...(type === "attributes" ? [] : each.querySelectorAll("*"))].forEach(meet);
      }
    }
  };
  const observer = new MutationObserver(changed);
  observer.observe(document, { childList: true, subtree: true, attributes: true });

  // What the page gives to be saved is kept; no file is made of it.
  const url = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    blobs.push(blob);
    return url(blob);
  };
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function () {
    if (!(this.download && window.watch.keeps)) click.call(this);
  };

  // The canvas, of which a page lets nobody outside get hold.
  window.vis = new Proxy(
    {},
    {
      get(vis, name) {
        if (name !== "Network") return vis[name];
        return class extends vis.Network {
          constructor(...given) {
            super(...given);
            window.canvas = this;
          }
        };
      },
    },
  );

  const polluted = () => [
    ...PROTOTYPES.filter((made, at) => own(made) !== before[at]).map((made) => made.name),
    ...methods.filter(([name, value]) => name !== "__proto__" && Object.prototype[name] !== value),
  ];
  const told = () => {
    changed(observer.takeRecords());
    return { harm: [...harm, ...polluted().map((name) => `polluted: ${name}`)], added };
  };
  Object.defineProperty(window, "watch", { value: { told, blobs, keeps: false } });
})();
