"""The one place that talks to Neo4j: a `Store` on its driver."""

# The driver leaves its keyword arguments untyped.
# pyright: reportUnknownMemberType=false

from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import asynccontextmanager
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
from graph.guest.plan import Plan, noted, planned
from graph.guest.server_words import NOT_CARRIED, in_words
from graph.owner import Reply
from graph.server import Connection
from graph.store import Row
from graph.values import Node, Path, Relationship, Typed, plain

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
        driver = _driver(
            connection,
            connection_acquisition_timeout=10,
            max_transaction_retry_time=_READ_PATIENCE_S,
            # Files name relationship types that a small graph may not have yet.
            notifications_disabled_classifications=["UNRECOGNIZED"],
        )
        return cls(driver, database=connection.database, timeout_s=timeout_s)

    async def close(self) -> None:
        """Close every connection."""
        await self._driver.close()

    async def run(self, statement: Statement, params: Row, *, most: int | None = None) -> list[Row]:
        """Run `statement` in a transaction of its own, retried when that is safe."""
        if statement.mode != "read":
            return (await self.write([(statement, params)]))[0]

        async def rows(result: AsyncResult) -> list[Row]:
            found = [each async for each in result] if most is None else await result.fetch(most)
            return _rows(statement, found, most)

        try:
            return await self._driver.execute_query(
                Query(_literal(statement), {"query": statement.name}, self._timeout_s),
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
                found.append(_rows(statement, [each async for each in result]))
            return found

        try:
            async with self._driver.session(
                database=self._database, max_transaction_retry_time=_WRITE_PATIENCE_S
            ) as session:
                return await session.execute_write(work)
        except (DriverError, Neo4jError) as error:
            raise _in_our_words(error, steps[0][0].name) from error


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
        return cls(_driver(connection, **pool), connection.database)

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
                raise _of_guest(error, text, -1) from error
        root = cast("dict[str, Any] | None", summary.plan)
        return planned(summary.query_type, root, columns, summary.gql_status_objects)

    async def rows(
        self, text: str, params: Row, *, tag: str, timeout_s: float
    ) -> AsyncGenerator[list[object], None]:
        """Yield the rows of `text` one by one. `tag` marks the transaction on the server."""
        async with self._running(text, params, tag, timeout_s, _FETCHED) as result:
            async for record in result:
                yield [_converted(each, _exact) for each in record.values()]

    async def answer(
        self, text: str, params: Row, *, tag: str, timeout_s: float, most: int, write: bool
    ) -> Reply:
        """Return the first `most` rows of `text`. With `write` all of it is done and committed."""
        async with self._running(text, params, tag, timeout_s, most, write=write) as result:
            found = [each.values() for each in await result.fetch(most)]
            columns, summary = tuple(result.keys()), await result.consume()
        rows = [[_converted(each, _exact) for each in row] for row in found]
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
                raise _of_guest(error, text) from error

    def _session(self, access: str = READ_ACCESS, fetched: int = 1) -> AsyncSession:
        return self._driver.session(
            database=self._database, default_access_mode=access, fetch_size=fetched
        )


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


def _driver(connection: Connection, **more: Any) -> AsyncDriver:
    try:
        return AsyncGraphDatabase.driver(
            connection.uri,
            auth=(connection.user, connection.password),
            connection_timeout=5,
            telemetry_disabled=True,
            **more,
        )
    except (exceptions.ConfigurationError, ValueError) as error:
        what = f"{connection.uri!r} is no address of a Neo4j: {error}."
        raise Unavailable(f"{what} Write one such as neo4j+s://host:7687.") from error


def _literal(statement: Statement) -> LiteralString:
    # The driver wants a literal, to keep user input out; ours comes from a file, as literal.
    return cast("LiteralString", statement.text)


def _in_our_words(error: Exception, name: str) -> Exception:
    """Return the domain error for `error`."""
    if isinstance(error, exceptions.AuthError):
        return Unavailable("Neo4j refused the login: check NEO4J_USER and NEO4J_PASSWORD.")
    if isinstance(error, _NO_ANSWER):
        return Unavailable(f"Neo4j did not answer {name!r}: is it up? Try: rejoinder neo4j status")
    code = str(getattr(error, "code", ""))
    if code == "Neo.ClientError.Procedure.ProcedureCallFailed":  # there is no index of words
        return NotReady("This graph has no indexes yet. Prepare it with: rejoinder up")
    told = "ClientError.Statement." in code
    return in_words(code, str(getattr(error, "message", "")), "") if told else error


def _of_guest(error: DriverError | Neo4jError, text: str, shift: int = 0) -> Exception:
    if isinstance(error, exceptions.BrokenRecordError):
        return CypherError(NOT_CARRIED)
    known = isinstance(error, Neo4jError) and not isinstance(error, exceptions.AuthError)
    if known and error.code:
        return in_words(error.code, error.message or "", text, shift)
    return _in_our_words(error, "the statement")


def _rows(statement: Statement, records: Sequence[Record], most: int | None = None) -> list[Row]:
    pairs = (zip(each.keys(), each.values(), strict=True) for each in records)
    found = [{key: _converted(value, _native) for key, value in each} for each in pairs]
    return cast("list[Row]", found[0]["rows"])[:most] if statement.bundled else list(found)


def _native(value: object) -> object:
    return value.to_native() if isinstance(value, time.Date | time.DateTime) else value


def _exact(value: object) -> object:
    match value:  # as text: Python's own dates have no nanoseconds
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
        case _:
            return plain(value)


def _converted(value: object, single: Callable[[object], object]) -> object:
    match value:
        case list():
            return [_converted(each, single) for each in cast("list[object]", value)]
        case dict():
            held = cast("dict[str, object]", value)
            return {key: _converted(each, single) for key, each in held.items()}
        case graph.Node():
            return _node(value, single)
        case graph.Relationship():
            return _relationship(value, single)
        case graph.Path():
            steps = tuple(_relationship(each, single) for each in value.relationships)
            return Path(tuple(_node(each, single) for each in value.nodes), steps)
        case _:
            return single(value)


def _node(node: graph.Node | None, single: Callable[[object], object]) -> Node:
    if node is None:
        return Node("", (), {})
    own = {key: _converted(each, single) for key, each in node.items()}
    return Node(node.element_id, tuple(sorted(node.labels)), own)


def _relationship(found: graph.Relationship, single: Callable[[object], object]) -> Relationship:
    start, end = (_node(each, single) for each in found.nodes)
    own = {key: _converted(each, single) for key, each in found.items()}
    return Relationship(found.element_id, found.type, start, end, own)
