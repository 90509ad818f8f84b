"""Where everything stands on the map of a claim: parts by stance, columns and rows, no solver.

The claim is in the middle, those who say that it happened to one side of it, those who say
that it did not to the other, those who commit to neither below, related claims above. Equal
input gives equal positions; no two label boxes overlap.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, sqrt

from viz.boxes import Box
from viz.sectors import SECTORS, Sector

__all__ = [
    "GAP",
    "GLYPH",
    "LABEL",
    "Item",
    "Placed",
    "Region",
    "Spot",
    "around_claim",
    "centred",
    "columns",
    "extent",
    "region",
    "rows",
    "smallest",
]

LABEL = 200
"""Width of a label in pixels."""
GLYPH, GAP, BOW, TITLE, PAD = 30, 14, 34, 30, 16
HEIGHTS = (160, 220, 280, 340, 420, 520, 640, 800, 1000, 1300, 1700, 2200, 3000)
ASPECT = 1.3
"""Width to height of the canvas for which a layout is chosen."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something to be placed."""

    id: str
    width: float
    """Of its words, in pixels."""
    height: float


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


def around_claim(
    claim: Item, speakers: Mapping[Sector, Sequence[Item]], related: Sequence[Item]
) -> Placed:
    """Place a claim, its speakers by sector and the related claims, as compactly as it goes."""
    return smallest([_around(claim, speakers, related, height) for height in HEIGHTS])


def smallest(tried: Sequence[Placed]) -> Placed:
    """Return the layout that is largest to read when fitted into a canvas."""

    def size(placed: Placed) -> float:
        box = extent([*(spot.box for spot in placed[0].values()), *(r.box for r in placed[1])])
        return max(box.width / ASPECT, box.height)

    return min(tried, key=size)


def _around(
    claim: Item, speakers: Mapping[Sector, Sequence[Item]], related: Sequence[Item], height: float
) -> Placed:
    spots = {claim.id: centred(claim, 0, 0)}
    regions: list[Region] = []
    inner = claim.width / 2 + 110 + height * 0.12
    for sector, side in ((Sector.SAYS_SO, -1), (Sector.SAYS_NOT, 1)):
        if found := columns(speakers.get(sector, ()), side, inner, height):
            spots |= found
            regions.append(region(SECTORS[sector], found))
    middle = extent([spot.box for spot in spots.values()])
    half = max(abs(middle.left), middle.right, 1.6 * (LABEL + GAP))
    below = max(middle.bottom, claim.height / 2 + 46) + TITLE + 2 * PAD
    for sector, left, right in _bottom(speakers, half):
        found = rows(speakers[sector], left, right, below)
        spots |= found
        regions.append(region(SECTORS[sector], found))
    above = min(middle.top - TITLE - PAD, -claim.height / 2 - 46)
    above = _upward(related, half, above - 28, spots)
    if others := speakers.get(Sector.ELSEWHERE):
        tall = max(item.height for item in others) + GLYPH + GAP
        per_row = max(1, int(2 * half // (LABEL + GAP)) - 1)
        top = above - 40 - ceil(len(others) / per_row) * tall
        found = rows(others, -half, half, top)
        spots |= found
        regions.append(region(SECTORS[Sector.ELSEWHERE], found))
    return spots, tuple(regions)


def _bottom(
    speakers: Mapping[Sector, Sequence[Item]], half: float
) -> list[tuple[Sector, float, float]]:
    """Share the width below the claim between two sectors, by how many stand in each."""
    counts = [len(speakers.get(sector, ())) for sector in (Sector.PASSES_ON, Sector.OPEN)]
    if not all(counts):
        return [
            (sector, -half, half)
            for sector, count in zip((Sector.PASSES_ON, Sector.OPEN), counts, strict=True)
            if count
        ]
    least = (LABEL + GAP + PAD) / (2 * half)
    share = min(max(counts[0] / sum(counts), least), 1 - least)
    cut = -half + 2 * half * share
    gap = PAD + GAP
    return [(Sector.PASSES_ON, -half, cut - gap), (Sector.OPEN, cut + gap, half)]


def columns(items: Sequence[Item], side: int, inner: float, height: float) -> dict[str, Spot]:
    """Place `items` in columns beside the middle, words outward; `side` is -1 or 1.

    The first column stands `inner` pixels from the middle, bowed like a ring around it;
    a further one begins where `height` is used up.
    """
    spots: dict[str, Spot] = {}
    total = sum(_tall(item) for item in items)
    count = max(1, ceil(total / height))
    column, used = 0, 0.0
    stacks: list[list[Item]] = [[]]
    for item in items:
        if stacks[-1] and used + _tall(item) / 2 > total / count * (column + 1):
            stacks.append([])
            column += 1
        stacks[-1].append(item)
        used += _tall(item)
    for index, stack in enumerate(stacks):
        y = -sum(_tall(item) for item in stack) / 2
        half = max(-y, 1)
        for item in stack:
            middle = y + _tall(item) / 2
            bow = BOW * sqrt(max(0, 1 - (middle / half) ** 2))
            x = inner + index * (LABEL + GLYPH + GAP + BOW) + bow
            near, wide = x - GLYPH / 2, GLYPH + LABEL
            left = near if side > 0 else -near - wide
            box = Box(left, y + GAP / 2, wide, _tall(item) - GAP)
            spots[item.id] = Spot(side * x, middle, "right" if side > 0 else "left", box)
            y += _tall(item)
    return spots


def rows(items: Sequence[Item], left: float, right: float, top: float) -> dict[str, Spot]:
    """Place `items` in rows between two sides, from `top` down, words below each.

    Every second row stands in the gaps of the one above, as bricks do: lines from it pass
    between labels.
    """
    spots: dict[str, Spot] = {}
    most = max(1, int((right - left) // (LABEL + GAP)))
    step = min((right - left) / min(most, max(len(items), 1)), 1.5 * LABEL)
    y, start, full = top, 0, True
    while start < len(items):
        size = most if full or most == 1 else most - 1
        row = items[start : start + size]
        x = (left + right) / 2 - step * ((size if start else len(row)) - 1) / 2
        for item in row:
            box = Box(x - LABEL / 2, y, LABEL, GLYPH + item.height)
            spots[item.id] = Spot(x, y + GLYPH / 2, "below", box)
            x += step
        y += max(item.height for item in row) + GLYPH + GAP
        start, full = start + size, not full
    return spots


def _upward(related: Sequence[Item], half: float, above: float, spots: dict[str, Spot]) -> float:
    """Place boxes in rows from `above` upward into `spots`; return the y of the top."""
    if not related:
        return above
    pitch = max(item.width for item in related) + 2 * GAP
    per_row = max(1, int(2 * half // pitch))
    for start in range(0, len(related), per_row):
        row = related[start : start + per_row]
        tall = max(item.height for item in row)
        for index, item in enumerate(row):
            x = (index - (len(row) - 1) / 2) * pitch
            spots[item.id] = centred(item, x, above - tall / 2)
        above -= tall + 2 * GAP
    return above


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


def _tall(item: Item) -> float:
    return max(item.height, GLYPH) + GAP
