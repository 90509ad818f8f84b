// Runs in every measured page before its own scripts; tells where the map stands and what froze.
// It reads only the layout that the frame needs anyway; `benchTell` hands over without waiting.

(() => {
  const BESIDES = "/*besides*/"; // what lies over the map and is not the map
  const probe = { ticks: [], observer: null };
  let view = "";

  const tell = (kind, value) => globalThis.benchTell(JSON.stringify([kind, value]));
  const rect = (part) => {
    const { left, top, width, height } = part.getBoundingClientRect();
    return [left, top, width, height];
  };
  const large = (box) => box[2] * box[3];

  // A cover that fades away is gone when the map is clearer than the cover.
  const hides = (part) => Number(getComputedStyle(part).opacity) > 0.5;

  function look() {
    const canvases = [...document.querySelectorAll("canvas")].map(rect);
    const map = canvases.sort((a, b) => large(b) - large(a))[0] ?? null;
    const besides = [...document.querySelectorAll(BESIDES)].filter(hides).map(rect).filter(large);
    const now = JSON.stringify([map, besides]);
    if (now !== view) {
      view = now;
      tell("view", [performance.timeOrigin + performance.now(), map, besides]);
    }
  }

  function tick() {
    probe.ticks.push(performance.now());
    look();
    requestAnimationFrame(tick);
  }

  function told(entries) {
    for (const { startTime, duration } of entries) {
      tell("task", [startTime, duration]);
    }
  }

  probe.observer = new PerformanceObserver((list) => told(list.getEntries()));
  probe.observer.observe({ type: "longtask", buffered: true });
  // What has ended by now, even if the observer was not called yet.
  probe.flush = () => told(probe.observer.takeRecords());
  globalThis.benchProbe = probe;
  tell("began", performance.timeOrigin);
  requestAnimationFrame(tick);
})();
