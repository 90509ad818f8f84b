"""The one place that talks to Neo4j: a `Store` on its driver."""

# The driver leaves its keyword arguments untyped.
# pyright: reportUnknownMemberType=false

from collections.abc import Sequence
from typing import LiteralString, cast

from neo4j import (
    AsyncDriver,
    AsyncGraphDatabase,
    AsyncManagedTransaction,
    AsyncResult,
    GraphDatabase,
    NotificationDisabledClassification,
    Query,
    Record,
    RoutingControl,
)
from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    ConnectionAcquisitionTimeoutError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
)
from neo4j.graph import Node as DriverNode
from neo4j.graph import Path as DriverPath
from neo4j.graph import Relationship as DriverRelationship
from neo4j.time import Date, DateTime

from cypher import Statement
from graph.errors import NotReady, Unavailable
from graph.server import Connection
from graph.store import Row
from graph.values import Node, Path, Relationship

__all__ = ["Neo4jStore", "answers"]

_NO_ANSWER = (
    ConfigurationError,
    ConnectionAcquisitionTimeoutError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
)
_UNKNOWN_SCHEMA = "Neo.ClientError.Procedure.ProcedureCallFailed"


class Neo4jStore:
    """A `Store` on one Neo4j database.

    Reads are routed as reads, so that followers of a cluster serve them. A query that runs
    longer than `timeout_s` seconds is ended by the server.
    """

    def __init__(self, driver: AsyncDriver, *, database: str, timeout_s: float) -> None:
        self._driver, self._database, self._timeout_s = driver, database, timeout_s

    @classmethod
    def connect(cls, connection: Connection, *, timeout_s: float) -> "Neo4jStore":
        """Return a store on `connection`. Nothing is sent before the first query."""
        try:
            driver = AsyncGraphDatabase.driver(
                connection.uri,
                auth=(connection.user, connection.password),
                connection_acquisition_timeout=10,
                connection_timeout=5,
                max_transaction_retry_time=15,
                # Files name relationship types that a small graph may not have yet.
                notifications_disabled_classifications=[
                    NotificationDisabledClassification.UNRECOGNIZED,
                ],
                telemetry_disabled=True,
            )
        except (ConfigurationError, ValueError) as error:
            raise Unavailable(
                f"{connection.uri!r} is no address of a Neo4j: {error}. "
                "Write one such as neo4j://host:7687 or neo4j+s://host."
            ) from error
        return cls(driver, database=connection.database, timeout_s=timeout_s)

    async def close(self) -> None:
        """Close every connection."""
        await self._driver.close()

    async def run(self, statement: Statement, params: Row, *, most: int | None = None) -> list[Row]:
        """Run `statement` in a transaction of its own, retried when that is safe."""

        async def rows(result: AsyncResult) -> list[Row]:
            if most is not None:
                return [_native_row(record) for record in await result.fetch(most)]
            return [_native_row(record) async for record in result]

        try:
            return await self._driver.execute_query(
                self._query(statement),
                dict(params),
                routing_=RoutingControl.READ if statement.mode == "read" else RoutingControl.WRITE,
                database_=self._database,
                result_transformer_=rows,
            )
        except (DriverError, Neo4jError) as error:
            raise _in_our_words(error, statement.name) from error

    async def write(self, steps: Sequence[tuple[Statement, Row]]) -> list[list[Row]]:
        """Run `steps` in one transaction, retried as a whole: each must bear repeating."""

        async def work(transaction: AsyncManagedTransaction) -> list[list[Row]]:
            found: list[list[Row]] = []
            for statement, params in steps:
                result = await transaction.run(_literal(statement), dict(params))
                found.append([_native_row(record) async for record in result])
            return found

        try:
            async with self._driver.session(database=self._database) as session:
                return await session.execute_write(work)
        except (DriverError, Neo4jError) as error:
            raise _in_our_words(error, steps[0][0].name) from error

    def _query(self, statement: Statement) -> Query:
        metadata = {"query": statement.name}
        return Query(_literal(statement), metadata=metadata, timeout=self._timeout_s)


def answers(connection: Connection) -> bool:
    """Return whether a query is answered on `connection`, within a few seconds."""
    auth = (connection.user, connection.password)
    try:
        with GraphDatabase.driver(
            connection.uri, auth=auth, connection_timeout=3, max_transaction_retry_time=0
        ) as driver:
            driver.execute_query("RETURN 1", database_=connection.database)
    except (DriverError, Neo4jError):
        return False
    return True


def _literal(statement: Statement) -> LiteralString:
    # The driver wants a LiteralString, to keep user input out of query text.
    # Ours comes from a file in this repository, which is as literal.
    return cast("LiteralString", statement.text)


def _in_our_words(error: Exception, name: str) -> Exception:
    """Return the domain error for `error`. Server texts hold class names: never echoed."""
    if isinstance(error, AuthError):
        return Unavailable(
            "Neo4j refused the user or the password: check NEO4J_USER and NEO4J_PASSWORD."
        )
    if isinstance(error, _NO_ANSWER):
        return Unavailable(
            f"Neo4j did not answer {name!r}: is it running? Try: rejoinder neo4j status"
        )
    if isinstance(error, ClientError) and error.code == _UNKNOWN_SCHEMA:
        return NotReady("This graph has no indexes yet. Prepare it with: rejoinder up")
    return error


def _native_row(record: Record) -> Row:
    items = cast("list[tuple[str, object]]", record.items())
    return {key: _native(value) for key, value in items}


def _native(value: object) -> object:
    match value:
        case Date() | DateTime():
            return value.to_native()
        case list():
            return [_native(each) for each in cast("list[object]", value)]
        case dict():
            return {key: _native(each) for key, each in cast("dict[str, object]", value).items()}
        case DriverNode():
            return _node(value)
        case DriverRelationship():
            return _relationship(value)
        case DriverPath():
            steps = tuple(_relationship(each) for each in value.relationships)
            return Path(tuple(_node(each) for each in value.nodes), steps)
        case _:
            return value


def _node(node: DriverNode) -> Node:
    properties = {key: _native(value) for key, value in node.items()}
    return Node(node.element_id, tuple(sorted(node.labels)), properties)


def _relationship(found: DriverRelationship) -> Relationship:
    start, end = found.nodes
    properties = {key: _native(value) for key, value in found.items()}
    return Relationship(found.element_id, found.type, _end(start), _end(end), properties)


def _end(node: DriverNode | None) -> Node:
    return _node(node) if node else Node("", (), {})
