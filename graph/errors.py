"""What can go wrong, in the words of the domain.

* RejoinderError             base of all; its message is a sentence for a person
  + NotFound                 what was asked for is not in the graph
    - Renamed                what was asked for has another id now
  + BadRequest               what was asked for cannot be meant: says what would be right
    - Refused                Cypher from a stranger breaks a rule: says which, where, what instead
    - CypherError            Cypher that the server does not understand or cannot work out
    - Closed                 what was asked for is switched off here
  + TooSlow                  an answer took longer than it may
  + Unavailable              the database did not answer
    - NotReady               there is no graph yet: no server runs, or its schema is not there
    - Busy                   as many ask at once as may: come back in a moment
  + DossierError             dossiers that cannot be loaded; carries every fault
  + ServerError              the private Neo4j cannot do what it was told
    - JarError               a jar cannot be fetched, or is not what the list says
    - PortBusy               the port asked for is taken
    - HomeBusy               another process holds this home
    - StartFailed            the server ended before it answered
    - DiskFull               no room for the jars or for the graph

These classes know nothing of HTTP: `api.problems` says what each becomes there.
Every message says what is wrong, where, and what would be right.
"""

from collections.abc import Mapping, Sequence

__all__ = [
    "BadRequest",
    "Busy",
    "Closed",
    "CypherError",
    "DiskFull",
    "DossierError",
    "HomeBusy",
    "JarError",
    "NotFound",
    "NotReady",
    "PortBusy",
    "Refused",
    "RejoinderError",
    "Renamed",
    "ServerError",
    "StartFailed",
    "TooSlow",
    "Unavailable",
]


class RejoinderError(Exception):
    """Base of every error this package raises on purpose."""


class NotFound(RejoinderError):
    """What was asked for is not in the graph: no `kind` is called `key`, `near` has ids like it."""

    def __init__(self, kind: str, key: str, near: tuple[str, ...] = ()) -> None:
        self.kind = kind
        self.key = key
        self.near = near
        hint = f" Nearest: {', '.join(near)}." if near else ""
        super().__init__(f"There is no {kind} with the id {key!r}.{hint}")


class Renamed(NotFound):
    """What was asked for has another id, `now`; `key` is the one that was asked for."""

    def __init__(self, kind: str, key: str, now: str) -> None:
        super().__init__(kind, key, (now,))
        self.now = now
        self.args = (f"The {kind} {key!r} has the id {now!r} now.",)


class BadRequest(RejoinderError):
    """What was asked for cannot be meant: `faults` says why, by parameter, where that is known."""

    def __init__(self, message: str, faults: Mapping[str, str] | None = None) -> None:
        self.faults = dict(faults or {})
        super().__init__(message)


class Refused(BadRequest):
    """Cypher from a stranger breaks a rule.

    `rule` is the name of a rule of `graph.guest.rules`; `line` and `column` count from 1
    in the text as it was sent.
    """

    def __init__(self, rule: str, line: int, column: int, message: str) -> None:
        self.rule = rule
        self.line = line
        self.column = column
        super().__init__(message)


class CypherError(BadRequest):
    """Cypher that the server does not understand, or cannot work out.

    `line` and `column` count from 1 in the text as it was sent; None when it names no place.
    """

    def __init__(self, message: str, line: int | None = None, column: int | None = None) -> None:
        self.line = line
        self.column = column
        super().__init__(message)


class Closed(BadRequest):
    """What was asked for is switched off here."""


class TooSlow(RejoinderError):
    """An answer took longer than it may."""


class Unavailable(RejoinderError):
    """The database did not answer."""


class NotReady(Unavailable):
    """There is no graph to ask: no server runs, or nothing has prepared it."""


class Busy(Unavailable):
    """As many ask at once as may."""


class DossierError(RejoinderError):
    """Dossiers cannot be loaded. Its message lists the faults, one a line, of very many some."""

    def __init__(self, findings: Sequence[object], count: int | None = None) -> None:
        self.findings = tuple(findings)
        count = len(self.findings) if count is None else count
        number = "1 fault" if count == 1 else f"{count} faults"
        lines = "\n".join(str(each) for each in self.findings)
        if count > len(self.findings):
            lines += f"\n... and {count - len(self.findings)} more."
        super().__init__(f"{number}; nothing of these dossiers is written.\n{lines}")


class ServerError(RejoinderError):
    """The private Neo4j cannot do what it was told."""


class JarError(ServerError):
    """A jar cannot be fetched, or is not what the list says."""


class PortBusy(ServerError):
    """The port asked for is taken."""


class HomeBusy(ServerError):
    """Another process holds this home."""


class StartFailed(ServerError):
    """The server ended, or went silent, before it answered."""


class DiskFull(ServerError):
    """There is no room left for the jars or for the graph."""
