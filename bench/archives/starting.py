"""Starts: `rejoinder up` until it is ready, against the bare server's own start, in turns."""

import asyncio
import subprocess
import time

from bench.archives.clock import ROOT, say
from bench.archives.figures import Started
from bench.archives.processes import end, ours
from bench.archives.server import Server
from bench.archives.service import got
from graph.server.ports import free_port

__all__ = ["start", "until_ready"]

_PATIENCE_S = 300


def start(size: int, server: Server, *, rounds: int) -> Started:
    """Start each so often, on a home that holds a graph."""
    found = Started(size=size, ours=[], bare=[])
    for turn in range(rounds):
        port = free_port()
        command = [*ours("up", "--port", str(port)), "--home", str(server.home)]
        found.ours.append(until_ready(command, server.env, port))
        began = time.perf_counter()
        bare = server.spawn()
        server.await_started(bare)
        found.bare.append(time.perf_counter() - began)
        end(bare)
        say(
            f"start {turn + 1}: rejoinder up {found.ours[-1]:.1f} s, bare server "
            f"{found.bare[-1]:.1f} s"
        )
    return found


def until_ready(command: list[str], env: dict[str, str], port: int) -> float:
    """Return the seconds from the start of `command` until /readyz answers; end it then."""
    began = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603
        command, cwd=ROOT, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        while process.poll() is None and time.perf_counter() - began < _PATIENCE_S:
            if asyncio.run(_ready(port)):
                return time.perf_counter() - began
            time.sleep(0.01)
    finally:
        end(process)
    raise RuntimeError(f"{' '.join(command)} did not become ready")


async def _ready(port: int) -> bool:
    try:
        async with asyncio.timeout(5):
            return (await got(port, "/readyz"))[0] == 200
    except (OSError, TimeoutError, asyncio.IncompleteReadError):
        return False
