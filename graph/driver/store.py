"""A `Store` on the driver."""

# The driver leaves its keyword arguments untyped.
# pyright: reportUnknownMemberType=false

from collections.abc import Sequence
from typing import LiteralString, cast

from neo4j import (
    READ_ACCESS,
    AsyncDriver,
    AsyncManagedTransaction,
    AsyncResult,
    Query,
    RoutingControl,
)
from neo4j.exceptions import DriverError, Neo4jError

from cypher import Statement
from graph.driver.connecting import driver
from graph.driver.values import rows
from graph.driver.words import in_our_words
from graph.server import Connection
from graph.store import Row

__all__ = ["Neo4jStore"]

_READ_PATIENCE_S = 0.5  # one more try, about a second later: who waits for an answer is told soon
_WRITE_PATIENCE_S = 15  # a load outlives deadlocks and the change of a cluster's leader


class Neo4jStore:
    """A `Store` on one Neo4j database.

    Reads are routed as reads, so that followers of a cluster serve them. A read that runs
    longer than `timeout_s` seconds is ended by the server; one that finds no server is tried
    once more, a second later. Writes are retried for 15 s.
    """

    def __init__(self, driver: AsyncDriver, *, database: str, timeout_s: float) -> None:
        self._driver, self._database, self._timeout_s = driver, database, timeout_s

    @classmethod
    def connect(cls, connection: Connection, *, timeout_s: float) -> "Neo4jStore":
        """Return a store on `connection`. Nothing is sent before the first query."""
        opened = driver(
            connection,
            connection_acquisition_timeout=10,
            max_transaction_retry_time=_READ_PATIENCE_S,
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
            async with self._driver.session(
                database=self._database,
                default_access_mode=READ_ACCESS,
                bookmark_manager=self._driver.execute_query_bookmark_manager,
            ) as session:
                await (await session.run("RETURN 1")).consume()
                return "".join(sorted((await session.last_bookmarks()).raw_values))
        except (DriverError, Neo4jError) as error:
            raise in_our_words(error, "version") from error

    async def run(self, statement: Statement, params: Row, *, most: int | None = None) -> list[Row]:
        """Run `statement` in a transaction of its own, retried when that is safe."""
        if statement.mode != "read":
            return (await self.write([(statement, params)]))[0]

        async def taken(result: AsyncResult) -> list[Row]:
            found = [each async for each in result] if most is None else await result.fetch(most)
            return rows(statement, found, most)

        try:
            return await self._driver.execute_query(
                Query(_literal(statement), {"query": statement.name}, self._timeout_s),
                dict(params),
                routing_=RoutingControl.READ,
                database_=self._database,
                result_transformer_=taken,
            )
        except (DriverError, Neo4jError) as error:
            raise in_our_words(error, statement.name) from error

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
