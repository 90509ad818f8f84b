"""The words of a graph: its labels, relationship types and property keys."""

from dataclasses import dataclass

from graph.answers import Record
from graph.store import Store, rows

__all__ = ["Terms", "terms"]


class Term(Record):
    """A word of the graph."""

    name: str
    """As the graph spells it."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What a pattern may name, each list sorted."""

    labels: tuple[str, ...]
    types: tuple[str, ...]
    keys: tuple[str, ...]


async def terms(store: Store) -> Terms:
    """Return the words that the graph knows now."""
    labels = await rows(store, Term, "terms.labels")
    types = await rows(store, Term, "terms.types")
    keys = await rows(store, Term, "terms.keys")
    return Terms(*(tuple(each.name for each in found) for found in (labels, types, keys)))
