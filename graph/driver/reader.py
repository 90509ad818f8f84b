"""Statements that people type, on the driver."""

# The driver leaves its keyword arguments untyped.
# pyright: reportUnknownMemberType=false

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from logging import ERROR, getLogger
from typing import Any, LiteralString, cast

from neo4j import READ_ACCESS, WRITE_ACCESS, AsyncDriver, AsyncResult, AsyncSession, Query
from neo4j.exceptions import DriverError, Neo4jError

from graph.driver.connecting import driver
from graph.driver.values import exact
from graph.driver.words import of_guest
from graph.guest.plan import Plan, noted, planned
from graph.owner import Reply
from graph.server import Connection
from graph.store import Row

__all__ = ["Neo4jReader"]

_FETCHED = 5
"""Rows of strangers taken from the server at a time: each may be as large as the answer may."""


class Neo4jReader:
    """Statements that people type, on a small pool of connections of its own.

    A `graph.guest.guests.Reader` for strangers, a `graph.owner.Desk` for the owner, who alone
    may write. A task that is cancelled closes its connection, which ends its query.
    """

    def __init__(self, driver: AsyncDriver, database: str) -> None:
        self._driver, self._database = driver, database

    @classmethod
    def connect(cls, connection: Connection, *, at_once: int) -> "Neo4jReader":
        """Return a reader with `at_once` connections. Nothing is sent before the first query."""
        # What the server remarks on a text goes to who typed it, not into our log.
        getLogger("neo4j.notifications").setLevel(ERROR)
        pool = {"connection_acquisition_timeout": 5, "max_connection_pool_size": at_once}
        return cls(driver(connection, **pool), connection.database)

    async def close(self) -> None:
        """Close every connection."""
        await self._driver.close()

    async def explain(self, text: str, *, tag: str, timeout_s: float) -> Plan:
        """Return what the server means to do with `text`. Raises `CypherError`."""
        planning = cast("LiteralString", f"EXPLAIN\n{text}")  # columns in errors stay the text's
        async with self._session() as session:
            try:
                result = await session.run(Query(planning, {"guest": tag}, timeout_s))
                columns = tuple(result.keys())
                summary = await result.consume()
            except (DriverError, Neo4jError) as error:
                raise of_guest(error, text, -1) from error
        root = cast("dict[str, Any] | None", summary.plan)
        return planned(summary.query_type, root, columns, summary.gql_status_objects)

    async def rows(
        self, text: str, params: Row, *, tag: str, timeout_s: float
    ) -> AsyncGenerator[list[object], None]:
        """Yield the rows of `text` one by one. `tag` marks the transaction on the server."""
        async with self._running(text, params, tag, timeout_s, _FETCHED) as result:
            async for record in result:
                yield exact(record.values())

    async def answer(
        self, text: str, params: Row, *, tag: str, timeout_s: float, most: int, write: bool
    ) -> Reply:
        """Return the first `most` rows of `text`. With `write` all of it is done and committed."""
        async with self._running(text, params, tag, timeout_s, most, write=write) as result:
            found = [each.values() for each in await result.fetch(most)]
            columns, summary = tuple(result.keys()), await result.consume()
        rows = [exact(each) for each in found]
        changes = {name: n for name, n in vars(summary.counters).items() if name[0] != "_"}
        return Reply(columns, rows, noted(summary.gql_status_objects), changes)

    @asynccontextmanager
    async def _running(
        self, text: str, params: Row, tag: str, timeout_s: float, fetched: int, write: bool = False
    ) -> AsyncGenerator[AsyncResult, None]:
        async with self._session(WRITE_ACCESS if write else READ_ACCESS, fetched) as session:
            try:
                async with await session.begin_transaction({"guest": tag}, timeout_s) as opened:
                    yield await opened.run(cast("LiteralString", text), dict(params))
                    await (opened.commit() if write else opened.rollback())
            except (DriverError, Neo4jError) as error:
                raise of_guest(error, text) from error

    def _session(self, access: str = READ_ACCESS, fetched: int = 1) -> AsyncSession:
        return self._driver.session(
            database=self._database, default_access_mode=access, fetch_size=fetched
        )
