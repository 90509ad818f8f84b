"""How much there is of everything: read, or in a large graph as the database keeps it."""

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.answers import Ends, Record
from graph.store import Store, rows
from graph.writing import ACTOR_LABELS

__all__ = ["READ", "Counted", "Counts", "Led", "counted", "kept"]

READ = 50_000
"""Nodes up to which a graph is read to be counted: about a second."""
_BESIDE = frozenset({"Entity", "Actor", "Stale"})
"""Labels that stand beside a narrower one."""

Counts = Mapping[str, Mapping[str, int]]


class Led(Ends):
    """How many relationships of a type lead from one label to another."""

    type: str


class _Size(Record):
    nodes: int


class _Nodes(Record):
    label: str
    count: int


class _Carried(Record):
    name: str
    property: str
    count: int


class Kept(Record):
    """One count that the database keeps."""

    label: str | None
    type: str | None
    start: str | None
    end: str | None
    count: int


@dataclass(frozen=True, slots=True)
class Counted:
    """How much there is of everything."""

    nodes: Mapping[str, int]
    """By label."""
    led: list[Led]
    on_nodes: Counts | None
    """How many carry each property, by label. None in a graph too large to be read."""
    on_lines: Counts | None
    """The same by type of relationship."""


async def counted(store: Store) -> Counted:
    """Count what the graph holds; one of more than `READ` nodes without reading it."""
    (size,) = await rows(store, _Size, "counts.size")
    if size.nodes > READ:
        return kept(await rows(store, Kept, "counts.kept"))
    nodes, on_nodes, led, on_lines = await asyncio.gather(
        rows(store, _Nodes, "counts.nodes"),
        rows(store, _Carried, "counts.node_properties"),
        rows(store, Led, "counts.relationships"),
        rows(store, _Carried, "counts.relationship_properties"),
    )
    labels = {each.label: each.count for each in nodes}
    return Counted(labels, led, _by_name(on_nodes), _by_name(on_lines))


def kept(found: Iterable[Kept]) -> Counted:
    """Return what the database counted by itself.

    It knows how many of a type begin at a label, and how many end at one, and not both at once.
    Where a type has several labels on both sides, those at its end are told as Actor or Entity.
    """
    nodes: dict[str, int] = {}
    starts: dict[str, dict[str, int]] = {}
    ends: dict[str, dict[str, int]] = {}
    for each in found:
        if each.label:
            nodes[each.label] = each.count
        elif each.type and each.start and each.start not in _BESIDE:
            starts.setdefault(each.type, {})[each.start] = each.count
        elif each.type and each.end and each.end not in _BESIDE:
            ends.setdefault(each.type, {})[each.end] = each.count
    led: list[Led] = []
    for type_ in sorted(starts.keys() & ends.keys()):
        begin, end = starts[type_], ends[type_]
        if len(begin) > 1 and len(end) > 1:
            wide = "Actor" if end.keys() <= set(ACTOR_LABELS) else "Entity"
            led += [Led(type=type_, start=one, end=wide, count=n) for one, n in begin.items()]
        elif len(begin) > 1:
            (other,) = end
            led += [Led(type=type_, start=one, end=other, count=n) for one, n in begin.items()]
        else:
            (other,) = begin
            led += [Led(type=type_, start=other, end=one, count=n) for one, n in end.items()]
    return Counted(nodes, led, None, None)


def _by_name(carried: Iterable[_Carried]) -> Counts:
    found: dict[str, dict[str, int]] = {}
    for each in carried:
        found.setdefault(each.name, {})[each.property] = each.count
    return found
