// "As of": a handle on the days on which something became known, and a replay of them.

import { announce, byId, counted, dayWords, motionIsReduced, statements } from "./island.js";
import { isDay } from "./state.js";
import { wordsOfVisible } from "./visible.js";

const PACE_MS = 1100; // between two days of a replay

// `changed(day, {done})` is called while the handle moves, and with done when it rests.
export function beginClock(changed) {
  const clock = { days: [], replaying: null, day: null, changed };
  const { slider } = partsOf();
  findDays(clock);
  let asked = 0;
  const moved = (done) => {
    cancelAnimationFrame(asked);
    changed(dayAt(clock, Number(slider.value)), { done });
  };
  slider.addEventListener("input", () => {
    cancelAnimationFrame(asked); // a hand is faster than a large map is drawn
    asked = requestAnimationFrame(() => moved(false));
  });
  slider.addEventListener("change", () => moved(true));
  slider.addEventListener("pointerdown", () => pause(clock));
  slider.addEventListener("keydown", () => pause(clock));
  byId("day").addEventListener("change", (event) => {
    pause(clock);
    changed(isDay(event.target.value) ? event.target.value : null, { done: true });
  });
  const press = (id, act) => byId(id).addEventListener("click", act);
  press("earlier", () => stepBy(clock, -1));
  press("later", () => stepBy(clock, 1));
  press("latest", () => {
    pause(clock);
    changed(null, { done: true });
  });
  press("replay", () => (clock.replaying ? pause(clock) : replay(clock)));
  showMotion();
  matchMedia("(prefers-reduced-motion: reduce)").addEventListener("change", () => {
    pause(clock);
    showMotion();
  });
  return clock;
}

// Every day on which something became known, after statements came or went.
export function findDays(clock) {
  const days = [...statements.values()].map((each) => each.knownDay).filter(Boolean);
  clock.days = [...new Set(days)].sort();
  partsOf().slider.max = String(clock.days.length);
  byId("clock").hidden = clock.days.length === 0;
}

export function showClock(clock, shown, state) {
  const { slider, words } = partsOf();
  clock.day = state.as_of;
  slider.value = String(placeOfDay(clock, state.as_of));
  words.textContent = wordsOfVisible(shown, state);
  slider.setAttribute("aria-valuetext", words.textContent);
  byId("day").value = state.as_of ?? "";
  byId("latest").disabled = !state.as_of;
  byId("earlier").disabled = placeOfDay(clock, state.as_of) === 0;
  byId("later").disabled = !state.as_of;
}

export function stop(clock) {
  clearInterval(clock.replaying);
  clock.replaying = null;
  byId("replay").textContent = "Replay";
}

function pause(clock) {
  if (clock.replaying) {
    stop(clock);
    clock.changed(clock.day, { done: true });
  }
}

function partsOf() {
  return { slider: byId("as-of"), words: byId("visible") };
}

// The place after the last day is the latest that is recorded.
function dayAt(clock, place) {
  return clock.days[place] ?? null;
}

function placeOfDay(clock, day) {
  if (!day) {
    return clock.days.length;
  }
  return Math.max(
    clock.days.findLastIndex((each) => each <= day),
    0,
  );
}

function stepBy(clock, by) {
  pause(clock);
  const { days, day } = clock;
  const at = placeOfDay(clock, day);
  // From a day between two on which something became known, back is the earlier of them.
  const between = day && by < 0 && days[at] < day;
  clock.changed(dayAt(clock, Math.max(at + (between ? 0 : by), 0)), { done: true });
}

function replay(clock) {
  if (placeOfDay(clock, clock.day) >= clock.days.length - 1) {
    clock.changed(dayAt(clock, 0), { done: false });
  }
  announce(
    `Replay of ${counted(clock.days.length, "day")}, from ${dayWords(clock.day ?? clock.days[0])}.`,
  );
  byId("replay").textContent = "Pause";
  clock.replaying = setInterval(() => {
    const next = placeOfDay(clock, clock.day) + 1;
    clock.changed(dayAt(clock, next), { done: false });
    if (next >= clock.days.length) {
      pause(clock);
    }
  }, PACE_MS);
}

// Whoever wants no motion steps by hand.
function showMotion() {
  byId("replay").hidden = motionIsReduced();
}
