// Days on an axis: where each stands, what its ticks are, and how marks keep out of each other.

const DAY_MS = 86400000;
const TICK = 90; // pixels from one tick to the next, at least
const APART = 8; // pixels from one mark to the next in one row

// Returns a function from an ISO day to pixels, with its start and end.
export function scaleOf(isoDays, start, end) {
  const days = isoDays.map(dayNumber);
  const first = Math.min(...days);
  const last = Math.max(...days, first + 1);
  const at = (iso) => {
    const part = (dayNumber(iso) - first) / (last - first);
    return start + Math.min(Math.max(part, 0), 1) * (end - start);
  };
  return Object.assign(at, { start, end, first, last });
}

export function spanOf({ earliest, latest }, at) {
  return [earliest ? at(earliest) : at.start, latest ? at(latest) : at.end];
}

// Marks that would cover each other go into rows of one lane.
export function packed(list, at) {
  const ends = [];
  return list.map((statement) => {
    const [left, right] = spanOf(statement, at);
    let row = ends.findIndex((end) => left - APART > end);
    row = row < 0 ? ends.length : row;
    ends[row] = right + APART;
    return { statement, left, right, row };
  });
}

// Returns [x, words] of every tick.
export function ticksOf(at) {
  const [unit, step] = unitOf((at.last - at.first) / ((at.end - at.start) / TICK));
  const start = new Date(at.first * DAY_MS);
  const day = unit === "day" ? start.getUTCDate() : 1;
  const month = unit === "year" ? 0 : start.getUTCMonth();
  const found = [];
  for (let n = 0; n < 200; n += 1) {
    const time = tickTime(start.getUTCFullYear(), month, day, unit, n * step);
    if (time / DAY_MS > at.last) {
      break;
    }
    if (time / DAY_MS >= at.first) {
      const date = new Date(time);
      found.push([at(date.toISOString().slice(0, 10)), tickWords(date, unit)]);
    }
  }
  return found;
}

function dayNumber(iso) {
  return Date.parse(`${iso}T00:00:00Z`) / DAY_MS;
}

function unitOf(days) {
  const steps = [
    [1, "day", 1],
    [2, "day", 2],
    [7, "day", 7],
    [14, "day", 14],
    [31, "month", 1],
    [92, "month", 3],
    [183, "month", 6],
    [366, "year", 1],
  ];
  const found = steps.find(([least]) => days <= least) ?? [0, "year", Math.ceil(days / 366)];
  return [found[1], found[2]];
}

function tickTime(year, month, day, unit, count) {
  const add = (wanted) => (unit === wanted ? count : 0);
  return Date.UTC(year + add("year"), month + add("month"), day + add("day"));
}

function tickWords(date, unit) {
  const parts = {
    day: { day: "numeric", month: "short" },
    month: { month: "short", year: "numeric" },
  };
  const format = parts[unit] ?? { year: "numeric" };
  return date.toLocaleDateString("en-GB", { ...format, timeZone: "UTC" });
}
