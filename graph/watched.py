"""A store that asks nothing of a server that is known to be gone.

A Neo4j that starts takes connections some ten seconds before it answers on them, and requests
that try meanwhile take the processor from it. Whoever watches the server knows better.
"""

from collections.abc import AsyncGenerator, Callable, Sequence
from typing import Protocol

from cypher import Statement
from graph.errors import NotReady
from graph.guest.guests import Reader
from graph.guest.plan import Plan
from graph.store import Row, Store

__all__ = ["Keeping", "WatchedReader", "WatchedStore"]


class Keeping(Protocol):
    """Whoever keeps the server."""

    def answers(self) -> bool:
        """Return whether the server is there, as far as was seen."""
        ...

    def end_now(self, reason: str) -> object:
        """Kill the server, so that it is started anew; `reason` is told."""
        ...


class WatchedStore:
    """A `Store` that raises `NotReady` at once while `answers` says that nobody would answer."""

    def __init__(self, store: Store, answers: Callable[[], bool]) -> None:
        self._store, self._answers = store, answers

    async def run(self, statement: Statement, params: Row, *, most: int | None = None) -> list[Row]:
        """Run `statement` in a transaction of its own; return its rows, the first `most`."""
        self._check()
        return await self._store.run(statement, params, most=most)

    async def version(self) -> str:
        """Return what differs after every committed change."""
        self._check()
        return await self._store.version()

    async def write(self, steps: Sequence[tuple[Statement, Row]]) -> list[list[Row]]:
        """Run `steps` in one transaction, all or none, and return the rows of each."""
        self._check()
        return await self._store.write(steps)

    def _check(self) -> None:
        _require(self._answers)


class WatchedReader:
    """A `Reader` of strangers' statements that raises `NotReady` at once in the same case."""

    def __init__(self, reader: Reader, answers: Callable[[], bool]) -> None:
        self._reader, self._answers = reader, answers

    async def explain(self, text: str, *, tag: str, timeout_s: float) -> Plan:
        """Return what the server means to do."""
        _require(self._answers)
        return await self._reader.explain(text, tag=tag, timeout_s=timeout_s)

    def rows(
        self, text: str, params: Row, *, tag: str, timeout_s: float
    ) -> AsyncGenerator[list[object], None]:
        """Yield rows; closing it ends the transaction."""
        _require(self._answers)
        return self._reader.rows(text, params, tag=tag, timeout_s=timeout_s)


def _require(answers: Callable[[], bool]) -> None:
    if not answers():
        raise NotReady(
            "Neo4j ended, or was stopped. One that ended is being started again: ask again in "
            "some seconds, or look with: rejoinder neo4j status"
        )
