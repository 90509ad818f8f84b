"""The benchmark of archives measures what it says: slower is slower, unequal is refused."""

import asyncio
import json
import sys
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from bench.archives import client
from bench.archives.bare import unwind
from bench.archives.client import ANEW, Connection, head
from bench.archives.driving import at_part, drive, summed
from bench.archives.growing import hits
from bench.archives.jobs import Job, Unequal, anew, query, same
from bench.archives.loading import Unequal as OtherGraph
from bench.archives.loading import loaded_rows
from bench.archives.processes import run
from bench.archives.questions import QUESTIONS, Target, graphql, holds, ranked, spread, targets
from bench.archives.reading import cell
from bench.archives.recording import packed, unpacked
from bench.archives.rows import Counted, ask, connect, count, spool, spooled
from bench.archives.server import Reached
from bench.archives.service import service
from bench.packing import opened, write
from bench.world import head as world_head
from bench.world import world
from tests.graphs import Graph

DENIED = QUESTIONS[0]


@contextmanager
def answering(
    pause_s: float, *, chunked: bool = False, asked: list[str] | None = None
) -> Generator[int]:
    """Lend the port of a server that answers after a pause; the hosts asked for go to `asked`."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            time.sleep(pause_s)
            if asked is not None:
                asked.append(str(self.headers["host"]))
            self.send_response(200 if self.path == "/" else 404)
            if chunked:
                self.send_header("Transfer-Encoding", "chunked")
                self.end_headers()
                self.wfile.write(b"3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n")
            else:
                self.send_header("Content-Length", "5")
                self.end_headers()
                self.wfile.write(b"abcde")

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()


def job(port: int, path: str = "/", host: str = "localhost") -> Job:
    asks = [[(head("GET", path, host=host), "")]]
    asked = {"host": "127.0.0.1", "port": port, "asks": asks, "status": 200}
    return Job("bench.archives.client", asked, {})


def reached(graph: Graph) -> Reached:
    return Reached(graph.connection.uri, graph.connection.password, 0, 0)


@pytest.mark.parametrize("chunked", [False, True])
def test_an_answer_is_read_whole_and_the_connection_kept(chunked: bool) -> None:
    async def twice(port: int) -> list[tuple[int, bytes]]:
        connection = Connection("127.0.0.1", port)
        asked = [await connection.ask(head("GET", "/").encode()) for _ in range(2)]
        connection.close()
        return [(status, body) for status, _, body in asked]

    with answering(0, chunked=chunked) as port:
        assert asyncio.run(twice(port)) == [(200, b"abcde")] * 2


def test_a_slower_stand_in_shows_slower_and_more_clients_ask_more() -> None:
    with answering(0.02) as quick, answering(0.1) as slow:
        fast, slower = cell(job(quick), 1, 0.6, 0.1), cell(job(slow), 1, 0.6, 0.1)
        many = cell(job(slow), 8, 0.6, 0.1)

    assert fast.median_ms >= 20
    assert slower.median_ms >= 100
    assert slower.p95_ms >= slower.median_ms
    assert fast.per_s > 1.5 * slower.per_s
    assert many.per_s > 3 * slower.per_s
    assert 0 < fast.cpu_s["generator"] < fast.seconds


def test_a_request_to_be_answered_anew_has_another_address_each_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[bytes] = []

    async def noted(_: Connection, request: bytes) -> tuple[int, bytes, bytes]:
        asked.append(request.partition(b"\r\naccept")[0])
        return 200, b"", b""

    async def twice(ask: Any, _: Any) -> None:
        for number in range(4):
            await ask(number)

    monkeypatch.setattr(Connection, "ask", noted)
    monkeypatch.setattr(client, "measure", twice)
    asks = [[(anew(path), "")] for path in ("/a", "/b?c=d")]
    begins = iter((0, 700))  # runs begin at another number each

    def begin(_: int) -> int:
        return next(begins)

    monkeypatch.setattr(client.random, "randrange", begin)
    for _ in range(2):
        asyncio.run(client.main({"host": "", "port": 0, "asks": asks, "status": 200, "clients": 1}))

    numbers = [*range(4), *range(700, 704)]
    paths = (b"/a", b"/b?c=d") * 4
    assert asked == [
        b"GET %s HTTP/1.1\r\nhost: %d.localhost" % each for each in zip(paths, numbers, strict=True)
    ]


def test_what_is_measured_anew_was_not_asked_while_warming_up() -> None:
    asked: list[str] = []
    with answering(0.01, asked=asked) as port:
        found = cell(job(port, host=f"{ANEW}.localhost"), 2, 0.3, 0.3)

    assert len(asked) > found.answers > 2
    assert len(set(asked)) == len(asked)


def test_an_answer_that_was_not_meant_ends_the_measurement() -> None:
    with answering(0) as port, pytest.raises(RuntimeError, match="404 instead of 200"):
        cell(job(port, "/elsewhere"), 1, 0.1, 0.1)


def test_each_client_asks_at_least_once_and_every_question_has_its_turn() -> None:
    asked: list[int] = []

    async def ask(number: int) -> None:
        asked.append(number)
        await asyncio.sleep(0.01)

    told = asyncio.run(drive(ask, 5, 0))

    assert sorted(asked) == [0, 1, 2, 3, 4]
    assert len(told["took"]) == 5


def test_what_several_processes_found_is_summed() -> None:
    one = {"took": [0.001] * 9 + [0.1], "seconds": 1.0, "cpu_s": 0.2}
    other = {"took": [0.003] * 10, "seconds": 2.0, "cpu_s": 0.3}

    both = summed([one, other])

    assert (both["answers"], both["seconds"], both["cpu_s"]) == (20, 2.0, 0.5)
    assert both["p95_ms"] == pytest.approx(3)
    assert [at_part(range(1, 101), part) for part in (0.5, 0.95, 1)] == [50, 95, 100]


def test_other_rows_and_another_order_are_refused() -> None:
    rows = [{"statement": each, "speakers": [{"id": "x"}]} for each in "abc"]
    queried = {"data": {"fields": ["n", "statement"], "values": [[1, "a"], [2, "b"], [3, "c"]]}}
    bundled = {"data": {"fields": ["rows"], "values": [[rows]]}}

    for answer in ([rows], queried, bundled, {"data": {"statements": [{"id": x} for x in "abcd"]}}):
        same(DENIED, ["a", "b", "c"], answer, "another")
    others: list[Any] = [[rows[::-1]], [rows[:2]], {"data": {"statements": []}}]
    for wrong in others:
        with pytest.raises(Unequal, match="another has other rows of denied"):
            same(DENIED, ["a", "b", "c"], wrong, "another")
    assert not holds(queried, ["1"])


def test_a_graph_of_another_number_of_rows_is_refused() -> None:
    loaded_rows(Counted(3, {"ABOUT": 2}), 5, "merge")
    with pytest.raises(OtherGraph, match="merge made 4 rows and the graph holds 5"):
        loaded_rows(Counted(3, {"ABOUT": 2}), 4, "merge")


def unpacked_all(params: dict[str, Any]) -> dict[str, Any]:
    return {name: unpacked(each) for name, each in params.items()}


def test_parameters_come_back_as_they_were_and_days_are_typed_for_http() -> None:
    params = {"a": [date(2024, 2, 29), None, 1.5], "b": {"c": datetime(2024, 1, 1, tzinfo=UTC)}}

    through = unpacked(json.loads(json.dumps(packed(params))))
    plain, no_fields = query("RETURN $x", {"x": 1})
    typed, fields = query("RETURN $x", {"x": packed(date(2024, 2, 29)), "n": 1})

    assert through == params
    assert (json.loads(plain)["parameters"], no_fields) == ({"x": 1}, {})
    assert fields == {"content_type": "application/vnd.neo4j.query"}
    assert json.loads(typed)["parameters"] == {
        "x": {"$type": "Date", "_value": "2024-02-29"},
        "n": {"$type": "Integer", "_value": "1"},
    }


def test_targets_are_spread_from_the_busiest_to_the_rarest() -> None:
    every = [Target(str(place), 100 - place) for place in range(100)]

    assert [each.id for each in spread(every, 4)] == ["0", "33", "66", "99"]
    assert spread(every[:3], 4) == every[:3]
    assert [each.id for each in ranked(every).values()] == ["0", "50", "99"]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda each: each.name)
def test_each_request_is_asked_over_graphql_too(question: Any) -> None:
    body = json.loads(graphql(question, "two words"))

    assert body["query"].startswith("query ($target: String!)")
    assert "two" in body["variables"]["target"]


def test_memory_time_and_stages_of_a_process_are_seen(tmp_path: Path) -> None:
    text = (
        "import sys, time; print('Loading: 1 of 2', file=sys.stderr, flush=True); "
        "held = bytearray(60_000_000); time.sleep(0.6); print('out')"
    )

    ended = run([sys.executable, "-c", text], {}, tmp_path / "log")

    assert ended.output == "out\n"
    assert ended.peak_mb > 60
    assert ended.stages["Loading"] > 0.5
    assert sum(ended.stages.values()) == pytest.approx(ended.seconds)


@pytest.mark.parametrize("way", ["create", "merge"])
def test_the_bare_script_makes_the_same_graph(empty: Graph, tmp_path: Path, way: Any) -> None:
    archive, rows = tmp_path / "archive.ndjson.gz", tmp_path / "rows"
    with opened(archive) as to:
        write(world(60), world_head(60), to)
    empty.load([archive])
    before = empty.contents()

    with connect(reached(empty)) as driver:
        counted, spooled_rows = count(driver), spool(driver, rows)
        driver.execute_query("MATCH (n) DETACH DELETE n")
        made, seconds = unwind(driver, rows, way)
    after = empty.contents()
    empty.wipe()

    assert after == before
    assert made == spooled_rows == counted.rows
    assert seconds > 0
    assert all(len(each.rows) <= 10_000 for each in spooled(rows))


def test_what_the_service_runs_is_noted_and_can_be_asked_on_bare_bolt(
    story: Graph, tmp_path: Path
) -> None:
    at = reached(story)
    with connect(at) as driver:
        busiest = targets(driver, DENIED)[0]
        with service(at, notes=tmp_path / "notes") as noting:
            ran = asyncio.run(noting.statements(DENIED.path(busiest.id)))
        answers = [ask(driver, text, **unpacked_all(params)) for text, params in ran]
        counted = sum(hits(driver, text, params) for text, params in ran)

    bolt = Job("bench.archives.bolt", {"uri": at.uri, "password": at.password, "asks": [ran]}, {})
    asked = cell(bolt, 2, 0.3, 0.1)

    assert busiest.about > 0
    assert any("denies" in params.get("acts", ()) for _, params in ran)
    assert any(answers)
    assert counted > busiest.about
    assert asked.answers >= 2
    assert json.loads((tmp_path / "notes.parts").read_text("utf-8"))
