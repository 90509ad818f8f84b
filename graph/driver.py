"""The one place that talks to Neo4j: a `Store` on its driver."""

# The driver leaves its keyword arguments untyped.
# pyright: reportUnknownMemberType=false

from base64 import b64encode
from collections.abc import AsyncGenerator, Callable, Iterable, Sequence
from logging import ERROR, getLogger
from typing import Any, LiteralString, cast

from neo4j import (
    READ_ACCESS,
    WRITE_ACCESS,
    AsyncDriver,
    AsyncGraphDatabase,
    AsyncManagedTransaction,
    AsyncResult,
    AsyncSession,
    GraphDatabase,
    Query,
    Record,
    RoutingControl,
    exceptions,
    graph,
    spatial,
    time,
)
from neo4j.exceptions import DriverError, Neo4jError

from cypher import Statement
from graph.errors import CypherError, NotReady, Unavailable
from graph.guest.plan import Plan, planned
from graph.guest.server_words import in_words
from graph.server import Connection
from graph.store import Row
from graph.values import Node, Path, Relationship, Typed

__all__ = ["Neo4jReader", "Neo4jStore", "answers"]

_NO_ANSWER = (
    exceptions.ConfigurationError,
    exceptions.ConnectionAcquisitionTimeoutError,
    exceptions.ServiceUnavailable,
    exceptions.SessionExpired,
    exceptions.TransientError,
)
_READ_PATIENCE_S = 0.5  # one more try, about a second later: who waits for an answer is told soon
_WRITE_PATIENCE_S = 15  # a load outlives deadlocks and the change of a cluster's leader
_FETCHED = 5
"""Rows of strangers taken from the server at a time: each may be as large as the answer may."""
_UNKNOWN_SCHEMA = "Neo.exceptions.ClientError.Procedure.ProcedureCallFailed"


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
        try:
            driver = AsyncGraphDatabase.driver(
                connection.uri,
                auth=(connection.user, connection.password),
                connection_acquisition_timeout=10,
                connection_timeout=5,
                max_transaction_retry_time=_READ_PATIENCE_S,
                # Files name relationship types that a small graph may not have yet.
                notifications_disabled_classifications=["UNRECOGNIZED"],
                telemetry_disabled=True,
            )
        except (exceptions.ConfigurationError, ValueError) as error:
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
        if statement.mode != "read":
            return (await self.write([(statement, params)]))[0]

        async def rows(result: AsyncResult) -> list[Row]:
            if most is not None:
                return [_native_row(record) for record in await result.fetch(most)]
            return [_native_row(record) async for record in result]

        try:
            named = {"query": statement.name}
            return await self._driver.execute_query(
                Query(_literal(statement), metadata=named, timeout=self._timeout_s),
                dict(params),
                routing_=RoutingControl.READ,
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
            async with self._driver.session(
                database=self._database, max_transaction_retry_time=_WRITE_PATIENCE_S
            ) as session:
                return await session.execute_write(work)
        except (DriverError, Neo4jError) as error:
            raise _in_our_words(error, steps[0][0].name) from error


class Neo4jReader:
    """A `graph.guest.Reader`: statements of strangers, on a small pool of connections of its own.

    Every transaction is opened for reading and rolled back at its end, unless its owner says
    that it writes. A task that is cancelled closes its connection, which ends its query.
    """

    def __init__(self, driver: AsyncDriver, database: str) -> None:
        self._driver, self._database = driver, database

    @classmethod
    def connect(cls, connection: Connection, *, at_once: int) -> "Neo4jReader":
        """Return a reader with `at_once` connections. Nothing is sent before the first query."""
        # What the server remarks on a stranger's text goes to the stranger, not into our log.
        getLogger("neo4j.notifications").setLevel(ERROR)
        driver = AsyncGraphDatabase.driver(
            connection.uri,
            auth=(connection.user, connection.password),
            connection_acquisition_timeout=5,
            connection_timeout=5,
            fetch_size=_FETCHED,
            max_connection_pool_size=at_once,
            telemetry_disabled=True,
        )
        return cls(driver, connection.database)

    async def close(self) -> None:
        """Close every connection."""
        await self._driver.close()

    async def explain(self, text: str, *, tag: str, timeout_s: float) -> Plan:
        """Return what the server means to do with `text`. Raises `CypherError`."""
        # A line of its own, so that columns in errors are those of the text.
        planning = cast("LiteralString", f"EXPLAIN\n{text}")
        async with self._session() as session:
            try:
                result = await session.run(Query(planning, {"guest": tag}, timeout_s))
                columns = tuple(result.keys())
                summary = await result.consume()
            except (DriverError, Neo4jError) as error:
                raise _of_guest(error, text, -1) from error
        root = cast("dict[str, Any] | None", summary.plan)
        return planned(summary.query_type, root, columns, summary.gql_status_objects)

    async def rows(
        self, text: str, params: Row, *, tag: str, timeout_s: float | None, write: bool = False
    ) -> AsyncGenerator[list[object], None]:
        """Yield the rows of `text` one by one. `tag` marks the transaction on the server."""
        async with self._session(WRITE_ACCESS if write else READ_ACCESS) as session:
            try:
                transaction = await session.begin_transaction({"guest": tag}, timeout_s)
                async with transaction:
                    result = await transaction.run(cast("LiteralString", text), dict(params))
                    async for record in result:
                        yield [_converted(each, _exact) for each in record.values()]
                    await (transaction.commit() if write else transaction.rollback())
            except (DriverError, Neo4jError) as error:
                raise _of_guest(error, text) from error

    def _session(self, access: str = READ_ACCESS) -> AsyncSession:
        return self._driver.session(database=self._database, default_access_mode=access)


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
    if isinstance(error, exceptions.AuthError):
        return Unavailable(
            "Neo4j refused the user or the password: check NEO4J_USER and NEO4J_PASSWORD."
        )
    if isinstance(error, _NO_ANSWER):
        return Unavailable(
            f"Neo4j did not answer {name!r}: is it running? Try: rejoinder neo4j status"
        )
    if isinstance(error, exceptions.ClientError) and error.code == _UNKNOWN_SCHEMA:
        return NotReady("This graph has no indexes yet. Prepare it with: rejoinder up")
    if isinstance(error, exceptions.ClientError) and "ClientError.Statement." in str(error.code):
        return in_words(error.code or "", error.message or "", "")
    return error


def _of_guest(error: DriverError | Neo4jError, text: str, shift: int = 0) -> Exception:
    if isinstance(error, exceptions.BrokenRecordError):
        return CypherError("It holds a day in a year beyond 9999: return it with toString().")
    if isinstance(error, Neo4jError) and error.code:
        return in_words(error.code, error.message or "", text, shift)
    return _in_our_words(error, "the statement")


def _native_row(record: Record) -> Row:
    items = cast("list[tuple[str, object]]", record.items())
    return {key: _converted(value, _native) for key, value in items}


def _native(value: object) -> object:
    return value.to_native() if isinstance(value, time.Date | time.DateTime) else value


def _exact(value: object) -> object:
    match value:
        case None | bool() | int() | float() | str():
            return value  # the rest as text: Python's dates have no nanoseconds
        case time.DateTime():
            name = "LocalDateTime" if value.tzinfo is None else "ZonedDateTime"
            return Typed(name, value.iso_format())
        case time.Time():
            return Typed("LocalTime" if value.tzinfo is None else "Time", value.iso_format())
        case time.Date() | time.Duration():
            name = "Date" if isinstance(value, time.Date) else "Duration"
            return Typed(name, value.iso_format())
        case spatial.Point():
            return Typed("Point", f"SRID={value.srid};POINT ({' '.join(map(str, value))})")
        case bytes() | bytearray():
            return Typed("Base64", b64encode(value).decode())
        case _:
            return Typed("Unsupported", str(value))


def _converted(value: object, single: Callable[[object], object]) -> object:
    match value:
        case list():
            return [_converted(each, single) for each in cast("list[object]", value)]
        case dict():
            return _properties(cast("dict[str, object]", value).items(), single)
        case graph.Node():
            return _node(value, single)
        case graph.Relationship():
            return _relationship(value, single)
        case graph.Path():
            steps = tuple(_relationship(each, single) for each in value.relationships)
            return Path(tuple(_node(each, single) for each in value.nodes), steps)
        case _:
            return single(value)


def _properties(
    items: Iterable[tuple[str, object]], single: Callable[[object], object]
) -> dict[str, object]:
    return {key: _converted(value, single) for key, value in items}


def _node(node: graph.Node | None, single: Callable[[object], object]) -> Node:
    if node is None:
        return Node("", (), {})
    return Node(node.element_id, tuple(sorted(node.labels)), _properties(node.items(), single))


def _relationship(found: graph.Relationship, single: Callable[[object], object]) -> Relationship:
    start, end = (_node(each, single) for each in found.nodes)
    own = _properties(found.items(), single)
    return Relationship(found.element_id, found.type, start, end, own)
