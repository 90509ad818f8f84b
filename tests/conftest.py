"""Fixtures.

Fixture strategy: one private Neo4j for each worker, started when its first test asks for it, in
a home of its own and with the user's cache of jars. It has one database, so tests say what they
need in it: `story` is the shipped story and is only read; `empty` is wiped before and may be
written. Going from one to the other loads the story anew (some seconds), so modules that write
come after those that only read. `service` is the story over real HTTP, on a free port. `reader`
has a map open in a Chromium that a module of tests shares; no graph can be asked while it runs.

`make test` has two workers. Whoever is ready takes the next module: first those that read the
story, then those that write, then those without a graph, of which the long ones come first, so
that nobody is waited for in the end. Without workers (``python -m pytest tests/test_x.py``) the
order is the same.
"""

import asyncio
import os
import re
import threading
import time
from collections.abc import Generator
from pathlib import Path

import httpx2
import pytest
import uvicorn
from playwright.sync_api import Browser, expect
from xdist.scheduler import LoadScopeScheduling  # pyright: ignore[reportMissingTypeStubs]

from api.app import create_app
from graph.driver import Neo4jReader, Neo4jStore, answers
from graph.guest.guests import Guests
from graph.guest.learning import learn_from
from graph.guest.limits import Limits
from graph.guest.watching import watch_on
from graph.questions import shipped
from graph.server import PrivateNeo4j
from graph.settings import Settings
from tests.browser import browser
from tests.graphs import Graph
from tests.reader import PATIENCE_MS, Reader

LONG = (
    "test_keeper.py",
    "test_hostile_maps.py",
    "test_soak.py",
    "test_wheel.py",
    "test_maps_everywhere.py",
    "test_house.py",
)
"""Modules that are begun first of their kind: nobody should wait for them alone."""

LAST = ("test_plans.py", "test_browser_window.py")
"""Modules that come last of those with the graph: the server forgets its plans, or is another,
and whoever came after them would have to warm it up."""

ASKS = re.compile(
    r"\b(neo4j: PrivateNeo4j|(graph|story|empty): Graph|service: httpx2|onlooker: Browser)"
)
"""How a module says that it needs the graph."""

WRITES = re.compile(r"\b(empty: Graph|graph\.(wipe|load|record)\()")
"""How a module says that it leaves something else than the story in it."""

# The second compiler of Java pays off in a server that runs for days; here it takes a third of
# the processor's time.
os.environ["JDK_JAVA_OPTIONS"] = "-XX:TieredStopAtLevel=1"

expect.set_options(timeout=PATIENCE_MS)


class Modules(LoadScopeScheduling):
    """Gives a worker a module at a time, whatever classes are in it."""

    def _split_scope(self, nodeid: str) -> str:
        return nodeid.partition("::")[0]


def pytest_xdist_make_scheduler(config: pytest.Config) -> Modules:
    """Have modules dealt out so."""
    return Modules(config)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep modules together, in the order told above; in each, tests that write come last."""
    texts = {path: path.read_text("utf-8") for path in {item.path: None for item in items}}
    names = [*LONG, *sorted({path.name for path in texts} - {*LONG, *LAST}), *LAST]
    needs: dict[pytest.Item, set[str]]
    needs = {item: set(getattr(item, "fixturenames", ())) for item in items}
    missed = {x.path.name for x in items if "neo4j" in needs[x] and not ASKS.search(texts[x.path])}
    if missed:
        raise pytest.UsageError(f"{missed} need the graph without saying so: see ASKS in conftest")

    def order(item: pytest.Item) -> tuple[bool, bool, int, bool]:
        text, name = texts[item.path], item.path.name
        late = bool(WRITES.search(text)) or name in LAST
        return not ASKS.search(text), late, names.index(name), "empty" in needs[item]

    items.sort(key=order)


@pytest.fixture(scope="session")
def neo4j(tmp_path_factory: pytest.TempPathFactory) -> Generator[PrivateNeo4j, None, None]:
    """The private Neo4j of this worker."""
    home = tmp_path_factory.mktemp("neo4j")
    server = private(home)
    server.start()
    if not any(_cache().rglob("neo4j-*.jsa")):
        server.restart()  # the first on this machine was slow: it wrote down its classes
    yield server
    server.stop()


@pytest.fixture(scope="session")
def graph(neo4j: PrivateNeo4j) -> Generator[Graph, None, None]:
    """Its graph, with whatever the last test left in it."""
    connection = neo4j.status().connection
    assert connection
    found = Graph(connection)
    yield found
    found.close()


@pytest.fixture
def story(graph: Graph) -> Graph:
    """The shipped story. Only read."""
    graph.load_story()
    return graph


@pytest.fixture
def empty(graph: Graph) -> Graph:
    """A graph with a schema and nothing else, to write to."""
    graph.wipe()
    return graph


@pytest.fixture(scope="session")
def address(graph: Graph) -> Generator[str, None, None]:
    """Address of the service on that graph."""
    store = Neo4jStore.connect(graph.connection, timeout_s=30)
    reader = Neo4jReader.connect(graph.connection, at_once=4)
    guests = Guests(reader, Limits(), watch_on(store, None), learn_from(store), shipped())
    config = uvicorn.Config(create_app(store, guests=guests), port=0, log_level="warning")
    server = uvicorn.Server(config)

    async def serve() -> None:
        await server.serve()
        await reader.close()
        await store.close()

    thread = threading.Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    while not server.started:
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


@pytest.fixture
def service(address: str, story: Graph) -> Generator[httpx2.Client, None, None]:
    """The story, asked over HTTP."""
    assert story.holds_story
    with httpx2.Client(base_url=address, timeout=30) as client:
        yield client


@pytest.fixture(scope="module")
def chromium() -> Generator[Browser]:
    """A headless Chromium."""
    with browser() as started:
        yield started


@pytest.fixture(scope="module")
def onlooker(graph: Graph) -> Generator[Browser]:
    """A headless Chromium beside a graph that holds the story: later it could not be loaded."""
    graph.load_story()
    with browser() as started:
        yield started


@pytest.fixture
def reader(chromium: Browser, tmp_path: Path) -> Generator[Reader]:
    """Someone at a screen of 1280 by 800."""
    found = Reader(chromium, tmp_path)
    yield found
    found.tab.close()


def private(home: Path) -> PrivateNeo4j:
    """Return a private Neo4j in `home` with the user's cache of jars."""
    return PrivateNeo4j(home, _cache(), heap_mb=512, page_cache_mb=64, answers=answers)


def _cache() -> Path:
    return Settings().cache  # pyright: ignore[reportCallIssue]
