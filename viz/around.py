"""What a map is about in the middle, and the rest around it in named parts: no solver.

For a claim the parts are where its speakers stand: those who say that it happened to one side,
those who say that it did not to the other, those who commit to neither below. For an actor
they are its claims, by where it stands on each.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from viz.layout import (
    GAP,
    LABEL,
    PAD,
    TALL,
    TITLE,
    WIDE,
    Item,
    Placed,
    Region,
    Shapes,
    Spot,
    columns,
    extent,
    region,
    room,
    rows,
    smallest,
)

__all__ = ["Part", "around", "facing"]

HEIGHTS = (160, 220, 280, 340, 420, 520, 640, 800, 1000, 1300, 1700, 2200, 3000)
"""Heights of the columns at the sides that are tried."""
REACH = 100
"""Least room for lines between the middle and the parts, in pixels."""


@dataclass(frozen=True, slots=True)
class Part:
    """One of the named parts around the middle."""

    title: str
    side: Literal["left", "right", "below", "above"]
    items: Sequence[Item]


def around(middle: Sequence[Item], parts: Sequence[Part], related: Sequence[Item] = ()) -> Shapes:
    """Place `middle`, `parts` around it and `related` boxes above, as compactly as it goes."""
    parts = [each for each in parts if each.items]
    wide = [
        _wide(middle, parts, related, height, across)
        for height in reversed(HEIGHTS)
        for across in range(1, min(3, len(middle)) + 1)
    ]
    return {WIDE: smallest(wide), TALL: _tall(middle, parts, related)}


def facing(title: str, items: Sequence[Item], parts: Sequence[Part]) -> Shapes:
    """Place `items` to the left, under `title`, and `parts` below each other to the right.

    Lines run between the two and cross no words.
    """
    parts = [each for each in parts if each.items]
    wide = [
        _facing(title, items, parts, height, across)
        for across in range(1, 5)
        for height in reversed(HEIGHTS)
    ]
    tall, regions = _tall(items, parts, ())
    named = region(title, {item.id: tall[item.id] for item in items})
    return {WIDE: smallest(wide, slack=1.15), TALL: (tall, (named, *regions))}


def _facing(
    title: str, items: Sequence[Item], parts: Sequence[Part], height: float, across: int
) -> Placed:
    spots = columns(items, -1, REACH + 20, height)
    regions = [region(title, spots)]
    right: dict[str, Spot] = {}
    found: list[Region] = []
    left, top = REACH + 20, 0.0
    for part in parts:
        wide = max(room(item)[0] for item in part.items) + GAP
        placed = rows(part.items, left, left + wide * min(across, len(part.items)), top + TITLE)
        right |= placed
        found.append(region(part.title, placed))
        top = found[-1].box.bottom + 2 * GAP
    if not right:
        return spots, tuple(regions)
    whole = extent([each.box for each in found])
    up = whole.top + whole.height / 2
    regions += [Region(each.title, each.box.moved(0, -up)) for each in found]
    return spots | _moved(right, -up), tuple(regions)


def _wide(
    middle: Sequence[Item],
    parts: Sequence[Part],
    related: Sequence[Item],
    height: float,
    across: int,
) -> Placed:
    spots = _middle(middle, across)
    core = extent([spot.box for spot in spots.values()])
    regions: list[Region] = []
    inner = core.width / 2 + REACH + height * 0.12
    for part in parts:
        if part.side in ("left", "right"):
            found = columns(part.items, -1 if part.side == "left" else 1, inner, height)
            spots |= found
            regions.append(region(part.title, found))
    whole = extent([spot.box for spot in spots.values()])
    half = max(abs(whole.left), whole.right, 1.6 * (LABEL + GAP))
    below = [part for part in parts if part.side == "below"]
    top = max(whole.bottom, core.bottom + 46) + TITLE + 2 * PAD
    for part, left, right in _shared(below, half):
        found = rows(part.items, left, right, top, (0, 0))
        spots |= found
        regions.append(region(part.title, found))
    above = min(whole.top - TITLE - PAD, core.top - 46) - 28
    above = _upward(related, half, above, spots)
    for part in parts:
        if part.side == "above":
            found = rows(part.items, -half, half, 0)
            found = _moved(found, above - 40 - max(each.box.bottom for each in found.values()))
            spots |= found
            regions.append(region(part.title, found))
            above = regions[-1].box.top
    return spots, tuple(regions)


def _middle(items: Sequence[Item], across: int) -> dict[str, Spot]:
    """Place what the map is about around the middle of the canvas, `across` beside each other."""
    wide = max(room(item)[0] for item in items) + 2 * GAP
    found = rows(items, -wide * across / 2, wide * across / 2, 0)
    if len(items) == 1 and not items[0].boxed:
        return _moved(found, -next(iter(found.values())).y)
    box = extent([spot.box for spot in found.values()])
    return _moved(found, -box.height / 2)


def _shared(parts: Sequence[Part], half: float) -> list[tuple[Part, float, float]]:
    """Share the width below the middle between `parts`, by how many stand in each."""
    if not parts:
        return []
    gap = PAD + GAP if len(parts) > 1 else 0
    least = max(room(item)[0] for part in parts for item in part.items) + 2 * gap
    free = max(0.0, 2 * half - least * len(parts))
    count = sum(len(part.items) for part in parts)
    found: list[tuple[Part, float, float]] = []
    left = -max(half, least * len(parts) / 2)
    for part in parts:
        wide = least + free * len(part.items) / count
        found.append((part, left + gap, left + wide - gap))
        left += wide
    return found


def _upward(related: Sequence[Item], half: float, above: float, spots: dict[str, Spot]) -> float:
    """Place boxes in rows from `above` upward into `spots`; return the y of the top."""
    if not related:
        return above
    found = rows(related, -half, half, 0)
    found = _moved(found, above - max(spot.box.bottom for spot in found.values()))
    spots |= found
    return min(spot.box.top for spot in found.values())


def _tall(middle: Sequence[Item], parts: Sequence[Part], related: Sequence[Item]) -> Placed:
    """Stack everything in a column that is as wide as two labels."""
    items = [*middle, *related, *(item for part in parts for item in part.items)]
    half = max(LABEL + GAP + PAD, max(room(item)[0] for item in items) / 2 + GAP)
    spots: dict[str, Spot] = {}
    regions: list[Region] = []
    top = 0.0

    def add(found: dict[str, Spot], title: str = "") -> float:
        spots.update(found)
        if title:
            regions.append(region(title, found))
        return max([top, *(spot.box.bottom for spot in found.values())])

    above = [part for part in parts if part.side == "above"]
    for part in above:
        top = add(rows(part.items, -half, half, top + TITLE), part.title) + 2 * PAD
    top = add(rows(related, -half, half, top)) + (56 if related else 0)
    core = rows(middle, -half, half, top)
    top = add(core) + 46 + TITLE
    box = extent([spot.box for spot in core.values()])
    source = (box.left + box.width / 2, box.top + box.height / 2)
    sides = [part for part in parts if part.side in ("left", "right")]
    widest = max([0.0, *(room(item)[0] for part in sides for item in part.items)])
    if len(sides) == 2 and widest <= half - GAP:
        ends = [
            add(rows(part.items, left, right, top, source), part.title)
            for part, left, right in zip(sides, (-half, GAP / 2), (-GAP / 2, half), strict=True)
        ]
        top = max(ends) + TITLE + 2 * PAD
        sides = []
    for part in (*sides, *(each for each in parts if each.side == "below")):
        top = add(rows(part.items, -half, half, top, source), part.title) + TITLE + 2 * PAD
    return spots, tuple(regions)


def _moved(spots: dict[str, Spot], down: float) -> dict[str, Spot]:
    return {
        key: Spot(spot.x, spot.y + down, spot.side, spot.box.moved(0, down))
        for key, spot in spots.items()
    }
