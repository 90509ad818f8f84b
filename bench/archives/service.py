"""The sides that are asked over HTTP: the service as it ships, and @neo4j/graphql."""

import asyncio
import json
import subprocess
import sys
import time
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench.archives.client import Connection, head
from bench.archives.clock import ROOT
from bench.archives.processes import end, environment, ours
from bench.archives.server import Reached
from graph.server.ports import free_port

__all__ = ["GRAPHQL", "Recorder", "Side", "etag", "got", "graphql_server", "service"]

GRAPHQL = ROOT / "bench" / "archives" / "graphql"
_READY_S = 120


class Side:
    """Somebody who answers over HTTP."""

    def __init__(self, port: int, pid: int) -> None:
        self.port, self.pid = port, pid


class Recorder(Side):
    """The service, with the statements noted that it runs."""

    def __init__(self, port: int, pid: int, notes: Path) -> None:
        super().__init__(port, pid)
        self._notes, self._turn = notes, 0
        self._aside: set[str] | None = None

    async def statements(self, path: str) -> list[tuple[str, dict[str, Any]]]:
        """Return the statements, with parameters, that the service runs to answer `path`.

        Left out is what it also runs to say that nothing has changed: that is no part of an answer.
        """
        if self._aside is None:
            _, top, _ = await got(self.port, path)
            tag = etag(top)
            known = await self._ran(path, if_none_match=tag) if tag else []
            self._aside = {text for text, _ in known}
        self._turn += 1
        ran = await self._ran(path, host=f"noted-{self._turn}.localhost")  # not what is kept
        found = [each for each in ran if each[0] not in self._aside]
        if not found:
            raise ValueError(f"{path} was answered without a statement: nothing to compare with")
        return found

    async def _ran(self, path: str, **fields: str) -> list[tuple[str, dict[str, Any]]]:
        before = len(self._lines())
        await got(self.port, path, b"", **fields)
        found = [json.loads(line) for line in self._lines()[before:]]
        return [(text, params) for text, params in found]

    def _lines(self) -> list[str]:
        return self._notes.read_text("utf-8").splitlines() if self._notes.exists() else []


def etag(top: bytes) -> str | None:
    """Return the tag in the head of an answer; None when there is none."""
    lines = top.decode("latin-1").split("\r\n")
    found = [each.partition(":")[2].strip() for each in lines if each.lower().startswith("etag:")]
    return found[0] if found else None


async def got(port: int, path: str, body: bytes = b"", **fields: str) -> tuple[int, bytes, bytes]:
    """Return status, head and body of one answer; with a body it is sent by POST."""
    connection = Connection("127.0.0.1", port)
    try:
        top = head("POST" if body else "GET", path, body, **fields)
        return await connection.ask(top.encode() + body)
    finally:
        connection.close()


@contextmanager
def service(reached: Reached, *, notes: Path | None = None) -> Generator[Recorder]:
    """Lend ``rejoinder up`` on `reached`; with `notes` it notes what it runs.

    Beside the notes, in a file that ends in ``.parts``, is where its time went, once it has ended.
    """
    port = free_port()
    command = ours("up", "--port", str(port))
    if notes is not None:
        notes.unlink(missing_ok=True)
        files = (str(notes), str(notes.with_suffix(".parts")))
        command = [sys.executable, "-m", "bench.archives.recording", *files, *command[3:]]
    env = environment(NEO4J_URI=reached.uri, NEO4J_PASSWORD=reached.password)
    with _started(command, env, ROOT) as process:
        _await_ready(port, process)
        yield Recorder(port, process.pid, notes or Path())


@contextmanager
def graphql_server(reached: Reached) -> Generator[Side]:
    """Lend @neo4j/graphql on `reached`."""
    env = environment(NEO4J_URI=reached.uri, NEO4J_PASSWORD=reached.password, NODE_ENV="production")
    with _started(["node", "server.js"], env, GRAPHQL, subprocess.PIPE) as process:
        assert process.stdout  # noqa: S101
        address = process.stdout.readline().decode().strip()
        yield Side(int(address.rstrip("/").rpartition(":")[2]), process.pid)


@contextmanager
def _started(
    command: Sequence[str], env: Mapping[str, str], folder: Path, stdout: int = subprocess.DEVNULL
) -> Generator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(  # noqa: S603
        command, cwd=folder, env=dict(env), stdout=stdout, stderr=subprocess.DEVNULL
    )
    try:
        yield process
    finally:
        end(process)


def _await_ready(port: int, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _READY_S
    while time.monotonic() < until and process.poll() is None:
        try:
            if asyncio.run(got(port, "/readyz"))[0] == 200:
                return
        except (OSError, asyncio.IncompleteReadError):
            pass
        time.sleep(0.01)
    raise RuntimeError("the service did not become ready")
