"""Keep a private Neo4j running under a service that outlives it.

A thread, since starting a server waits in places that no event loop can interrupt. It looks
four times a second whether the server lives that was started and not stopped. One that ended by
itself is started again on its port; one that was stopped stays so, and one that another
process started again is left to it.
"""

import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import Literal, Protocol

from graph.server.status import Pulse, Started

__all__ = ["Keeper"]

_LOOK_S = 0.25
_LONGEST_S = 60.0
_CALM_S = 60.0  # a server that ran this long and ended is no crash loop
_OUT_OF_MEMORY = 3  # what -XX:+ExitOnOutOfMemoryError exits with


class Kept(Protocol):
    """A server that can be kept: the private Neo4j, or a stand-in for it in a test."""

    def pulse(self) -> Pulse | None:
        """Return whether the server that was started lives; None when it was stopped."""
        ...

    def revive(self, given_up: Callable[[], bool]) -> Started | None:
        """Start it again after it ended; None when it was stopped."""
        ...

    def kill(self) -> bool:
        """End it at once; return whether one ran."""
        ...


class Keeper:
    """Starts a server again whenever it ended by itself, for as long as the context lasts.

    The first time at once, then after 1 s, 2 s and so on up to 60 s, until it has run for a
    minute. It never gives up, and gives `tell` a line each time.
    """

    def __init__(
        self,
        neo4j: Kept,
        tell: Callable[[str], None],
        *,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._neo4j, self._tell, self._now = neo4j, tell, now
        self._leaving = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="keeper of Neo4j", daemon=True)
        self._port: int | None = None  # where the service expects it
        self._since = now()
        self._tries = 0
        self._reason: str | None = None
        self._told: Literal["up", "missing", "ended", "stopped", "elsewhere"] = "up"

    def __enter__(self) -> "Keeper":
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._leaving.set()
        self._thread.join()

    def end_now(self, reason: str) -> bool:
        """Kill the server, so that it is started anew; return whether one ran.

        The last resort against work that nothing else stops. `reason` is told: a few words that
        go on after "Neo4j was ended: ".
        """
        self._reason = reason
        return self._neo4j.kill()

    def answers(self) -> bool:
        """Return whether the server is there, as far as was seen: false until it answers again."""
        return self._told == "up"

    def look(self) -> float:
        """Look once, and start the server again if that is due; return the seconds to wait."""
        pulse = self._neo4j.pulse()
        if pulse is None:
            return self._stopped()
        self._port = self._port or pulse.port
        if not pulse.alive:
            return self._ended(pulse)
        if pulse.port != self._port:
            return self._elsewhere(pulse.port)
        return _LOOK_S if self._told == "up" else self._revive()

    def _watch(self) -> None:
        pause = 0.0
        while not self._leaving.wait(pause):
            try:
                pause = self.look()
            except Exception as error:  # whatever it is: who never looks again keeps nothing
                self._tell(f"Neo4j could not be looked at: {error}")
                pause = _LONGEST_S

    def _stopped(self) -> float:
        if self._told != "stopped":
            self._told = "stopped"
            where = f" --port {self._port}" if self._port else ""
            self._tell(f"Neo4j was stopped. Start it again with: rejoinder neo4j start{where}")
        return _LOOK_S

    def _elsewhere(self, port: int) -> float:
        if self._told != "elsewhere":
            self._told = "elsewhere"
            self._tell(
                f"Neo4j was started on port {port}, and this service asks on {self._port}: "
                f"rejoinder neo4j restart --port {self._port}"
            )
        return _LOOK_S

    def _ended(self, pulse: Pulse) -> float:
        if self._told == "up":
            self._told = "missing"  # one that is being stopped loses its note in a moment
            return _LOOK_S
        if self._told == "missing":
            self._told = "ended"
            if self._now() - self._since >= _CALM_S:
                self._tries = 0
            wait_s = self._wait_s()
            when = f"in {wait_s:.0f} s" if wait_s else "now"
            self._tell(
                f"Neo4j {self._how(pulse.exit_code)}. It is started again {when}, "
                f"on port {pulse.port}."
            )
            if wait_s:
                return wait_s
        self._tries += 1
        return self._revive()

    def _revive(self) -> float:
        """Start it, or wait for it where another process does; return the seconds to wait."""
        began = self._now()
        try:
            started = self._neo4j.revive(self._leaving.is_set)
        except Exception as error:  # full disks, taken ports, lost jars: all may pass
            wait_s = self._wait_s() or _LOOK_S
            if not self._leaving.is_set():
                self._tell(f"{error} The next try to start Neo4j is in {wait_s:.0f} s.")
            return wait_s
        if started is not None:
            self._told = "up"
            self._since = self._now()
            self._tell(f"Neo4j answers again, after {self._since - began:.0f} s.")
        return _LOOK_S

    def _wait_s(self) -> float:
        return min(_LONGEST_S, 2.0 ** (self._tries - 1)) if self._tries else 0.0

    def _how(self, exit_code: int | None) -> str:
        reason, self._reason = self._reason, None
        if reason is not None:
            return f"was ended: {reason}"
        if exit_code is None:
            return "ended"
        if exit_code == _OUT_OF_MEMORY:
            return "ran out of memory (REJOINDER_HEAP_MB gives it more) and ended"
        if exit_code < 0:
            return f"was killed by signal {-exit_code}"
        return f"ended with exit code {exit_code}"
