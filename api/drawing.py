"""Maps of what the graph holds: asks the questions and hands the answers to `viz`."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from graph import queries
from graph.answers import Position
from graph.queries import Filters
from graph.store import Store
from viz import Caption, Page, actor_map, claim_map

__all__ = ["actor", "claim"]

_DRAWN = 2_001
"""One more statement than a map ever takes: it refuses, and says the way out."""


async def claim(store: Store, id_: str, as_of: date | None = None) -> Page:
    """Return the map of a claim. Raises `NotFound`, and `BadRequest` when it is too large."""
    detail = await queries.claim(store, id_)
    filters = Filters(claim=id_, as_of=as_of)
    positions = await queries.who(store, None, filters, limit=_DRAWN)
    return claim_map(detail, positions, _caption("Who said what on this claim?", as_of, positions))


async def actor(store: Store, id_: str, as_of: date | None = None) -> Page:
    """Return the map of an actor. Raises `NotFound`, and `BadRequest` when it is too large."""
    summary = await queries.actor(store, id_)
    filters = Filters(voice=id_, as_of=as_of)
    positions = await queries.who(store, None, filters, limit=_DRAWN)
    question = f"What did {summary.name} and its voices say?"
    return actor_map(summary, positions, _caption(question, as_of, positions))


def _caption(question: str, as_of: date | None, positions: Sequence[Position]) -> Caption:
    return Caption(question, as_of=as_of, made=datetime.now(UTC), total=len(positions))
