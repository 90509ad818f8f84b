"""The aims, held against the figures."""

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from bench.archives.figures import Cell, Figures, Grown, Loaded, Reading
from bench.archives.jobs import BOLT, BOLTS, ETAG, GRAPHQL, KEPT, OURS, QUERY_API

__all__ = ["Aim", "aims"]

SIZE, CLIENTS = 100_000, 8
"""At which reading is held against others."""
SIDES = ((GRAPHQL, 20.0), (QUERY_API, 1.3), (BOLT, 0.7))


@dataclass(frozen=True, slots=True)
class Aim:
    """One aim and what was measured."""

    text: str
    figure: str
    met: bool
    by: str = ""
    """By how much it is missed."""
    about: str = ""
    """What a profile is of: a request, or ``load``; empty where there is none."""


def aims(found: Figures) -> list[Aim]:
    """Return every aim for which there are figures."""
    return [
        *(each for loaded in found.loaded for each in _loads(loaded)),
        *(each for reading in found.readings for each in _reads(reading)),
        *_grows(found),
        *_starts(found),
        *_memory(found),
    ]


def _at_least(text: str, ratio: float, aim: float, about: str = "") -> Aim:
    by = "" if ratio >= aim else f"{(1 - ratio / aim):.0%} below"
    return Aim(text, f"{ratio:.2f} times", ratio >= aim, by, about)


def _at_most(text: str, ratio: float, aim: float, where: str = "", about: str = "") -> Aim:
    by = "" if ratio <= aim else f"{(ratio / aim - 1):.0%} above"
    return Aim(text, f"{ratio:.2f} times{where}", ratio <= aim, by, about)


def _loads(found: Loaded) -> Iterator[Aim]:
    size, rate = f"{found.size:,} statements", found.rows / median(found.seconds)
    ways = [each for each in (found.limit_create_s, found.limit_merge_s) if each]
    if ways:
        limit = found.limit_rows / min(median(each) for each in ways)
        yield _at_least(f"load, {size}: at least 0.8 of the limit", rate / limit, 0.8, "load")
    for name, other in found.sampled.items():
        if name.startswith("neomodel"):
            text = f"load, {size}: at least 20 times neomodel's batch form"
            yield _at_least(text, rate / other, 20, "load")


def _reads(found: Reading) -> Iterator[Aim]:
    cells = {(each.side, each.request): each for each in found.cells if each.clients == CLIENTS}
    for name in dict.fromkeys(each.request for each in found.cells):
        ours = cells.get((OURS, name))
        if ours is None:
            continue
        what = f"{name}, {found.size:,} statements, {CLIENTS} clients"
        for side, aim in SIDES:
            other = _faster(cells, side, name)
            if other:
                text = f"{what}: at least {aim:g} times {side}"
                yield _at_least(text, ours.per_s() / other.per_s(), aim, name)
        tagged, plain = cells.get((ETAG, name)), cells.get((KEPT, name), ours)
        if tagged:
            text = f"{what}: If-None-Match at least 5 times faster"
            yield _at_least(text, tagged.per_s() / ours.per_s(), 5, name)
        elif plain:
            text = f"{what}: If-None-Match at least 5 times faster"
            yield Aim(text, "no ETag is sent", met=False, by="all of it")


def _faster(cells: dict[tuple[str, str], Cell], side: str, name: str) -> Cell | None:
    """Return the cell of a side; of bare Bolt that of the number of processes that did more."""
    sides = (BOLT, BOLTS) if side == BOLT else (side,)
    found = [cells[each, name] for each in sides if (each, name) in cells]
    return max(found, key=lambda each: each.per_s()) if found else None


def _grows(found: Figures) -> Iterator[Aim]:
    rows = found.growth.found if found.growth else []
    least, most = (min(x.size for x in rows), max(x.size for x in rows)) if rows else (0, 0)
    if least == most:
        return
    for small in (each for each in rows if each.size == least):
        large = next(
            each
            for each in rows
            if (each.size, each.request, each.rank) == (most, small.request, small.rank)
        )
        grew = f"; the answer grows from {small.rows} to {large.rows} rows"
        where = grew if large.rows > small.rows else ""
        what = f"{small.request}, {small.rank}: {least:,} to {most:,}"
        for name, ratio, aim in (
            ("median", _median(large) / _median(small), 1.15),
            ("database hits", large.hits / max(1, small.hits), 1.5),
        ):
            text = f"{what}: {name} at most {aim:g} times"
            held = _at_most(text, ratio, aim, where, small.request)
            excused = where and not held.met
            yield Aim(text, held.figure, True, "", "") if excused else held


def _median(each: Grown) -> float:
    return median(each.median_ms)


def _starts(found: Figures) -> Iterator[Aim]:
    if found.started:
        ratio = median(found.started.ours) / median(found.started.bare)
        yield _at_most("start: at most 1.3 times the bare server's", ratio, 1.3)


def _memory(found: Figures) -> Iterator[Aim]:
    if len(found.loaded) > 1:
        small, large = found.loaded[0], found.loaded[-1]
        text = f"loader's peak, {small.size:,} to {large.size:,} statements: at most 1.2 times"
        yield _at_most(text, large.peak_mb / small.peak_mb, 1.2)
