"""Neo4j Browser on the private Neo4j, as an analyst meets it: opened, logged in to, pasted into.

The run's one server is restarted with Browser for this module and is without it afterwards, on
the same Bolt port. The page gets no network but the loopback address.
"""

import socket
from collections.abc import Generator
from pathlib import Path

import httpx2
import psutil
import pytest
from playwright.sync_api import Browser, Route, expect
from playwright.sync_api import Page as Tab

from cypher import load
from graph.server import PrivateNeo4j
from graph.story import CLAIM
from tests.browser import browser
from tests.graphs import Graph
from tests.typed import Rejoinder

QUESTION = Path(__file__).parent.parent / "cypher" / "questions" / "who_denied.cypher"
PATIENCE_MS = 60_000  # a server that has just started takes seconds to plan its first query


class Window:
    """What ``rejoinder neo4j browser`` told of the running server."""

    def __init__(self, neo4j: PrivateNeo4j, told: str, first_denial: str) -> None:
        self.neo4j, self.told, self.first_denial = neo4j, told, first_denial
        self.rejoinder = Rejoinder(neo4j.status().home)
        connection, address = neo4j.status().connection, neo4j.status().browser
        assert connection
        assert address
        self.connection, self.address = connection, address
        self.page = told.partition("open      ")[2].splitlines()[0]


@pytest.fixture(scope="module")
def window(neo4j: PrivateNeo4j, graph: Graph) -> Generator[Window]:
    graph.load_story()
    asked = {"claim": CLAIM, "asOf": None}
    denials = graph.ask(graph.store.run(load("questions.who_denied"), asked))
    before = neo4j.status()
    told = Rejoinder(before.home)("neo4j", "browser", "-f", str(QUESTION))
    neo4j.pulse()  # lets go of the process that another one has stopped
    yield Window(neo4j, told, denials[0]["statement"])
    if neo4j.status().browser:
        neo4j.stop()
        neo4j.start(int(graph.connection.uri.rpartition(":")[2]))
    assert neo4j.status().connection == before.connection


class Analyst:
    """Someone at the page, and a note of every request that would have left this machine."""

    def __init__(self, chromium: Browser, address: str) -> None:
        self.strayed: list[str] = []
        self.tab: Tab = chromium.new_page(viewport={"width": 1400, "height": 900})
        self.tab.set_default_timeout(PATIENCE_MS)
        self.tab.route("**/*", self._only_loopback)
        self.tab.goto(address)

    def logs_in(self, password: str) -> None:
        self.tab.get_by_test_id("password").fill(password)
        self.tab.get_by_test_id("connect").click()
        expect(self.tab.get_by_test_id("password")).to_be_hidden(timeout=PATIENCE_MS)

    def types(self, text: str) -> None:
        self.tab.locator("[data-testid=activeEditor] .monaco-editor[role=code]").click()
        self.tab.keyboard.press("Control+A")
        self.tab.keyboard.insert_text(text)

    def runs_it(self) -> None:
        self.tab.get_by_test_id("editor-Run").click()

    def _only_loopback(self, route: Route) -> None:
        if route.request.url.startswith(("http://127.0.0.1:", "data:", "blob:")):
            route.continue_()
        else:
            self.strayed.append(route.request.url)
            route.abort()


@pytest.fixture(scope="module")
def chromium() -> Generator[Browser]:
    with browser() as started:
        yield started


def test_it_says_what_to_open_and_where_the_password_is(window: Window, graph: Graph) -> None:
    told = window.told

    assert window.connection == graph.connection
    assert "it is restarted, on the same Bolt port" in told
    assert window.page.startswith(f"{window.address}?dbms=neo4j://neo4j@127.0.0.1:")
    assert str(window.neo4j.status().home / "password") in told
    assert window.connection.password not in told


def test_status_shows_where_it_is(window: Window) -> None:
    told = window.rejoinder("neo4j", "status")

    assert f"browser   {window.address}" in told


def test_asking_for_it_again_changes_nothing(window: Window) -> None:
    pid = window.neo4j.status().pid

    again = window.rejoinder("neo4j", "browser")

    assert window.address in again
    assert "cmd=edit" not in again
    assert window.neo4j.status().pid == pid


def test_nothing_but_its_pages_is_served_and_that_on_loopback_only(window: Window) -> None:
    root = window.address.removesuffix("browser/")
    login = ("neo4j", window.connection.password)
    doors = ("db/neo4j/tx", "db/neo4j/tx/commit", "db/neo4j/query/v2", "db/data/", "dbms/cluster")

    page = httpx2.get(window.address)
    behind = {door: httpx2.get(root + door, auth=login).status_code for door in doors}
    found = httpx2.get(root, headers={"Accept": "application/json"}).json()

    assert "connect-src 'self'" in page.headers["content-security-policy"]
    assert page.headers.get("access-control-allow-origin") != "*"
    assert behind == dict.fromkeys(doors, 404)
    assert not found["query_api_versions"]
    server = psutil.Process(window.neo4j.status().pid)
    listening = [each.laddr.ip for each in server.net_connections() if each.status == "LISTEN"]
    assert {each.removeprefix("::ffff:") for each in listening} == {"127.0.0.1"}


def test_a_question_pasted_whole_shows_its_rows(window: Window, chromium: Browser) -> None:
    analyst = Analyst(chromium, window.page.partition("&cmd")[0])
    text = QUESTION.read_text("utf-8")
    statement = text[text.index("MATCH (statement") :]

    analyst.logs_in(window.connection.password)
    analyst.types(text)
    analyst.runs_it()
    ticks = analyst.tab.locator("[data-testid=multi-statement-list-icon] .fa-check-square-o")
    expect(ticks).to_have_count(3, timeout=PATIENCE_MS)
    analyst.types(statement)
    analyst.runs_it()
    frame = analyst.tab.get_by_test_id("frame").first
    expect(frame.get_by_test_id("frameStatusbar")).to_contain_text(
        "Started streaming", timeout=PATIENCE_MS
    )

    expect(frame).to_contain_text(window.first_denial, timeout=PATIENCE_MS)
    assert analyst.strayed == []


def test_a_question_file_stands_in_its_editor(window: Window, chromium: Browser) -> None:
    analyst = Analyst(chromium, window.page)

    editor = analyst.tab.get_by_test_id("activeEditor")

    expect(editor).to_contain_text("questions.who_denied", timeout=PATIENCE_MS)
    assert analyst.tab.get_by_test_id("username").input_value() == "neo4j"
    assert analyst.tab.get_by_test_id("boltaddress").input_value() in window.connection.uri


def test_a_busy_port_is_told_and_the_server_runs_on(window: Window) -> None:
    pid = window.neo4j.status().pid
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])

        told = window.rejoinder("neo4j", "browser", "--http-port", port, code=6)

    assert f"Port {port} of 127.0.0.1 is taken" in told
    assert "--http-port" in told
    assert window.neo4j.status().pid == pid


def test_a_file_too_long_for_an_address_is_refused_before_anything_starts(tmp_path: Path) -> None:
    file = tmp_path / "long.cypher"
    file.write_text("// much\n" * 2000)

    told = Rejoinder(tmp_path / "none")("neo4j", "browser", "-f", str(file), code=2)

    assert "too long for an address" in told
    assert not (tmp_path / "none").exists()


def test_browser_of_a_neo4j_of_your_own_belongs_to_that_server(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_URI", "neo4j+s://graph.example.org")
    monkeypatch.setenv("NEO4J_PASSWORD", "secret")

    told = Rejoinder(tmp_path / "none")("neo4j", "browser", code=2)

    assert "belongs to that server" in told


def test_a_restart_keeps_it_and_the_next_start_after_a_stop_has_it_off(window: Window) -> None:
    neo4j, port = window.neo4j, int(window.connection.uri.rpartition(":")[2])

    neo4j.restart()
    kept = neo4j.status().browser
    neo4j.stop()
    neo4j.start(port)

    assert kept == window.address
    assert neo4j.status().browser is None
    assert neo4j.status().connection == window.connection
