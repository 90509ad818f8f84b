"""A store that asks nothing of a server that is known to be gone.

A Neo4j that starts takes connections some ten seconds before it answers on them, and requests
that try meanwhile take the processor from it. Whoever watches the server knows better.
"""

from collections.abc import Callable, Sequence

from cypher import Statement
from graph.errors import NotReady
from graph.store import Row, Store

__all__ = ["WatchedStore"]


class WatchedStore:
    """A `Store` that raises `NotReady` at once while `answers` says that nobody would answer."""

    def __init__(self, store: Store, answers: Callable[[], bool]) -> None:
        self._store, self._answers = store, answers

    async def run(self, statement: Statement, params: Row, *, most: int | None = None) -> list[Row]:
        """Run `statement` in a transaction of its own; return its rows, the first `most`."""
        self._check()
        return await self._store.run(statement, params, most=most)

    async def write(self, steps: Sequence[tuple[Statement, Row]]) -> list[list[Row]]:
        """Run `steps` in one transaction, all or none, and return the rows of each."""
        self._check()
        return await self._store.write(steps)

    def _check(self) -> None:
        if not self._answers():
            raise NotReady(
                "Neo4j ended, or was stopped. One that ended is being started again: ask again "
                "in some seconds, or look with: rejoinder neo4j status"
            )
