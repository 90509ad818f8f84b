"""What a server has that ours has not: functions that plug-ins brought."""

from collections.abc import Callable, Coroutine
from typing import Any

from graph.answers import Record
from graph.store import Store, rows

__all__ = ["Learn", "learn_from"]

Learn = Callable[[], Coroutine[Any, Any, frozenset[str]]]
"""Returns the names, in lower case, of functions that are not built in."""


class Function(Record):
    """A function of the server."""

    name: str
    """Its name, in lower case."""


def learn_from(store: Store) -> Learn:
    """Return a `Learn` that asks the server behind `store`."""

    async def learn() -> frozenset[str]:
        found = await rows(store, Function, "guest.foreign_functions")
        return frozenset(each.name for each in found)

    return learn
