"""Columns and rows of labels on a canvas: what every layout is put together from.

Equal input gives equal positions; no two label boxes overlap.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, sqrt

from viz.boxes import Box

__all__ = [
    "ASPECT",
    "GAP",
    "GLYPH",
    "LABEL",
    "PAD",
    "PHONE",
    "TALL",
    "TITLE",
    "WIDE",
    "Item",
    "Placed",
    "Region",
    "Shapes",
    "Spot",
    "Stations",
    "centred",
    "columns",
    "extent",
    "labelled",
    "region",
    "room",
    "rows",
    "smallest",
]

LABEL = 200
"""Width of a label in pixels."""
GLYPH, GAP, BOW, TITLE, PAD = 30, 14, 34, 30, 16
WIDE, TALL = "wide", "tall"
"""The two shapes of a map: for a screen, and for a phone held upright."""
ASPECT = 1.4
"""Width to height of the canvas for which a wide layout is chosen."""
PHONE = 0.62
"""The same of a phone held upright."""
SHIFTS = (0, -0.5, 0.5, -0.25, 0.25, -0.375, 0.375, -0.125, 0.125)
"""By how much of a step a row is tried to be moved aside."""
MOST_TRIED = 60
"""Items up to which rows are moved aside so that no line runs behind a label."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something to be placed."""

    id: str
    width: float
    """Of its words, in pixels."""
    height: float
    boxed: bool = False
    """Whether it holds its words. Otherwise they stand beside or below its shape."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something stands."""

    x: float
    y: float
    side: str
    """Where its words are: ``left``, ``right``, ``below`` or ``inside``."""
    box: Box
    """All that it covers, words included."""


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the canvas with a title."""

    title: str
    box: Box


Placed = tuple[dict[str, Spot], tuple[Region, ...]]
"""Where everything stands, by id, and the parts around it."""
Shapes = Mapping[str, Placed]
"""A layout in both shapes: ``wide`` and ``tall``."""
Stations = Sequence[tuple[date | None, str]]
"""Slots of one node: the first day of each (None: from the start), and its id in the layout."""


def smallest(tried: Sequence[Placed], aspect: float = ASPECT, slack: float = 1) -> Placed:
    """Return the layout that is largest to read when fitted into a canvas of `aspect`.

    Of those at most `slack` times as small to read as that one, it is the first.
    """

    def size(placed: Placed) -> float:
        box = extent([*(spot.box for spot in placed[0].values()), *(r.box for r in placed[1])])
        return max(box.width / aspect, box.height)

    sizes = [size(each) for each in tried]
    least = min(sizes) * slack
    return next(each for each, found in zip(tried, sizes, strict=True) if found <= least)


def columns(items: Sequence[Item], side: int, inner: float, height: float) -> dict[str, Spot]:
    """Place `items` in columns beside the middle, words outward; `side` is -1 or 1.

    The first column stands `inner` pixels from the middle, bowed like a ring around it;
    a further one begins where `height` is used up.
    """
    spots: dict[str, Spot] = {}
    for stack in _stacks(items, height):
        y = -sum(_row(item) for item in stack) / 2
        half = max(-y, 1)
        for item in stack:
            middle = y + _row(item) / 2
            bow = BOW * sqrt(max(0, 1 - (middle / half) ** 2))
            spots[item.id] = _beside(item, side, inner + bow, middle)
            y += _row(item)
        inner += max(item.width if item.boxed else LABEL + GLYPH for item in stack) + GAP + BOW
    return spots


def _stacks(items: Sequence[Item], height: float) -> list[list[Item]]:
    total = sum(_row(item) for item in items)
    count = max(1, ceil(total / height))
    stacks: list[list[Item]] = [[]] if items else []
    used = 0.0
    for item in items:
        if stacks[-1] and used + _row(item) / 2 > total / count * len(stacks):
            stacks.append([])
        stacks[-1].append(item)
        used += _row(item)
    return stacks


def _beside(item: Item, side: int, x: float, y: float) -> Spot:
    if item.boxed:
        return centred(item, side * (x + item.width / 2), y)
    near, wide = x - GLYPH / 2, GLYPH + LABEL
    tall = _row(item) - GAP
    box = Box(near if side > 0 else -near - wide, y - tall / 2, wide, tall)
    return Spot(side * x, y, "right" if side > 0 else "left", box)


def rows(
    items: Sequence[Item],
    left: float,
    right: float,
    top: float,
    source: tuple[float, float] | None = None,
) -> dict[str, Spot]:
    """Place `items` in rows between two sides, from `top` down, words below each.

    Lines are expected to come from `source`: a row is moved aside, or has one item fewer, where
    they would else run behind the labels of the rows above it.
    """
    spots: dict[str, Spot] = {}
    if not items:
        return spots
    wide = max(room(item)[0] for item in items) + GAP
    most = max(1, int((right - left) // wide))
    step = min((right - left) / min(most, len(items)), 1.5 * wide)
    above: list[Box] = []
    named = len(items) <= MOST_TRIED and not any(item.boxed for item in items)
    source = source if named else None
    while len(spots) < len(items):
        rest = items[len(spots) :]
        tried = [
            _row_of(rest[:size], (left, right), top, step, shift)
            for size in ((most, most - 1) if most > 2 and spots and source else (most,))
            for shift in (SHIFTS if spots and source else (0,))
        ]
        row = min(tried, key=lambda each: (_struck(each, above, source), -len(each)))
        spots |= row
        above += [spot.box for spot in row.values()]
        top = max(box.bottom for box in above) + GAP
    return spots


def _row_of(
    row: Sequence[Item], sides: tuple[float, float], top: float, step: float, shift: float
) -> dict[str, Spot]:
    widest = max(room(item)[0] for item in row) / 2
    half = step * (len(row) - 1) / 2 + widest
    slack = max(0.0, (sides[1] - sides[0]) / 2 - half)
    x = (sides[0] + sides[1]) / 2 - half + widest + min(max(shift * step, -slack), slack)
    found: dict[str, Spot] = {}
    for item in row:
        found[item.id] = labelled(item, x, top)
        x += step
    return found


def _struck(
    row: Mapping[str, Spot], boxes: Sequence[Box], source: tuple[float, float] | None
) -> int:
    if source is None:
        return 0
    return sum(box.struck(source, (at.x, at.y)) for at in row.values() for box in boxes)


def labelled(item: Item, x: float, top: float) -> Spot:
    """Place an item with its top at `top`, its words inside it or below its shape."""
    if item.boxed:
        return centred(item, x, top + item.height / 2)
    box = Box(x - LABEL / 2, top, LABEL, GLYPH + item.height)
    return Spot(x, top + GLYPH / 2, "below", box)


def room(item: Item) -> tuple[float, float]:
    """Return how wide and tall an item is with its words inside or below."""
    return (item.width, item.height) if item.boxed else (LABEL, GLYPH + item.height)


def centred(item: Item, x: float, y: float) -> Spot:
    """Place a box around a point."""
    box = Box(x - item.width / 2, y - item.height / 2, item.width, item.height)
    return Spot(x, y, "inside", box)


def region(title: str, spots: Mapping[str, Spot]) -> Region:
    """Return the part around `spots`, with room for its title at the top."""
    box = extent([spot.box for spot in spots.values()])
    return Region(
        title,
        Box(box.left - PAD, box.top - TITLE, box.width + 2 * PAD, box.height + TITLE + PAD),
    )


def extent(boxes: Sequence[Box]) -> Box:
    """Return the smallest box around `boxes`."""
    left, top = min(box.left for box in boxes), min(box.top for box in boxes)
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    return Box(left, top, right - left, bottom - top)


def _row(item: Item) -> float:
    return (item.height if item.boxed else max(item.height, GLYPH)) + GAP
