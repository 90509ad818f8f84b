"""What was measured, and the aims that it is held against."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

from bench.maps.pages import NEO4J_VIZ, OURS, PYVIS, WHOLE
from bench.maps.watching import Seen

__all__ = ["Aim", "Row", "Rows", "aims", "figures"]


@dataclass(frozen=True, slots=True)
class Row:
    """One page and what was seen of it, each time that it was opened."""

    kind: str
    size: int
    file_bytes: int
    gzip_bytes: int
    seen: tuple[Seen, ...]
    limit_s: float
    """How long its first node was waited for."""

    @property
    def first_ms(self) -> float | None:
        """Median time to the first node. None: it did not come in time."""
        return median(found) if (found := figures(self, lambda seen: seen.first_node_ms)) else None


Rows = dict[tuple[str, int], Row]
"""By kind and number of nodes."""


@dataclass(frozen=True, slots=True)
class Aim:
    """An aim, and whether this run meets it."""

    text: str
    figure: str
    short: str
    """By how much it is missed. Empty: it is met."""
    about: tuple[str, int]
    """Kind and size of the page of ours that it is about."""
    is_of_time: bool
    """Whether it is about time, not about bytes."""


def figures(row: Row, of: Callable[[Seen], float | None]) -> list[float]:
    """Return one figure of each time that a page was opened, where it was taken."""
    return [found for each in row.seen if (found := of(each)) is not None]


def aims(rows: Rows) -> list[Aim]:
    """Return every aim that this run has the pages for."""
    found = [
        _sooner(rows, 500, PYVIS, 50, "pyvis as it comes"),
        *(_sooner(rows, size, NEO4J_VIZ, 2, "neo4j-viz") for size in (50, 200, 500, 1000)),
        _never_later(rows),
        _smaller(rows, 200, 8),
    ]
    return [each for each in found if each]


def _sooner(rows: Rows, size: int, kind: str, times: int, name: str) -> Aim | None:
    ours, other = _whole(rows, size), rows.get((kind, size))
    if not ours or not other or not ours.first_ms:
        return None
    theirs = other.first_ms or other.limit_s * 1000
    more = "" if other.first_ms else "more than "
    ships = ""
    if ours.kind == WHOLE and (capped := rows.get((OURS, size))) and capped.first_ms:
        ships = f"; {_sooner_than(theirs / capped.first_ms)} as it ships, with fewer nodes drawn"
    late = ours.first_ms - theirs / times
    return Aim(
        text=f"{size:,} nodes: first node at least {times} times sooner than {name}",
        figure=f"{more}{_sooner_than(theirs / ours.first_ms)}{_range(ours, other)}{ships}",
        short=f"{late:,.0f} ms too late" if late > 0 else "",
        about=(ours.kind, size),
        is_of_time=True,
    )


def _never_later(rows: Rows) -> Aim | None:
    pairs = [
        (theirs / ours.first_ms, theirs, ours)
        for size in sorted({size for _, size in rows})
        if (ours := _whole(rows, size)) and ours.first_ms
        if (other := rows.get((NEO4J_VIZ, size))) and (theirs := other.first_ms)
    ]
    if not pairs:
        return None
    ratio, theirs, ours = min(pairs, key=lambda pair: pair[0])
    late = (ours.first_ms or 0) - theirs
    return Aim(
        text="every size: first node never later than neo4j-viz",
        figure=f"{_sooner_than(ratio)} at {ours.size:,} nodes, the least of all",
        short=f"{late:,.0f} ms too late" if late > 0 else "",
        about=(ours.kind, ours.size),
        is_of_time=True,
    )


def _whole(rows: Rows, size: int) -> Row | None:
    """Return our map with every node on it: beyond 500 the one with its limit lifted."""
    return rows.get((WHOLE, size)) or rows.get((OURS, size))


def _sooner_than(ratio: float) -> str:
    return f"{_many(ratio)} times sooner" if ratio >= 1 else f"{_many(1 / ratio)} times later"


def _many(ratio: float) -> str:
    return f"{ratio:.0f}" if ratio >= 10 else f"{ratio:.2f}"


def _range(ours: Row, other: Row) -> str:
    """Return how the ratio differs between rounds, in which the two were opened close together."""
    ratios = [
        late.first_node_ms / early.first_node_ms
        for early, late in zip(ours.seen, other.seen, strict=False)
        if early.first_node_ms and late.first_node_ms
    ]
    return (
        f" ({_many(min(ratios))} to {_many(max(ratios))} in single rounds)"
        if len(ratios) > 1
        else ""
    )


def _smaller(rows: Rows, size: int, times: int) -> Aim | None:
    ours, other = rows.get((OURS, size)), rows.get((NEO4J_VIZ, size))
    if not ours or not other:
        return None
    over = ours.file_bytes - other.file_bytes / times
    return Aim(
        text=f"{size:,} nodes: at most a part in {times} of the file of neo4j-viz",
        figure=f"a part in {_many(other.file_bytes / ours.file_bytes)}",
        short=f"{over / 1000:,.0f} kB too large" if over > 0 else "",
        about=(ours.kind, size),
        is_of_time=False,
    )
