// One stop of the Tab key for all marks of the timeline; arrows go from mark to mark.

// Keep exactly one of what can be reached in the order of Tab.
export function rove(timeline, wanted = timeline.stop) {
  const kept = wanted?.isConnected && !wanted.closest("[hidden]");
  const stop = kept ? wanted : firstMark(timeline);
  timeline.stop?.setAttribute("tabindex", "-1");
  stop?.setAttribute("tabindex", "0");
  timeline.stop = stop;
  return stop;
}

export function reachedByKey(timeline, event) {
  const from = event.target.closest("[tabindex]");
  if (!from || event.altKey || event.ctrlKey || event.metaKey) {
    return;
  }
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    timeline.told.open(from.dataset.statement ?? from.dataset.node);
    return;
  }
  const to = next(timeline, from, event.key);
  if (to) {
    event.preventDefault();
    rove(timeline, to).focus();
  }
}

function next(timeline, from, key) {
  const lane = from.closest(".lane");
  const here = inLane(lane);
  const at = here.indexOf(from);
  if (key === "ArrowRight" || key === "ArrowLeft") {
    return here[at + (key === "ArrowRight" ? 1 : -1)];
  }
  if (key === "Home" || key === "End") {
    return here.at(key === "Home" ? 0 : -1);
  }
  if (key !== "ArrowDown" && key !== "ArrowUp") {
    return null;
  }
  const lanes = [...timeline.lanes.values()].filter((each) => !each.hidden);
  const other = lanes[lanes.indexOf(lane) + (key === "ArrowDown" ? 1 : -1)];
  return other && nearestOf(inLane(other), from);
}

// From a name to the name of the next lane, from a mark to the mark nearest in days.
function nearestOf(all, from) {
  if (from.matches("button")) {
    return all[0];
  }
  const middle = (each) => {
    const { left, right } = each.getBoundingClientRect();
    return (left + right) / 2;
  };
  const away = (each) => Math.abs(middle(each) - middle(from));
  return all.filter((each) => each.matches(".mark")).sort((a, b) => away(a) - away(b))[0];
}

// The name of a lane, then its marks from left to right.
function inLane(lane) {
  return [...lane.querySelectorAll("button, .mark:not([hidden])")];
}

function firstMark(timeline) {
  const lane = [...timeline.lanes.values()].find((each) => !each.hidden);
  return lane?.querySelector(".mark:not([hidden])") ?? null;
}
