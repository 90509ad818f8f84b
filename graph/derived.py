"""Everything that is computed from the statements and written beside them.

Derived relationships make short questions short: ``(:Actor)-[:DENIED]->(:Claim)`` for each
act, and ``(:Statement)-[:VOICES]->(:State)``. They are rebuilt from the statements, never
written by hand, and `differences` proves that they match a rebuild.
"""

from collections import Counter

from cypher import load
from graph.answers import Record
from graph.store import Store, rows
from graph.vocabulary import ACTS

__all__ = ["TYPES", "DerivedEdge", "differences", "rebuild", "refresh", "state"]

VOICES = "VOICES"
TYPES = (*(word.edge for word in ACTS.values()), VOICES)
"""Every derived relationship type."""


class DerivedEdge(Record):
    """A derived relationship."""

    source: str
    type: str
    target: str
    detail: str


class State(Record):
    """How a graph is."""

    entities: int
    """Nodes with an id."""
    derived: bool
    """Whether everything derived is up to date."""
    version: int
    """Version of its schema; 0 for none."""


async def state(store: Store) -> State:
    """Return how the graph is."""
    return (await rows(store, State, "load.state"))[0]


async def refresh(store: Store) -> None:
    """Rebuild what is derived if a load, finished or not, left it out of date."""
    if not (await state(store)).derived:
        await rebuild(store)


async def rebuild(store: Store) -> None:
    """Build everything derived anew, in one transaction."""
    await store.write(
        [
            (load("derive.known_by"), {}),
            (load("derive.clear"), {"types": list(TYPES)}),
            (load("derive.acts"), {"types": _types()}),
            (load("derive.voices"), {}),
            (load("derive.done"), {}),
        ]
    )


async def differences(store: Store) -> list[str]:
    """Return in what the derived relationships differ from a rebuild; empty when they match."""
    expected = await rows(store, DerivedEdge, "derive.expected", types=_types())
    found = await rows(store, DerivedEdge, "derive.found", types=list(TYPES))
    missing = [f"missing: {_line(each)}" for each in _beyond(expected, found)]
    extra = [f"left over: {_line(each)}" for each in _beyond(found, expected)]
    return missing + extra


def _types() -> dict[str, str]:
    return {act.value: word.edge for act, word in ACTS.items()}


def _beyond(many: list[DerivedEdge], few: list[DerivedEdge]) -> list[DerivedEdge]:
    """Return what `many` has more often than `few`: a doubled relationship is a difference."""
    return list((Counter(many) - Counter(few)).elements())


def _line(edge: DerivedEdge) -> str:
    return f"({edge.source})-[:{edge.type}]->({edge.target}) {edge.detail}".rstrip()
