"""Find the graph that a command is about: your own Neo4j, or the private one."""

from collections.abc import AsyncGenerator, Callable, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer
from pydantic import ValidationError

from graph.driver import Neo4jReader, Neo4jStore, answers
from graph.errors import BadRequest, NotReady
from graph.guest.guests import Guests
from graph.guest.learning import learn_from
from graph.guest.limits import Limits
from graph.guest.watching import watch_on
from graph.owner import Owner
from graph.progress import Report, silent
from graph.questions import shipped
from graph.server import Connection, PrivateNeo4j
from graph.settings import Settings
from graph.store import Store
from graph.watched import Keeping, WatchedReader

__all__ = [
    "HomeOption",
    "asked",
    "open_guests",
    "open_owner",
    "open_store",
    "own",
    "private",
    "settings",
    "there",
]

T = TypeVar("T")

HomeOption = Annotated[
    Path | None,
    typer.Option("--home", help="Folder of the private Neo4j.", show_default=False),
]


def settings(home: Path | None = None) -> Settings:
    """Return the settings of the environment, with `home` in place of theirs when given.

    Raises `BadRequest` that names each variable that cannot be meant.
    """
    try:
        found = Settings()  # pyright: ignore[reportCallIssue]  its fields come from the environment
    except ValidationError as error:
        wrong = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        raise BadRequest(f"The environment says what cannot be meant: {wrong}.") from None
    return found.model_copy(update={"home": home}) if home else found


def private(of: Settings, report: Report = silent) -> PrivateNeo4j:
    """Return the private Neo4j that the settings name."""
    return PrivateNeo4j(
        of.home,
        of.cache,
        heap_mb=of.heap_mb,
        page_cache_mb=of.page_cache_mb,
        answers=answers,
        report=report,
    )


def own(of: Settings) -> Connection | None:
    """Return your own Neo4j, if ``NEO4J_URI`` names one."""
    if of.neo4j_uri is None:
        return None
    if of.neo4j_password is None:
        raise BadRequest("NEO4J_URI is set and NEO4J_PASSWORD is not: set it too.")
    password = of.neo4j_password.get_secret_value()
    return Connection(of.neo4j_uri, of.neo4j_user, password, of.neo4j_database)


def there(of: Settings) -> Connection:
    """Return the Neo4j that answers now. Raises `NotReady` when none runs."""
    connection = own(of) or private(of).status().connection
    if connection is None:
        raise NotReady(
            f"No Neo4j runs in {of.home}. Start it with: rejoinder neo4j start, or rejoinder up; "
            "or name your own in NEO4J_URI."
        )
    return connection


@asynccontextmanager
async def open_store(connection: Connection, of: Settings) -> AsyncGenerator[Neo4jStore, None]:
    """Lend a store on `connection`."""
    store = Neo4jStore.connect(connection, timeout_s=of.query_timeout_s)
    try:
        yield store
    finally:
        await store.close()


@asynccontextmanager
async def open_guests(
    connection: Connection, of: Settings, store: Store, keeper: Keeping | None
) -> AsyncGenerator[Guests | None, None]:
    """Lend who answers strangers' Cypher on `connection`; None when that is switched off.

    `store` is looked through for what goes on after its end; `keeper` keeps a private server.
    """
    if not of.cypher:
        yield None
        return
    reader = Neo4jReader.connect(connection, at_once=of.cypher_at_once)
    watched = WatchedReader(reader, keeper.answers) if keeper else reader
    watch = watch_on(store, keeper.end_now if keeper else None)
    limits = Limits(
        text_bytes=of.cypher_text_bytes,
        parameter_bytes=of.cypher_parameter_bytes,
        timeout_s=of.cypher_timeout_s,
        rows=of.cypher_rows,
        answer_bytes=of.cypher_answer_bytes,
        at_once=of.cypher_at_once,
    )
    try:
        yield Guests(watched, limits, watch, learn_from(store), shipped())
    finally:
        await reader.close()


@asynccontextmanager
async def open_owner(
    connection: Connection, store: Store, *, timeout_s: float, most: int, write: bool
) -> AsyncGenerator[Owner, None]:
    """Lend the owner at work on `connection`; `store` is looked through as in `open_guests`."""
    reader = Neo4jReader.connect(connection, at_once=1)
    try:
        yield Owner(reader, watch_on(store, None), timeout_s, most, write)
    finally:
        await reader.close()


async def asked(home: Path | None, work: Callable[[Neo4jStore], Coroutine[Any, Any, T]]) -> T:
    """Return what `work` makes of the graph that is there."""
    of = settings(home)
    async with open_store(there(of), of) as store:
        return await work(store)
