"""One look-up for all who ask at the same time."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

__all__ = ["Joined"]

T = TypeVar("T")


class Joined(Generic[T]):
    """What `look_up` returns, asked for by many.

    One look-up is under way at a time. Whoever asks meanwhile waits for the next one, together
    with all others: what a caller gets was asked for after it came, and is never older.
    """

    def __init__(self, look_up: Callable[[], Awaitable[T]]) -> None:
        self._look_up = look_up
        self._running: asyncio.Task[T] | None = None
        self._next: asyncio.Task[T] | None = None

    async def __call__(self) -> T:
        """Return what was looked up. Raises what that raised."""
        if self._next is None:
            self._next = asyncio.create_task(self._after(self._running))
            self._next.add_done_callback(_seen)
        return await asyncio.shield(self._next)  # who goes away leaves it to the others

    async def _after(self, running: asyncio.Task[T] | None) -> T:
        if running is not None:
            await asyncio.wait([running])
        self._running, self._next = self._next, None
        return await self._look_up()


def _seen(task: asyncio.Task[T]) -> None:
    if not task.cancelled():
        task.exception()  # else asyncio reports it as lost where all who asked went away
