"""Where a node stands as time goes by: a later word moves it, and never erases where it stood."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from graph.answers.positions import Position
from viz.around import Part
from viz.drawing import Node
from viz.layout import Item, Stations
from viz.sectors import SECTORS, SIDES, Sector

__all__ = ["known_on", "seated", "stations"]

S = TypeVar("S")


def known_on(position: Position) -> date:
    """Return the day by which a statement had certainly been said, or else was recorded."""
    return position.known_by or position.recorded_at.date()


def stations(
    said: Sequence[Position], rule: Callable[[Sequence[Position]], S]
) -> list[tuple[date | None, S]]:
    """Return where `rule` puts whoever `said` this, from each day on which that changed."""
    found: list[tuple[date | None, S]] = []
    for day in sorted({known_on(each) for each in said}):
        stood = rule([each for each in said if known_on(each) <= day])
        if not found or found[-1][1] != stood:
            found.append((day if found else None, stood))
    return found


def seated(
    nodes: Iterable[tuple[Node, Sequence[tuple[date | None, Sector]]]],
) -> tuple[list[Part], Mapping[str, Stations]]:
    """Return the parts of a layout with a slot for each place in which a node ever stands.

    Those who stand there at the end come first in each part.
    """
    seats: dict[Sector, list[Item]] = {sector: [] for sector in SECTORS}
    past: dict[Sector, list[Item]] = {sector: [] for sector in SECTORS}
    slots: dict[str, Stations] = {}
    for node, stood in nodes:
        slots[node.id] = [(day, f"{node.id}@{sector}") for day, sector in stood]
        for sector in dict.fromkeys(sector for _, sector in stood):
            item = node.item
            seat = Item(f"{node.id}@{sector}", item.width, item.height, item.boxed)
            (seats if sector == stood[-1][1] else past)[sector].append(seat)
    parts = [
        Part(title, SIDES[sector], [*seats[sector], *past[sector]])
        for sector, title in SECTORS.items()
    ]
    return parts, slots
