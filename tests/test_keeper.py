"""A server that ends under a service comes back; one that was stopped does not.

One private Neo4j of this module, under a service of its own, is killed for real. Loops of
crashes run on a stand-in, with a clock that nobody waits for.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from timeit import timeit

import httpx2
import pytest

from graph.errors import PortBusy
from graph.server import Connection, Keeper, PrivateNeo4j, Pulse, Started
from graph.server.home import Home, Running
from graph.server.ports import free_port
from graph.story import CLAIM
from tests.conftest import private

PATIENCE_S = 600
"""On a busy machine a start and a load take minutes; one that is not is never waited for."""
DENIALS = f"/v1/who/denied?claim={CLAIM}"
STRANGER = "/v1/cypher?q=RETURN+1+AS+one"


class Service:
    """``rejoinder up`` in a process of its own, and what it says."""

    def __init__(self, home: Path) -> None:
        port = free_port()
        self.neo4j = private(home)
        self.said = home.parent / "said"
        environment = {**os.environ, "REJOINDER_HOME": str(home), "TERM": "dumb"}
        with self.said.open("w") as said:
            self.process = subprocess.Popen(  # noqa: S603
                [sys.executable, "-m", "api", "up", "--port", str(port)],
                env=environment,
                stderr=said,
            )
        self.client = httpx2.Client(base_url=f"http://127.0.0.1:{port}", timeout=60)

    def status(self, path: str = "/readyz") -> int:
        return self.client.get(path).status_code

    def until(self, wanted: int, within_s: float) -> float:
        """Return the seconds until ``/readyz`` answers `wanted`."""
        began = time.monotonic()
        while time.monotonic() - began < within_s:
            try:
                if self.status() == wanted:
                    return time.monotonic() - began
            except httpx2.ConnectError:
                assert self.process.poll() is None, self.said.read_text()
            time.sleep(0.05)
        raise AssertionError(f"no {wanted} within {within_s} s: {self.said.read_text()}")

    def patience_s(self, quiet_s: float) -> float:
        """Return `quiet_s`, or more on a machine that is slow to answer at all just now."""
        return max(quiet_s, 2 * timeit(self.status, number=10))

    def kill_neo4j(self) -> int:
        pid = self.neo4j.status().pid
        assert pid
        os.kill(pid, signal.SIGKILL)
        return pid


@contextmanager
def serving(home: Path) -> Generator[Service]:
    service = Service(home)
    try:
        service.until(200, PATIENCE_S)
        yield service
    finally:
        service.client.close()
        service.process.send_signal(signal.SIGINT)
        try:
            service.process.wait(60)
        finally:
            service.process.kill()
            service.process.wait()
            service.neo4j.stop()


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Generator[Service]:
    with serving(tmp_path_factory.mktemp("kept") / "home") as found:
        yield found


def test_a_server_killed_under_a_service_comes_back_on_its_port_with_all_it_held(
    service: Service,
) -> None:
    before = service.client.get(DENIALS).json()
    address = service.neo4j.status().connection
    soon = service.patience_s(2)
    pid = service.kill_neo4j()

    service.until(503, soon)
    asked = time.monotonic()
    refusal = service.client.get(DENIALS)
    told_after = time.monotonic() - asked
    stranger = service.status(STRANGER)
    alive = service.status("/healthz")
    service.until(200, PATIENCE_S)

    assert told_after < soon
    assert (stranger, alive) == (503, 200)
    assert service.status(STRANGER) == 200
    assert refusal.status_code == 503
    assert refusal.headers["content-type"] == "application/problem+json"
    assert int(refusal.headers["retry-after"]) > 0
    assert service.client.get(DENIALS).json() == before
    assert service.neo4j.status().connection == address
    assert service.neo4j.status().pid != pid
    assert "Neo4j was killed by signal 9. It is started again now" in service.said.read_text()


def test_a_restart_by_another_process_is_left_to_it_and_joined(service: Service) -> None:
    before = service.neo4j.status()
    words = ["neo4j", "restart", "--home", str(before.home)]

    subprocess.run([sys.executable, "-m", "api", *words], check=True)  # noqa: S603
    service.until(200, PATIENCE_S)

    after = service.neo4j.status()
    assert after.connection == before.connection
    assert after.pid != before.pid
    assert "Neo4j answers again" in service.said.read_text()


def test_ctrl_c_while_it_is_started_again_stops_all_of_it(service: Service) -> None:
    home = service.neo4j.status().home
    service.kill_neo4j()
    service.until(503, 30)
    _wait_for(lambda: service.neo4j.status().running)  # the next one is starting

    service.process.send_signal(signal.SIGINT)
    code = service.process.wait(60)

    assert code == 0
    assert not service.neo4j.status().running
    assert not (home / "running.json").exists()
    assert "Traceback" not in service.said.read_text()


def _wait_for(true: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE_S
    while not true():
        assert time.monotonic() < until
        time.sleep(0.05)


class Fragile:
    """A server that ends whenever it is told to, and starts as often as `refusals` let it."""

    def __init__(self, *refusals: Exception) -> None:
        self.refusals = list(refusals)
        self.found: Pulse | None = Pulse(7687, alive=True)
        self.revivals = 0

    def pulse(self) -> Pulse | None:
        return self.found

    def revive(self, given_up: Callable[[], bool]) -> Started | None:
        self.revivals += 1
        if self.refusals:
            raise self.refusals.pop(0)
        self.found = Pulse(7687, alive=True)
        return Started(Connection("bolt://127.0.0.1:7687", "neo4j", "secret"), joined=False)

    def kill(self) -> bool:
        self.ends(-9)
        return True

    def ends(self, code: int) -> None:
        self.found = Pulse(7687, alive=False, exit_code=code)


class Told:
    """A keeper of a fragile server, its clock, and what it told."""

    def __init__(self, *refusals: Exception) -> None:
        self.lines: list[str] = []
        self.clock = 0.0
        self.neo4j = Fragile(*refusals)
        self.keeper = Keeper(self.neo4j, self.lines.append, now=lambda: self.clock)
        self.keeper.look()

    def waits_until_revived(self) -> float:
        """Return how long the keeper waits before it starts what it has just seen ended."""
        self.keeper.look()
        waited, before = 0.0, self.neo4j.revivals
        while True:
            pause = self.keeper.look()
            if self.neo4j.revivals > before:
                return waited
            waited += pause
            self.clock += pause


def test_a_crash_loop_backs_off_to_a_minute_and_is_never_given_up() -> None:
    told = Told()

    waits: list[float] = []
    for _ in range(9):
        told.neo4j.ends(1)
        waits.append(told.waits_until_revived())

    assert waits == [0, 1, 2, 4, 8, 16, 32, 60, 60]
    assert told.lines[0] == "Neo4j ended with exit code 1. It is started again now, on port 7687."
    assert len(told.lines) == 2 * len(waits)


def test_a_server_that_ran_for_a_minute_is_started_again_at_once() -> None:
    told = Told()
    for _ in range(4):
        told.neo4j.ends(1)
        told.waits_until_revived()
    told.clock += 61

    told.neo4j.ends(3)

    assert told.waits_until_revived() == 0
    assert "ran out of memory (REJOINDER_HEAP_MB gives it more)" in told.lines[-2]


def test_a_start_that_fails_is_tried_again_ever_later() -> None:
    told = Told(PortBusy("Port 7687 is taken."), OSError("No space left."), RuntimeError("Odd."))
    told.neo4j.ends(-9)
    told.keeper.look()

    pauses = [told.keeper.look() for _ in range(3)]
    gone = not told.keeper.answers()
    told.keeper.look()

    assert pauses == [1, 2, 4]
    assert gone
    assert told.keeper.answers()
    assert told.lines[1] == "Port 7687 is taken. The next try to start Neo4j is in 1 s."
    assert told.neo4j.found == Pulse(7687, alive=True)


def test_a_deliberate_stop_is_told_once_and_not_undone() -> None:
    told = Told()

    told.neo4j.found = None
    for _ in range(5):
        told.keeper.look()

    assert told.neo4j.revivals == 0
    assert told.lines == [
        "Neo4j was stopped. Start it again with: rejoinder neo4j start --port 7687"
    ]


def test_a_start_on_another_port_is_told() -> None:
    told = Told()
    told.neo4j.found = None
    told.keeper.look()

    told.neo4j.found = Pulse(7700, alive=True)
    told.keeper.look()
    told.keeper.look()

    assert not told.keeper.answers()
    assert len(told.lines) == 2
    assert told.lines[-1].endswith("rejoinder neo4j restart --port 7687")


def test_a_server_ended_on_purpose_is_started_again_and_the_reason_told() -> None:
    told = Told()

    ended = told.keeper.end_now("a query could not be stopped otherwise")
    told.keeper.look()
    told.keeper.look()

    assert ended
    assert told.neo4j.revivals == 1
    assert told.lines[0].startswith("Neo4j was ended: a query could not be stopped otherwise. It ")


def test_a_dead_server_that_is_stopped_is_not_revived(tmp_path: Path) -> None:
    server: PrivateNeo4j = private(tmp_path)
    Home(tmp_path).note(Running(os.getpid(), 0.0, 7687, "2026.09.0"))
    ended = server.pulse()

    stopped = server.stop()

    assert ended == Pulse(7687, alive=False)
    assert not stopped
    assert server.pulse() is None
    assert server.revive() is None
