"""Find, start, join, revive and stop the private Neo4j of one home."""

import time
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from pathlib import Path

import portalocker
import psutil

from graph.errors import HomeBusy, PortBusy, StartFailed
from graph.progress import Report, silent
from graph.server.connection import Connection
from graph.server.home import Home, Running
from graph.server.jarlist import BROWSER_VERSION, VERSION, browser_jars, jars
from graph.server.jars import Fetch, fetch, get_jars
from graph.server.ports import free_port, is_free
from graph.server.process import START_S, ServerProcess, never
from graph.server.status import Pulse, Started, Status

__all__ = ["PrivateNeo4j"]


_LET_GO_S = 10.0


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
        self._report, self._fetch = report, fetch
        self._process = ServerProcess(
            self._home, heap_mb=heap_mb, page_cache_mb=page_cache_mb, answers=answers
        )

    def start(self, port: int | None = None, *, http_port: int | None = None) -> Started:
        """Start the server, or join the one that runs in this home, and wait until it answers.

        A `port` of None takes a free one. One that is started has Neo4j Browser on `http_port`,
        0 for a free one, and none without it. Raises `PortBusy`, `HomeBusy`, `JarError`, `DiskFull`
        or `StartFailed`, each saying what to do.
        """
        self._home.make()
        with self._locked():
            running = self._running()
            if running and port not in (None, running.port):
                raise HomeBusy(
                    f"A Neo4j runs in {self._home.path} already, on port {running.port} "
                    f"(process {running.pid}). Leave --port out to use it, or stop it first: "
                    "rejoinder neo4j stop"
                )
            return self._join_or_launch(running, port, http_port)

    def start_browser(self, http_port: int | None = None) -> Started:
        """Start the server with Neo4j Browser, or restart one that runs without it.

        It keeps its Bolt port. Browser gets a free port unless one is named; `joined` says that
        nothing had to be done. Raises as `start` does, before anything is stopped where possible.
        """
        running = self._running()
        if running and running.http_port and http_port in (None, running.http_port):
            return self.start()
        self._check_http_port(http_port)
        self._home.make()
        self._jars(browser=True)
        self.stop()
        return self.start(running.port if running else None, http_port=http_port or 0)

    def stop(self) -> bool:
        """Stop the server; return whether one ran. It is given 30 s before it is killed.

        One that ended by itself is from now on a stopped one: nobody revives it.
        """
        if self._home.running() is None:
            return False
        with self._locked():
            running = self._running()
            if running is not None:
                self._process.end(psutil.Process(running.pid))
            self._home.note(None)
            self._process.reap()
            if running is not None:
                self._await_port(running.port)
        return running is not None

    def pulse(self) -> Pulse | None:
        """Return whether the server that was started lives; None when it was stopped."""
        noted = self._home.running()
        if noted is None:
            return None
        code = self._process.exit_code(noted.pid)
        return Pulse(noted.port, self._running() is not None, code)

    def revive(self, given_up: Callable[[], bool] = never) -> Started | None:
        """Start the server again, on its port, after it ended; None when it was stopped.

        Another process that starts or stops it meanwhile is waited for, and what it started is
        joined. Raises as `start` does, also soon after `given_up` has turned true.
        """
        with self._locked(given_up):
            noted = self._home.running()
            if noted is None:
                return None
            running = self._running()
            http_port = noted.http_port
            if running is None:
                self._process.reap()
                self._await_port(noted.port, given_up)
                if http_port and not is_free(http_port):
                    http_port = 0  # who took it must not keep the graph away
            return self._join_or_launch(running, noted.port, http_port, given_up)

    def kill(self) -> bool:
        """End the server at once and without its help; return whether one ran."""
        running = self._running()
        if running is not None:
            with suppress(psutil.NoSuchProcess):
                psutil.Process(running.pid).kill()
        return running is not None

    def restart(self, port: int | None = None) -> Started:
        """Stop the server if it runs and start it, on the same port unless another is named.

        Neo4j Browser is on afterwards if it was before.
        """
        running = self._running()
        self.stop()
        if running is None:
            return self.start(port)
        return self.start(port or running.port, http_port=running.http_port)

    def status(self) -> Status:
        """Return how it is. Nothing is started."""
        running = self._running()
        connection = self._connection(running.port) if running else None
        http_port = running.http_port if running else None
        return Status(
            running=running is not None,
            version=running.version if running else VERSION,
            home=self._home.path,
            pid=running.pid if running else None,
            connection=connection,
            size=self._home.size(),
            browser=f"http://127.0.0.1:{http_port}/browser/" if http_port else None,
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

    @contextmanager
    def _locked(self, given_up: Callable[[], bool] = never) -> Generator[None]:
        """Hold the lock of this home. Raises `HomeBusy` when another process keeps it."""
        lock = portalocker.Lock(self._home.lock, timeout=0, fail_when_locked=True)
        until = time.monotonic() + START_S
        while True:
            try:
                lock.acquire()
                break
            except portalocker.LockException as error:
                if given_up() or time.monotonic() > until:
                    raise HomeBusy(
                        "Another process has been starting or stopping the Neo4j in "
                        f"{self._home.path} for {START_S:.0f} s. Wait for it, end it, or use "
                        "another folder with --home."
                    ) from error
            time.sleep(0.1)
        try:
            yield
        finally:
            lock.release()

    def _join_or_launch(
        self,
        running: Running | None,
        port: int | None,
        http_port: int | None,
        given_up: Callable[[], bool] = never,
    ) -> Started:
        if running is not None:
            connection = self._connection(running.port)
            if self._joins(connection, running, given_up):
                return Started(connection, joined=True)
        return Started(self._launch(port, http_port, given_up), joined=False)

    def _await_port(self, port: int, given_up: Callable[[], bool] = never) -> None:
        """Wait until a server that ended has let go of its port, as long as that may take."""
        until = time.monotonic() + _LET_GO_S
        while not (is_free(port) or given_up() or time.monotonic() > until):
            time.sleep(0.1)

    def _joins(
        self, connection: Connection, running: Running, given_up: Callable[[], bool]
    ) -> bool:
        """Wait until the server that runs answers; False when it ended instead, being killed."""
        try:
            self._process.await_answer(connection, psutil.Process(running.pid), given_up)
        except (StartFailed, psutil.NoSuchProcess):
            if self._running() is not None:
                raise
            return False
        return True

    def _connection(self, port: int) -> Connection:
        return Connection(f"bolt://127.0.0.1:{port}", "neo4j", self._home.password())

    def _jars(self, *, browser: bool) -> list[Path]:
        paths = get_jars(self._cache / f"neo4j-{VERSION}", jars(), self._report, self._fetch)
        if browser:
            folder = self._cache / f"neo4j-browser-{BROWSER_VERSION}"
            paths += get_jars(folder, browser_jars(), self._report, self._fetch)
        return paths

    def _check_http_port(self, http_port: int | None) -> None:
        if http_port and not is_free(http_port):
            raise PortBusy(
                f"Port {http_port} of 127.0.0.1 is taken by another program. Ask for another with "
                "--http-port, or leave it out and a free one is taken."
            )

    def _launch(
        self, port: int | None, http_port: int | None, given_up: Callable[[], bool]
    ) -> Connection:
        self._process.reap()  # one that was killed holds port and store until it is gone
        self._process.check_room()
        if port is not None and not is_free(port):
            raise PortBusy(
                f"Port {port} of 127.0.0.1 is taken by another program. "
                "Ask for another, or leave it out and a free one is taken."
            )
        self._check_http_port(http_port)
        port = port or free_port()
        http_port = free_port() if http_port == 0 else http_port
        self._process.take(self._jars(browser=http_port is not None))
        self._home.configure(
            port=port,
            heap_mb=self._heap_mb,
            page_cache_mb=self._page_cache_mb,
            http_port=http_port,
        )
        connection = self._connection(port)
        if not self._home.initialised:
            self._report("Setting up Neo4j", 0, 0, "steps")
            self._process.set_password(connection.password)
        self._report("Starting Neo4j", 0, 0, "steps")
        before = self._home.running()
        process = self._process.spawn()
        self._home.note(Running(process.pid, process.create_time(), port, VERSION, http_port))
        try:
            self._process.await_answer(connection, process, given_up)
        except BaseException:
            self._process.end(process)
            self._home.note(before)  # one that ended by itself may still be revived
            self._process.reap()
            raise
        return connection
