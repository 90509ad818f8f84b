"""``rejoinder up`` and ``rejoinder demo``: everything at once."""

import asyncio
import signal
import socket
from collections.abc import Callable, Coroutine, Generator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import partial
from pathlib import Path
from threading import Thread
from types import ModuleType
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api import drawing
from api.commands.asking import sayings_table
from api.commands.dossiers import load_files
from api.opening import HomeOption, open_guests, open_store, own, private, settings
from api.terminal import Steps, output, say
from api.workers import keep_serving
from api.writing import write_file
from graph import derived, queries, story
from graph.driver import Neo4jReader, Neo4jStore
from graph.errors import PortBusy
from graph.progress import Report
from graph.questions import Catalogue, catalogue, check_own
from graph.schema import prepare
from graph.server import Connection, Keeper, PrivateNeo4j
from graph.settings import Settings
from graph.store import Store
from graph.watched import Keeping, WatchedStore

if TYPE_CHECKING:
    from fastapi import FastAPI

__all__ = ["demo", "listen", "up"]

_WAITING = 2048
"""Callers that wait while no process takes them yet, or again."""


def up(
    home: HomeOption = None,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="Port of the service; 0: a free one.")
    ] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, max=64, help="Processes that serve.", show_default=False)
    ] = None,
) -> None:
    """Start Neo4j, load the story into an empty graph, and serve it until Ctrl-C.

    A private Neo4j that ends meanwhile is started again; one that was stopped is not.
    """
    of = settings(home)
    number = of.workers if workers is None else workers
    listening = listen(of.host, of.port if port is None else port)
    questions = catalogue(of.questions)
    Thread(target=_service, daemon=True).start()  # read while Neo4j starts
    with listening, _neo4j(of) as (connection, neo4j), _kept(neo4j) as keeper:
        asyncio.run(_prepared(connection, of, lambda _: _checked(connection, of, questions)))
        share = of.model_copy(update={"cypher_at_once": max(1, of.cypher_at_once // number)})
        listening.listen(_WAITING)
        _announce(listening)
        serve = partial(_serve, connection, share, listening)
        if number == 1:
            serve(keeper)
        else:
            keep_serving(number, serve, keeper)


def demo(
    home: HomeOption = None,
    output_file: Annotated[Path, typer.Option("--output", "-o", help="Where the map goes.")] = Path(
        "rejoinder-demo.html"
    ),
) -> None:
    """Show who denied what about one claim, write its map, stop everything."""
    of = settings(home)
    with _neo4j(of) as (connection, _):
        asyncio.run(_prepared(connection, of, lambda store: _show(store, output_file)))


@contextmanager
def _neo4j(of: Settings) -> Generator[tuple[Connection, PrivateNeo4j | None], None, None]:
    """Lend your own Neo4j, or the private one, which is stopped at the end if this started it."""
    with _interruptible():
        mine = own(of)
        if mine:
            yield mine, None
            return
        with Steps() as steps:
            neo4j = private(of, steps)
            started = neo4j.start()
        if started.joined:
            say(f"Neo4j was running already ({started.connection.uri}) and will go on running.")
        try:
            yield started.connection, neo4j
        finally:
            if not started.joined:
                say("Stopping Neo4j ...")
                neo4j.stop()


def _kept(neo4j: PrivateNeo4j | None) -> AbstractContextManager[Keeper | None]:
    """Keep the private Neo4j running; your own is yours to watch."""
    return Keeper(neo4j, say) if neo4j else nullcontext()


@contextmanager
def _interruptible() -> Generator[None, None, None]:
    """Make a request to end (SIGTERM, a closed terminal) stop everything, as Ctrl-C does."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    names = ("SIGTERM", "SIGHUP")  # the second is not known everywhere
    signals = [getattr(signal, name) for name in names if hasattr(signal, name)]
    before = {each: signal.signal(each, interrupt) for each in signals}
    try:
        yield
    except KeyboardInterrupt:
        say("Stopped.")
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


async def _prepared(
    connection: Connection,
    of: Settings,
    work: Callable[[Neo4jStore], Coroutine[Any, Any, None]],
) -> None:
    """Do `work` on a graph that has its schema and, if it was empty, the story."""
    async with open_store(connection, of) as store:
        with Steps() as steps:
            await _load_if_empty(store, steps)
        await work(store)


async def _load_if_empty(store: Store, report: Report) -> None:
    report("Preparing the graph", 0, 0, "steps")
    await prepare(store)
    if not (await derived.state(store)).entities:
        await load_files(store, story.dossiers(), report)


def listen(host: str, port: int) -> socket.socket:
    """Take the port before anything long begins. Raises `PortBusy`."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named as TCP, or asyncio leaves Nagle on: 40 ms for each answer on a kept connection.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        raise PortBusy(
            f"Cannot listen on {host}:{port}: {error.strerror}. Ask for another port with --port "
            "or REJOINDER_PORT; 0 takes a free one."
        ) from error
    return listening


async def _checked(connection: Connection, of: Settings, questions: Catalogue) -> None:
    """Have the server read the questions that do not ship. Raises `BadRequest` with each fault."""
    if questions.own:
        reader = Neo4jReader.connect(connection, at_once=1)
        explain = partial(reader.explain, tag="own questions", timeout_s=of.query_timeout_s)
        try:
            await check_own(questions, explain)
        finally:
            await reader.close()


def _announce(listening: socket.socket) -> None:
    host, port = listening.getsockname()[:2]
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}"
    say(
        f"\nRejoinder serves {address}. Ctrl-C stops it.\n"
        f"  open  {address}/\n"
        f"  see   {address}/maps/claims/{story.CLAIM}\n"
        f"  try   curl '{address}/v1/who/denied?claim={story.CLAIM}'\n"
        f"  try   rejoinder who denied --about iran\n"
        f"  ask   {address}/v1/questions, or: rejoinder ask\n"
        f"  read  {address}/openapi.json\n"
        "An allegation is a claim, not a finding.\n"
    )


def _serve(
    connection: Connection, of: Settings, listening: socket.socket, keeper: Keeping | None
) -> None:
    """Serve what is on `connection`, in this process, until it is asked to end."""
    uvicorn, create_app = _service()
    from uvicorn.loops.auto import auto_loop_factory  # uvloop's where there is one

    async def work() -> None:
        async with open_store(connection, of) as store:
            watched = WatchedStore(store, keeper.answers) if keeper else store
            async with open_guests(connection, of, watched, keeper) as guests:
                app = create_app(watched, catalogue(of.questions), guests)
                config = uvicorn.Config(
                    app, log_level="warning", timeout_graceful_shutdown=5, lifespan="on"
                )
                await uvicorn.Server(config).serve(sockets=[listening])

    with asyncio.Runner(loop_factory=auto_loop_factory()) as runner:
        runner.run(work())


def _service() -> tuple[ModuleType, Callable[..., "FastAPI"]]:
    """Import what serves: half a second that no other command spends."""
    import uvicorn

    from api.app import create_app

    return uvicorn, create_app


async def _show(store: Store, file: Path) -> None:
    claim = await queries.claim(store, story.CLAIM)
    denials = await queries.who_denied(store, story.CLAIM)
    console = output()
    console.print(f"Who denied this claim?\n{claim.text}\n", markup=False)
    console.print(sayings_table("", denials))
    draft = await drawing.claim(store, story.CLAIM)
    say(f"The map of this claim: {write_file(draft.draw().html, file)}")
