"""What the shell completes: acts always, ids while a graph runs."""

import asyncio

from api.opening import asked
from graph.driver import Neo4jStore
from graph.errors import RejoinderError
from graph.finding import complete
from graph.vocabulary import ACTS

__all__ = ["complete_act", "complete_actor", "complete_claim"]


def complete_act(incomplete: str) -> list[tuple[str, str]]:
    """Return acts as plain verbs that begin so, with their meaning."""
    words = ((each.past, each.meaning) for each in ACTS.values())
    return [word for word in words if word[0].startswith(incomplete)]


def complete_claim(incomplete: str) -> list[tuple[str, str]]:
    """Return ids of claims that begin so, with their text; none without a graph."""
    return _complete("claim", incomplete)


def complete_actor(incomplete: str) -> list[tuple[str, str]]:
    """Return ids of actors that begin so, with their name; none without a graph."""
    return _complete("actor", incomplete)


def _complete(kind: str, incomplete: str) -> list[tuple[str, str]]:
    async def work(store: Neo4jStore) -> list[tuple[str, str]]:
        return [(each.id, each.text) for each in await complete(store, kind, incomplete)]

    try:
        return asyncio.run(asked(None, work))
    except RejoinderError:
        return []  # a key press must never print an error
