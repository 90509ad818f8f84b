"""The watch over what strangers left running on the server.

Closing a connection ends a query within half a second, as a rule. Work on one row, and the
compiler, hear nothing: they are asked to stop, and if they do not, the server is ended, which
whoever keeps it starts again.
"""

import asyncio
import time
from collections.abc import Callable

from graph.answers import Record
from graph.errors import NotReady, Unavailable
from graph.guest.guests import Watch
from graph.store import Store, rows

__all__ = ["watch_on"]

_LOOK_S = 0.25
_ANSWER_S = 2.0


class Running(Record):
    """A transaction on the server."""

    transaction: str
    """Its id."""


def watch_on(
    store: Store,
    end_now: Callable[[str], object] | None,
    *,
    terminate_s: float = 1.0,
    end_s: float = 6.0,
) -> Watch:
    """Return a watch that looks through `store`.

    What goes on after `terminate_s` is asked to stop, what goes on after `end_s` is ended.

    `end_now` kills the server, with a reason; None when it is not ours to kill, and then the
    watch goes on asking until the work has ended by itself.
    """

    async def watch(tag: str) -> None:
        began = time.monotonic()
        asked = False
        while True:
            try:
                async with asyncio.timeout(_ANSWER_S):
                    found = await rows(store, Running, "guest.running", tag=tag)
                    if not found:
                        return
                    if not asked and time.monotonic() - began > terminate_s:
                        asked = True
                        ids = [each.transaction for each in found]
                        await rows(store, Running, "guest.terminate", transactions=ids)
            except NotReady:
                return  # the server has ended, and its work with it
            except (Unavailable, TimeoutError):
                pass  # it does not answer: it may be this very work that keeps it
            if end_now and time.monotonic() - began > end_s:
                end_now("a stranger's statement would not stop")
                return
            await asyncio.sleep(_LOOK_S)

    return watch
