"""The results as a page to read: figures, aims met or missed, and how it was measured."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from statistics import median

from bench.maps.pages import KINDS
from bench.maps.profiling import Profile
from bench.maps.results import Aim, Row, Rows, aims, figures
from bench.maps.watching import AFTER_MS, STEPS, Seen

__all__ = ["COLUMNS", "Run", "report"]

COLUMNS = (
    "nodes",
    "map",
    "file",
    "gzip -6",
    "first node",
    "longest freeze",
    "pan, median frame",
    "pan, worst frame",
)

METHOD = f"""\
The three tools draw the same invented archive at each size: actors, claims, and one and a half
times as many statements as lines, seeded, so skewed that few claims draw most of them. neo4j-viz
has its default options, names as captions and colours by label; it runs in an environment of its
own and hands over a file. pyvis has `Network(directed=True, cdn_resources="in_line")` and nothing
else set. Our map of any graph draws at most 500 nodes and says so; "ours, limit lifted" draws all
of them, with that limit raised for the measurement only, as nobody's map has it. Aims beyond 500
nodes are held against that one. "Our map of a claim" has quotations, documents, timeline and table.

Each page is opened from a file, offline, in a fresh headless Chromium of 1280 x 800 without a GPU.
pyvis asks for a style sheet and a script of Bootstrap on another host all the same; offline that
fails at once, which spares it the waiting. Rounds are interleaved: every page once, then every
page again, in another order. Figures are medians, in brackets the least and the greatest.

- First node: from the start of the navigation to the first picture that Chromium's compositor puts
  out (screencast of the DevTools protocol, one a frame at most) in which the map holds anything but
  its ground, apart from buttons, legend and loading bar; a bar that fades counts as gone once it is
  half transparent. The same for every tool, right to about a frame of 17 ms, and at most a frame
  late. The first pictures of the last round lie in `build/bench`, to be looked at.
- Longest freeze: the longest task of the main thread (`longtask`, from 50 ms) until
  {AFTER_MS // 1000} s after the first node.
- Pan: the map is dragged by an empty place in {STEPS} steps; time from one animation frame to the
  next. A screen of 60 Hz has no less than 16.7 ms.
"""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the benchmark."""

    machine: Mapping[str, str]
    """What it ran on, in words, by what is told."""
    rows: Rows
    profiles: Mapping[tuple[str, int], Profile]
    """Of the pages that miss an aim of time."""
    parts: Mapping[tuple[str, int], Mapping[str, int]]
    """Bytes by part, of the pages that miss an aim of size."""


def report(run: Run) -> str:
    """Return the results in Markdown."""
    found = aims(run.rows)
    return "\n".join(
        [
            "# How fast the maps are",
            "",
            "Written by `make bench-maps`. Milliseconds are those of one machine; ratios travel.",
            "",
            *(f"- {name}: {words}" for name, words in run.machine.items()),
            "",
            "## Aims",
            "",
            *_table(("aim", "measured", ""), map(_aim, found)),
            "",
            *_missed(run, found),
            "## Figures",
            "",
            *_table(COLUMNS, map(_row, _ordered(run.rows))),
            "",
            *_untaken(run.rows),
            "## How it was measured",
            "",
            METHOD,
        ]
    )


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> list[str]:
    lines = [list(head), *map(list, rows)]
    lines.insert(1, ["---"] * len(lines[0]))
    return [f"| {' | '.join(cells)} |" for cells in lines]


def _aim(aim: Aim) -> tuple[str, str, str]:
    return aim.text, aim.figure, f"**missed**, {aim.short}" if aim.short else "met"


def _ordered(rows: Rows) -> list[Row]:
    kinds = [each.name for each in KINDS]
    return sorted(rows.values(), key=lambda row: (row.size, kinds.index(row.kind)))


def _row(row: Row) -> tuple[str, ...]:
    title = next(each.title for each in KINDS if each.name == row.kind)
    return (
        f"{row.size:,}",
        title,
        f"{row.file_bytes / 1000:,.0f} kB",
        f"{row.gzip_bytes / 1000:,.0f} kB",
        _first(row),
        _times(row, lambda seen: seen.freeze_ms, least=50),
        _times(row, lambda seen: seen.pan_median_ms),
        _times(row, lambda seen: seen.pan_worst_ms),
    )


def _first(row: Row) -> str:
    late = sum(each.first_node_ms is None for each in row.seen)
    if late == len(row.seen):
        return f"> {row.limit_s:.0f} s"
    known = _times(row, lambda seen: seen.first_node_ms)
    return f"{known}; > {row.limit_s:.0f} s in {late} of {len(row.seen)}" if late else known


def _times(row: Row, of: Callable[[Seen], float | None], least: float = 0) -> str:
    """Return median, least and greatest of a figure, as text; below `least` only that it is."""
    found = sorted(figures(row, of))
    if not found:
        return "not taken"
    middle = median(found)
    if middle < least:
        return f"< {least:.0f} ms"
    unit, scale, digits = ("s", 1000, 1) if middle >= 10_000 else ("ms", 1, int(middle < 100))
    first, half, last = (f"{each / scale:,.{digits}f}" for each in (found[0], middle, found[-1]))
    return f"{half} {unit} ({first} to {last})" if len(found) > 1 else f"{half} {unit}"


def _untaken(rows: Rows) -> list[str]:
    """Say what was not measured, and why."""
    found = [
        f"- {row.size:,} nodes, {row.kind}: {trouble}."
        for row in _ordered(rows)
        for trouble in dict.fromkeys(each.trouble for each in row.seen if each.trouble)
    ]
    return ["Not taken:", "", *found, ""] if found else []


def _missed(run: Run, found: Iterable[Aim]) -> list[str]:
    """Say, for each page that misses an aim, where its time or its bytes go."""
    lines: list[str] = []
    for aim in found:
        if not aim.short:
            continue
        lines += [f"Missed by {aim.short}: {aim.text}.", ""]
        if aim.is_of_time and (profile := run.profiles.get(aim.about)):
            lines += [*_profiled(profile), ""]
        elif not aim.is_of_time and (parts := run.parts.get(aim.about)):
            listed = [f"{name} {size / 1000:,.0f}" for name, size in parts.items() if size >= 1000]
            lines += [f"The file in kB: {', '.join(listed)}.", ""]
    return lines


def _profiled(profile: Profile) -> list[str]:
    listed = (
        (
            "Main thread up to then, one load under the profiler",
            {"all": profile.busy_ms, **profile.by_part},
        ),
        ("Functions, calls to others left out", profile.by_function),
        ("As the browser counts it, part of the above", profile.browser_ms),
    )
    return [
        f"- {name}, ms: {', '.join(f'{part} {time:,.0f}' for part, time in times.items())}."
        for name, times in listed
    ]
