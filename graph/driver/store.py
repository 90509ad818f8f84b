"""A `Store` on the driver.

A read is sent as one auto-commit query, which takes one round trip and half of what a transaction
function computes for it; what that would do besides, one more try, is done here.
"""

# The driver leaves its keyword arguments untyped.
# pyright: reportUnknownMemberType=false

import asyncio
import time
from collections.abc import Sequence
from typing import LiteralString, cast

from neo4j import READ_ACCESS, AsyncDriver, AsyncManagedTransaction, AsyncSession, Query
from neo4j.exceptions import DriverError, Neo4jError

from cypher import Statement
from graph.driver.connecting import driver
from graph.driver.values import rows
from graph.driver.words import in_our_words
from graph.server import Connection
from graph.store import Row

__all__ = ["Neo4jStore"]

_READ_PATIENCE_S = 0.5  # who waits for an answer is told soon: no second try after that
_READ_PAUSE_S = 1
_WRITE_PATIENCE_S = 15  # a load outlives deadlocks and the change of a cluster's leader


class Neo4jStore:
    """A `Store` on one Neo4j database.

    Reads are routed as reads, so that followers of a cluster serve them. A read that runs
    longer than `timeout_s` seconds is ended by the server; one that soon finds no server, or a
    fault that passes, is tried once more, a second later. Writes are retried for 15 s.
    """

    def __init__(self, driver: AsyncDriver, *, database: str, timeout_s: float) -> None:
        self._driver, self._database, self._timeout_s = driver, database, timeout_s

    @classmethod
    def connect(cls, connection: Connection, *, timeout_s: float) -> "Neo4jStore":
        """Return a store on `connection`. Nothing is sent before the first query."""
        opened = driver(
            connection,
            connection_acquisition_timeout=10,
            # Files name relationship types that a small graph may not have yet.
            notifications_disabled_classifications=["UNRECOGNIZED"],
        )
        return cls(opened, database=connection.database, timeout_s=timeout_s)

    async def close(self) -> None:
        """Close every connection."""
        await self._driver.close()

    async def version(self) -> str:
        """Return the bookmark of the last committed transaction, which names the database too.

        Queries sent from here later wait until what it names is there, on whichever member of a
        cluster. Tried once.
        """
        try:
            async with self._reading() as session:
                await (await session.run("RETURN 1")).consume()
                return "".join(sorted((await session.last_bookmarks()).raw_values))
        except (DriverError, Neo4jError) as error:
            raise in_our_words(error, "version") from error

    async def run(self, statement: Statement, params: Row, *, most: int | None = None) -> list[Row]:
        """Run `statement` in a transaction of its own, retried when that is safe."""
        if statement.mode != "read":
            return (await self.write([(statement, params)]))[0]
        began = time.monotonic()
        try:
            try:
                return await self._read(statement, params, most)
            except (DriverError, Neo4jError) as error:
                if not error.is_retryable() or time.monotonic() - began > _READ_PATIENCE_S:
                    raise
            await asyncio.sleep(_READ_PAUSE_S)
            return await self._read(statement, params, most)
        except (DriverError, Neo4jError) as error:
            raise in_our_words(error, statement.name) from error

    async def _read(self, statement: Statement, params: Row, most: int | None) -> list[Row]:
        query = Query(_literal(statement), {"query": statement.name}, self._timeout_s)
        async with self._reading() as session:
            result = await session.run(query, dict(params))
            found = [each async for each in result] if most is None else await result.fetch(most)
            return rows(statement, found, most)

    def _reading(self) -> AsyncSession:
        return self._driver.session(
            database=self._database,
            default_access_mode=READ_ACCESS,
            bookmark_manager=self._driver.execute_query_bookmark_manager,
        )

    async def write(self, steps: Sequence[tuple[Statement, Row]]) -> list[list[Row]]:
        """Run `steps` in one transaction, retried as a whole: each must bear repeating."""

        async def work(transaction: AsyncManagedTransaction) -> list[list[Row]]:
            found: list[list[Row]] = []
            for statement, params in steps:
                result = await transaction.run(_literal(statement), dict(params))
                found.append(rows(statement, [each async for each in result]))
            return found

        try:
            async with self._driver.session(
                database=self._database, max_transaction_retry_time=_WRITE_PATIENCE_S
            ) as session:
                return await session.execute_write(work)
        except (DriverError, Neo4jError) as error:
            raise in_our_words(error, steps[0][0].name) from error


def _literal(statement: Statement) -> LiteralString:
    # The driver wants a literal, to keep user input out; ours comes from a file, as literal.
    return cast("LiteralString", statement.text)
