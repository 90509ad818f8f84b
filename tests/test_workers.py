"""Several processes that serve one address, killed one after another."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Generator
from contextlib import suppress

import httpx2
import psutil
import pytest

from api.commands.running import listen
from graph.server import PrivateNeo4j
from graph.server.ports import free_port
from graph.story import CLAIM
from tests.graphs import Graph

DENIALS = f"/v1/who/denied?claim={CLAIM}"


class Service:
    """``rejoinder up`` with two workers."""

    def __init__(self, home: str) -> None:
        port = free_port()
        self.process = psutil.Popen(
            [sys.executable, "-m", "api", "up", "--workers", "2", "--port", str(port)],
            env={**os.environ, "REJOINDER_HOME": home, "TERM": "dumb"},
            stderr=subprocess.PIPE,
            text=True,
        )
        self.address = f"http://127.0.0.1:{port}"

    def workers(self) -> list[psutil.Process]:
        """Return those that serve, without the one that keeps track of what they share."""
        found: list[psutil.Process] = []
        for each in self.process.children():
            with suppress(psutil.NoSuchProcess):  # one that was ended, and is not yet gone
                if "spawn_main" in " ".join(each.cmdline()):
                    found.append(each)
        return found

    def asked(self, path: str) -> httpx2.Response:
        """Return the answer of whichever takes it; a connection of its own each time."""
        return httpx2.get(f"{self.address}{path}", timeout=60)

    def answers(self) -> bool:
        try:
            return self.asked("/readyz").status_code == 200
        except httpx2.TransportError:
            return False  # whoever had taken it was killed, or nobody listens yet


@pytest.fixture(scope="module")
def two(graph: Graph, neo4j: PrivateNeo4j) -> Generator[Service]:
    """A service that whoever ends it asks for last."""
    graph.load_story()
    yield from serving(neo4j)


@pytest.fixture
def another(graph: Graph, neo4j: PrivateNeo4j) -> Generator[Service]:
    """A service of this test alone."""
    graph.load_story()
    yield from serving(neo4j)


def serving(neo4j: PrivateNeo4j) -> Generator[Service]:
    service = Service(str(neo4j.status().home))
    until(service.answers)
    until(lambda: len(service.workers()) == 2)
    yield service
    if service.process.is_running():
        service.process.send_signal(signal.SIGINT)
    service.process.communicate(timeout=60)


def until(true: Callable[[], bool]) -> None:
    for _ in range(1200):
        if true():
            return
        time.sleep(0.1)
    raise AssertionError(true)


def test_a_process_that_is_killed_is_started_again_and_others_answer(two: Service) -> None:
    before = two.workers()
    tag = two.asked(DENIALS).headers["etag"]

    before[0].kill()
    until(lambda: before[0] not in two.workers() and len(two.workers()) == 2)
    until(two.answers)
    before[1].kill()
    until(two.answers)

    assert not set(before) & set(two.workers())
    assert two.asked(DENIALS).headers["etag"] == tag  # of the graph, not of a process


def test_an_interrupt_ends_all(two: Service) -> None:
    workers = two.workers()

    two.process.send_signal(signal.SIGINT)
    _, told = two.process.communicate(timeout=60)

    assert two.process.returncode == 0, told
    assert "Traceback" not in told
    assert not any(each.is_running() for each in workers)


def test_they_end_with_the_process_that_started_them(another: Service) -> None:
    workers = another.workers()

    another.process.kill()

    _, alive = psutil.wait_procs(workers, timeout=60)
    assert not alive


def test_an_answer_on_a_kept_connection_waits_for_no_timer_of_tcp() -> None:
    async def told_at_once() -> int:
        found: asyncio.Future[int] = asyncio.get_running_loop().create_future()

        async def take(_: asyncio.StreamReader, to: asyncio.StreamWriter) -> None:
            taken = to.get_extra_info("socket")
            found.set_result(taken.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            to.close()

        server = await asyncio.start_server(take, sock=listen("127.0.0.1", 0))
        async with server:
            _, to = await asyncio.open_connection(*server.sockets[0].getsockname())
            option = await found
            to.close()
        return option

    assert asyncio.run(told_at_once())
