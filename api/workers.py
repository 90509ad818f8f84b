"""Several processes that serve one address, and the one that keeps them.

Each has connections and kept answers of its own. The one that started them keeps the private
Neo4j: it lets them see whether that answers, and they ask it to end what does not stop. A
process that dies is started again; all end with the one that started them.
"""

import logging
import multiprocessing
import signal
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from ctypes import c_bool
from multiprocessing.connection import Connection as Pipe
from multiprocessing.connection import wait

from api.terminal import say
from graph.watched import Keeping

__all__ = ["Serve", "keep_serving"]

Serve = Callable[[Keeping | None], None]
"""Serves until it is asked to end. It goes to other processes, and must bear being pickled."""
_LOOK_S = 0.25
_LEAVING_S = 10.0  # the last requests of a process have 5 s
_CALM_S = 5.0  # one that ends sooner would do so again: a pause spares the processor


class _Afar:
    """A `Keeping` that is another process's."""

    def __init__(self, answering: c_bool, reasons: Pipe) -> None:
        self._answering, self._reasons = answering, reasons

    def answers(self) -> bool:
        return bool(self._answering.value)

    def end_now(self, reason: str) -> None:
        self._reasons.send(reason)


class _Worker:
    """One process, and the reasons for which it wants Neo4j ended."""

    def __init__(self, serve: Serve, answering: c_bool, *, keeps: bool) -> None:
        context = multiprocessing.get_context("spawn")
        self.reasons, theirs = context.Pipe(duplex=False)
        afar = _Afar(answering, theirs) if keeps else None
        process = context.Process(target=_run, args=(serve, afar), daemon=True)
        # Until it serves, Ctrl-C is for the one that starts it, which then ends it.
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
        process.start()
        signal.signal(signal.SIGINT, before)
        theirs.close()
        self.process = process
        self.since = time.monotonic()

    def reason(self) -> str | None:
        """Return why Neo4j is to be ended; None when it is not."""
        with suppress(EOFError):
            return self.reasons.recv() if self.reasons.poll() else None
        return None


def keep_serving(number: int, serve: Serve, keeper: Keeping | None) -> None:
    """Have `number` processes `serve` until this one is interrupted; then end them all."""
    answering = multiprocessing.get_context("spawn").RawValue(c_bool, True)
    keeps = keeper is not None
    running: list[_Worker] = []
    try:
        while True:
            while len(running) < number:
                running.append(_Worker(serve, answering, keeps=keeps))
            wait([each.process.sentinel for each in running], _LOOK_S)
            for each in running:
                reason = each.reason()
                if keeper and reason:
                    keeper.end_now(reason)
            answering.value = keeper is None or keeper.answers()
            for each in [each for each in running if not each.process.is_alive()]:
                running.remove(each)
                say(f"A process that served ended ({each.process.exitcode}); another one starts.")
                time.sleep(1 if time.monotonic() - each.since < _CALM_S else 0)
    finally:
        for each in running:
            each.process.terminate()
        for each in running:
            each.process.join(_LEAVING_S)
            each.process.kill()


def _run(serve: Serve, keeper: Keeping | None) -> None:
    logging.getLogger("neo4j").addHandler(logging.NullHandler())  # what it logs it also raises
    threading.Thread(target=_follow, daemon=True).start()
    with suppress(KeyboardInterrupt):
        serve(keeper)


def _follow() -> None:
    """End with the process that started this one, however that ended."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        signal.raise_signal(signal.SIGTERM)
