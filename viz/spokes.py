"""Where everything stands on the map of an actor: it in the middle, its claims at the sides.

Voices that speak for it stand between it and the claims that they speak of. Equal input
gives equal positions; no two label boxes overlap.
"""

from collections.abc import Mapping, Sequence

from viz.boxes import Box
from viz.layout import GAP, GLYPH, LABEL, Item, Placed, Spot, centred, smallest

__all__ = ["around_actor"]

WIDTHS = (1, 2, 3, 4, 6, 8)
REACH = 90
"""Least room for the lines between one column and the next, in pixels."""


def around_actor(
    actor: Item, voices: Sequence[Item], claims: Sequence[Item], spoke: Mapping[str, Sequence[str]]
) -> Placed:
    """Place an actor, its voices and its claims; `spoke` has the claims of each voice."""
    sides = _sides(voices, claims, spoke)
    return smallest([(_around(actor, sides, spoke, width), ()) for width in WIDTHS])


Side = tuple[list[Item], list[Item]]


def _sides(
    voices: Sequence[Item], claims: Sequence[Item], spoke: Mapping[str, Sequence[str]]
) -> tuple[Side, Side]:
    """Put each voice on the side of most of its claims, and each claim where there is room."""
    left: Side = ([], [])
    right: Side = ([], [])
    by_id = {claim.id: claim for claim in claims}

    def tall(side: Side) -> float:
        return sum(item.height + GAP for item in side[1])

    for voice in voices:
        mine = [by_id[each] for each in spoke.get(voice.id, ()) if each in by_id]
        known = [sum(claim in side[1] for claim in mine) for side in (left, right)]
        side = left if known[0] > known[1] else right if known[1] > known[0] else None
        side = side or min(left, right, key=lambda each: (tall(each), len(each[0])))
        side[0].append(voice)
        for claim in mine:
            if claim not in left[1] and claim not in right[1]:
                side[1].append(claim)
    for claim in claims:
        if claim not in left[1] and claim not in right[1]:
            min(left, right, key=tall)[1].append(claim)
    return left, right


def _around(
    actor: Item, sides: tuple[Side, Side], spoke: Mapping[str, Sequence[str]], width: int
) -> dict[str, Spot]:
    box = Box(-LABEL / 2, -GLYPH / 2, LABEL, GLYPH + actor.height)
    spots = {actor.id: Spot(0, 0, "below", box)}
    for (voices, claims), side in zip(sides, (-1, 1), strict=True):
        start = LABEL / 2 + REACH
        found = _stack(voices, start, side, max(1, (width + 1) // 2), named=True)
        start = max([start, *(max(abs(s.box.left), s.box.right) for s in found.values())])
        ordered = _between(claims, found, spoke)
        spots |= found | _stack(ordered, start + REACH, side, width, named=False)
    return spots


def _between(
    claims: Sequence[Item], voices: Mapping[str, Spot], spoke: Mapping[str, Sequence[str]]
) -> list[Item]:
    """Order claims by the mean height of the voices that speak of them: fewer lines cross."""

    def middle(claim: Item) -> float:
        heights = [spot.y for voice, spot in voices.items() if claim.id in spoke.get(voice, ())]
        return sum(heights) / len(heights) if heights else 0

    return sorted(claims, key=middle)


def _stack(
    items: Sequence[Item], start: float, side: int, width: int, *, named: bool
) -> dict[str, Spot]:
    """Place `items` in `width` columns from `start` pixels outward, each centred on y = 0."""
    spots: dict[str, Spot] = {}
    if not items:
        return spots
    wide = max(LABEL, *(item.width for item in items)) + 2 * GAP
    for index in range(width):
        column = items[index::width]
        tall = [item.height + (GLYPH if named else 0) + GAP for item in column]
        y = -sum(tall) / 2
        x = side * (start + wide / 2 + index * wide)
        for item, height in zip(column, tall, strict=True):
            if named:
                box = Box(x - LABEL / 2, y, LABEL, height - GAP)
                spots[item.id] = Spot(x, y + GLYPH / 2, "below", box)
            else:
                spots[item.id] = centred(item, x, y + height / 2)
            y += height
    return spots
