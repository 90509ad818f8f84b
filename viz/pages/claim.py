"""What the page of a claim shows beside its records: three columns, and a strip of time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from graph.answers import Position, Saying
from graph.vocabulary import ACTS, AGAINST, FOR, Act
from viz.days import in_words

__all__ = ["COLUMNS", "REACTIONS", "Column", "Mark", "Strip", "columns", "firsts", "strip"]

REACTIONS = ("condemns", "threatens_consequences", "demands")
"""Acts that react to what they presuppose."""
COLUMNS = ("Says it happened", "Does not commit", "Says it did not")
"""Titles of the columns. None of them is a verdict."""
_WIDTH, _LANE, _LEFT = 1000, 34, 150
_EDGE = 8
_NAME = 100
"""Room that the name of a month takes."""
_LEFTWARDS = 900
"""From where on names stand before their tick, so that they do not run over the edge."""
_FEW = 2
"""Beginnings of months, from which on a line of time is read by them."""


@dataclass(frozen=True, slots=True)
class Column:
    """Statements whose speakers commit to the same, by belief and never by the act."""

    title: str
    """What they commit to."""
    key: str
    """Word for addresses inside the page."""
    positions: list[Position]
    """The statements, in the order given."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A statement on the strip: a point, or a bar as long as its day is unsure."""

    statement: str
    """Id of the statement."""
    x: float
    """Where it begins, of 1,000."""
    width: float
    """How long it is; 0 for one day."""
    y: float
    """Middle of its lane."""
    label: str
    """Who, what and when, in words."""


@dataclass(frozen=True, slots=True)
class Strip:
    """Statements on a line of time, with a lane for each column."""

    marks: list[Mark]
    """One for each statement with a day."""
    ticks: list[tuple[float, str]]
    """Where months begin, with their names; empty where there is no room for one."""
    leftwards: int
    """From where on names stand before their tick."""
    lanes: list[tuple[float, str]]
    """Middle and title of each lane."""
    undated: int
    """Statements without a day, which are not on it."""
    height: int
    """Of the drawing; its width is 1,000."""


def columns(positions: Sequence[Position]) -> list[Column]:
    """Return statements in three columns: what their speakers commit to, on the claim as worded."""
    kept: tuple[list[Position], ...] = ([], [], [])
    for each in positions:
        kept[0 if each.belief in FOR else 2 if each.belief in AGAINST else 1].append(each)
    keys = ("so", "open", "not")
    return [Column(*each) for each in zip(COLUMNS, keys, kept, strict=True)]


def firsts(timeline: Sequence[Saying]) -> list[tuple[str, list[Saying]]]:
    """Return which statements may have been the first to put a claim forward, and to deny it.

    Whoever holds it to be so, or passes on the word of those who do, puts it forward, whatever the
    act; reactions presuppose it. Of several that their days leave in no order none is chosen; what
    has no day is left out.
    """
    forward = [
        each
        for each in timeline
        if (each.belief in FOR or each.relayed_belief in FOR) and each.act not in REACTIONS
    ]
    denied = [each for each in timeline if each.act is Act.DENIES]
    found = (("first put forward", _earliest(forward)), ("first denied", _earliest(denied)))
    return [(label, said) for label, said in found if said]


def _earliest(said: Sequence[Saying]) -> list[Saying]:
    """Return those that may have been said by the first day by which one surely had been."""
    by = min((each.said_latest for each in said if each.said_latest), default=None)
    return [each for each in said if by and each.said_earliest and each.said_earliest <= by]


def strip(found: Sequence[Column]) -> Strip | None:
    """Return the strip of `found`; None when no statement has a day."""
    days = [
        (each.said_earliest, each.said_latest or each.said_earliest)
        for column in found
        for each in column.positions
        if each.said and each.said_earliest
    ]
    if not days:
        return None
    first, last = min(a for a, _ in days), max(b for _, b in days if b)
    span = max((last - first).days, 1)

    def x(day: date) -> float:
        return round(_LEFT + _EDGE + (day - first).days / span * (_WIDTH - _LEFT - 2 * _EDGE), 1)

    marks: list[Mark] = []
    undated = 0
    for lane, column in enumerate(found):
        for each in column.positions:
            if not (each.said and each.said_earliest):
                undated += 1
                continue
            start, end = x(each.said_earliest), x(each.said_latest or each.said_earliest)
            who = "; ".join(speaker.name for speaker in each.speakers)
            label = f"{in_words(each.said)}: {who} {ACTS[each.act].phrase}"
            width = round(end - start, 1)
            marks.append(Mark(each.statement, start, width, _LANE * (lane + 0.5), label))
    lanes = [(_LANE * (n + 0.5), column.title) for n, column in enumerate(found)]
    return Strip(marks, _ticks(first, last, x), _LEFTWARDS, lanes, undated, _LANE * len(found) + 24)


def _ticks(first: date, last: date, x: Callable[[date], float]) -> list[tuple[float, str]]:
    """Return where months begin, each n-th of them so that at most eight are named.

    Where none or one begins, the two ends are named as days.
    """
    whole = range(first.year, last.year + 1)
    months = [date(year, month, 1) for year in whole for month in range(1, 13)]
    inside = [each for each in months if first <= each <= last]
    every = next(n for n in (1, 2, 3, 6, 12, 24, 60, 120, 1200) if len(inside) <= 8 * n)
    named = [each for each in inside if (each.year * 12 + each.month - 1) % every == 0]
    if len(inside) < _FEW:
        return [(x(each), in_words(each.isoformat())) for each in sorted({first, last})]
    return _roomy([(x(each), in_words(f"{each:%Y-%m}")) for each in named or inside[:1]])


def _roomy(ticks: list[tuple[float, str]]) -> list[tuple[float, str]]:
    """Return `ticks` without the names that would stand over the one before."""
    found: list[tuple[float, str]] = []
    end = 0.0
    for at, name in ticks:
        start = at - _NAME if at > _LEFTWARDS else at
        fits = start >= end
        found.append((at, name if fits else ""))
        end = start + _NAME if fits else end
    return found
