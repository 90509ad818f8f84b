"""The private Neo4j, started for real: joined, held, killed, stopped."""

import os
import signal
import socket
import stat
from datetime import datetime
from pathlib import Path

import psutil
import pytest

from graph.errors import DiskFull, HomeBusy, PortBusy, ServerError
from graph.server import PrivateNeo4j, home
from graph.server import process as module
from graph.server.home import Home, Running
from tests.conftest import private


def noted(server: PrivateNeo4j) -> Running:
    found = Home(server.status().home).running()
    assert found
    return found


def test_it_answers_on_loopback_with_a_secret_password(neo4j: PrivateNeo4j) -> None:
    status = neo4j.status()

    assert status.connection
    assert status.connection.uri.startswith("bolt://127.0.0.1:")
    assert status.connection.password not in repr(status)
    assert len(status.connection.password) >= 20
    assert status.size > 0
    password = status.home / "password"
    assert stat.S_IMODE(password.stat().st_mode) == 0o600
    assert stat.S_IMODE(status.home.stat().st_mode) == 0o700
    assert status.pid
    assert status.connection.password not in " ".join(psutil.Process(status.pid).cmdline())


def test_a_second_start_joins_the_one_that_runs(neo4j: PrivateNeo4j) -> None:
    before = neo4j.status()

    again = private(before.home).start()

    assert again.joined
    assert again.connection == before.connection
    assert private(before.home).status().pid == before.pid


def test_it_starts_from_the_classes_that_an_earlier_one_wrote_down(neo4j: PrivateNeo4j) -> None:
    mapped = [each.path for each in psutil.Process(neo4j.status().pid).memory_maps()]

    assert any(Path(each).match("neo4j-*.jsa") for each in mapped)


def test_asking_for_another_port_says_who_holds_the_home(neo4j: PrivateNeo4j) -> None:
    status = neo4j.status()

    with pytest.raises(HomeBusy, match=rf"process {status.pid}.*rejoinder neo4j stop"):
        private(status.home).start(port=1)


def test_a_home_held_without_a_note_says_who_holds_it(neo4j: PrivateNeo4j) -> None:
    status = neo4j.status()
    folder, running = Home(status.home), noted(neo4j)
    folder.note(None)
    try:
        with pytest.raises(HomeBusy, match=rf"held by process {status.pid}"):
            private(status.home).start()
    finally:
        folder.note(running)
        folder.configure(port=running.port, heap_mb=512, page_cache_mb=64)


def test_a_busy_port_is_told_before_anything_starts(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        with pytest.raises(PortBusy, match=f"Port {port} .* taken"):
            private(tmp_path).start(port=port)

    assert not (tmp_path / "password").exists()


def test_a_full_disk_is_told_before_anything_starts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_ROOM_BYTES", 10**18)

    with pytest.raises(DiskFull, match="make room"):
        private(tmp_path).start()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("in the way")

    with pytest.raises(ServerError, match="--home or REJOINDER_HOME"):
        private(file / "home").start()


def test_a_lost_password_is_told(tmp_path: Path) -> None:
    (tmp_path / "data" / "databases" / "system").mkdir(parents=True)

    with pytest.raises(ServerError, match="password of this Neo4j is gone"):
        home.Home(tmp_path).password()


def test_a_stopped_one_says_so_and_stopping_it_is_no_fault(tmp_path: Path) -> None:
    server = private(tmp_path)

    assert not server.status().running
    assert not server.stop()


def test_a_process_id_that_somebody_else_has_now_is_not_the_server(tmp_path: Path) -> None:
    home.Home(tmp_path).note(Running(os.getpid(), 0.0, 7687, "2026.09.0"))

    assert not private(tmp_path).status().running


def test_a_killed_server_is_started_again_with_all_that_it_held_and_stops_promptly(
    tmp_path: Path,
) -> None:
    server = private(tmp_path)
    first = server.start()
    pid = server.status().pid
    assert pid
    os.kill(pid, signal.SIGKILL)

    # At once, while the killed process may still be there: it must not be joined.
    second = server.start(port=int(first.connection.uri.rpartition(":")[2]))

    assert second == first
    assert server.stop()
    assert not server.status().running
    console = Home(tmp_path).console.read_text("utf-8").splitlines()
    began, ended = (
        datetime.fromisoformat(line.split(" INFO ")[0]) for line in console if " Stop" in line
    )
    # Its databases are closed within a second; after that it waits for nobody.
    assert (ended - began).total_seconds() < 9
