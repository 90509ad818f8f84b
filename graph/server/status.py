"""How a private Neo4j is."""

from dataclasses import dataclass
from pathlib import Path

from graph.server.connection import Connection

__all__ = ["Pulse", "Started", "Status"]


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
    browser: str | None
    """Address of Neo4j Browser; None while that is off."""
    size: int
    """Bytes of its store."""


@dataclass(frozen=True, slots=True)
class Pulse:
    """The server that was started and not stopped since: whether it lives."""

    port: int
    alive: bool
    exit_code: int | None = None
    """How it ended, negative: by that signal; null when it lives or was started elsewhere."""
