"""The folder of a private Neo4j: its store, configuration, password and notes on who runs.

* ``conf/``, written anew at every start
* ``data/`` and ``logs/``, Neo4j's own
* ``password`` of the user neo4j, readable by the owner only
* ``running.json``: process id, ports and version of the server last started; a deliberate stop
  removes it, so that whoever keeps the server running leaves it be
* ``lock``, held while one starts or stops
"""

import json
import os
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path

from graph.errors import ServerError

__all__ = ["Home", "Running"]

_SETTINGS = """\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{port}
server.bolt.advertised_address=127.0.0.1:{port}
server.https.enabled=false
server.memory.heap.initial_size={heap_mb}m
server.memory.heap.max_size={heap_mb}m
server.memory.pagecache.size={page_cache_mb}m
server.config.strict_validation.enabled=true
dbms.routing.enabled=false
dbms.usage_report.enabled=false
client.allow_telemetry=false
server.bolt.telemetry.enabled=false
dbms.fleet_manager.enabled=false
server.fleet_discovery.enabled=false
db.tx_log.preallocate=false
db.query.default_language=CYPHER_25
dbms.security.auth_enabled=true
dbms.security.allow_csv_import_from_file_urls=false
internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0
dbms.security.procedures.allowlist=
db.transaction.timeout=120s
db.lock.acquisition.timeout=5s
db.shutdown_transaction_end_timeout=1s
internal.dbms.bolt.netty_server_shutdown_quiet_period_duration=0s
db.memory.transaction.max={transaction_mb}m
dbms.memory.transaction.total.max={total_mb}m
"""

_NO_BROWSER = "server.http.enabled=false\n"
# Of all that Neo4j can serve over HTTP only the pages of its Browser are: neither the Query API
# nor the transactional endpoint. The pages may load and tell nothing elsewhere.
_BROWSER = """\
server.http.enabled=true
server.http.listen_address=127.0.0.1:{http_port}
server.http.advertised_address=127.0.0.1:{http_port}
server.http_enabled_modules=BROWSER
server.http.x_forward.allow_proxies=127.0.0.1
server.http.x_forward.allow_hosts=127.0.0.1
browser.post_connect_cmd=
dbms.security.http_access_control_allow_origin=http://127.0.0.1:{http_port}
dbms.security.http_static_content_security_policy_header={policy}
"""
_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:; "
    "connect-src 'self' data: http://127.0.0.1:{port} ws://127.0.0.1:{port}; "
    "frame-ancestors 'none'"
)


@dataclass(frozen=True, slots=True)
class Running:
    """The server last started in a home. It may have ended since."""

    pid: int
    created: float
    """When the process began, as the operating system gives it: tells a reused id apart."""
    port: int
    version: str
    http_port: int | None = None
    """Where Neo4j Browser is; null while it is off."""


@dataclass(frozen=True, slots=True)
class Home:
    """Paths and small files of one home."""

    path: Path

    @property
    def conf(self) -> Path:
        """Folder of the configuration."""
        return self.path / "conf"

    @property
    def lock(self) -> Path:
        """File that is locked while somebody starts or stops the server."""
        return self.path / "lock"

    @property
    def console(self) -> Path:
        """What the server printed."""
        return self.path / "logs" / "console.log"

    @property
    def arguments(self) -> Path:
        """Arguments of the Java process: a class path is too long for a command line."""
        return self.path / "conf" / "java.args"

    @property
    def initialised(self) -> bool:
        """Whether the server has started here before, and taken its first password."""
        return (self.path / "data" / "databases" / "system").exists()

    def make(self) -> None:
        """Make the folders, closed to other users. Raises `ServerError` when that is refused."""
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            self.path.chmod(0o700)
            for name in ("conf", "data", "logs", "run"):
                (self.path / name).mkdir(exist_ok=True)
        except OSError as error:
            raise ServerError(
                f"{self.path} cannot be made or written: {error.strerror}. Name another folder "
                "with --home or REJOINDER_HOME."
            ) from error

    def configure(
        self, *, port: int, heap_mb: int, page_cache_mb: int, http_port: int | None = None
    ) -> None:
        """Write the configuration, with Neo4j Browser on `http_port` if given. Memory is in MiB."""
        text = _SETTINGS.format(
            port=port,
            heap_mb=heap_mb,
            page_cache_mb=page_cache_mb,
            transaction_mb=heap_mb,
            total_mb=heap_mb + heap_mb // 3,
        )
        policy = _POLICY.format(port=port)
        browser = _BROWSER.format(http_port=http_port, policy=policy) if http_port else _NO_BROWSER
        (self.conf / "neo4j.conf").write_text(text + browser, "utf-8")

    def password(self) -> str:
        """Return the password, a new random one before the first start.

        Raises `ServerError` when a used home has lost it.
        """
        file = self.path / "password"
        if file.exists():
            return file.read_text("utf-8").strip()
        if self.initialised:
            raise ServerError(
                f"The password of this Neo4j is gone: {file} is missing. Put it back from a copy, "
                f"or move {self.path} away and load your dossiers again."
            )
        word = secrets.token_urlsafe(24)
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as opened:
            opened.write(word)
        return word

    def running(self) -> Running | None:
        """Return what was noted of the server last started; None when nothing was."""
        try:
            return Running(**json.loads((self.path / "running.json").read_text("utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def note(self, running: Running | None) -> None:
        """Note the server that was started, or that none runs."""
        file = self.path / "running.json"
        if running is None:
            file.unlink(missing_ok=True)
            return
        part = file.with_suffix(".part")
        part.write_text(json.dumps(asdict(running)), "utf-8")
        part.replace(file)

    def size(self) -> int:
        """Return the bytes that the store takes."""
        files = (self.path / "data").rglob("*")
        return sum(_size(each) for each in files)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size if path.is_file() else 0
    except FileNotFoundError:  # the server removes files while we count
        return 0
