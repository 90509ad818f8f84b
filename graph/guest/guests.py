"""Answers to strangers: checked, run for reading, cut at their limits, and really ended.

Each layer fails closed and stands for itself: the text (`graph.guest.reading`), the plan
(`graph.guest.plan`), a transaction for reading that is rolled back, limits on time, rows and
bytes, and a watch over the server for what goes on after its end.
"""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass, replace
from typing import Any, Literal, Protocol
from uuid import uuid4

from pydantic_core import to_json

from graph.errors import BadRequest, Busy, TooSlow
from graph.guest.learning import Learn
from graph.guest.limits import Limits
from graph.guest.plan import Note, Plan, check
from graph.guest.reading import read
from graph.values import typed

__all__ = ["Answer", "Asked", "Guests", "Reader", "Row", "Watch"]

Cut = Literal["rows", "bytes"]


class Reader(Protocol):
    """Something that plans and reads: Neo4j, or a stand-in for it in a test."""

    async def explain(self, text: str, *, tag: str, timeout_s: float) -> Plan:
        """Return what the server means to do, found out in a transaction marked with `tag`."""
        ...

    def rows(
        self, text: str, params: Mapping[str, Any], *, tag: str, timeout_s: float
    ) -> AsyncGenerator[list[object], None]:
        """Yield rows; closing it ends the transaction, which is marked with `tag`."""
        ...


Watch = Callable[[str], Awaitable[None]]
"""Sees to it that no transaction with a tag goes on at the server, and returns when none does."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A statement of a stranger."""

    text: str
    params: Mapping[str, Any]
    timeout_s: float | None = None
    """Seconds that it may take, no more than the limit; None for the limit."""
    rows: int | None = None
    """Rows that are wanted, no more than the limit; None for the limit."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of an answer."""

    values: list[object]
    json: bytes
    """The values as a JSON list, in the form of `graph.values.typed`."""


@dataclass(slots=True)
class Answer:
    """An answer while it is given: columns and remarks, and after the rows whether it was cut."""

    columns: tuple[str, ...]
    notes: tuple[Note, ...]
    truncated: Cut | None = None
    """Why the last row is not the last of all; None when it is, or is not yet known."""


class Guests:
    """The desk at which strangers ask, so many at once and no more."""

    def __init__(
        self,
        reader: Reader,
        limits: Limits,
        watch: Watch,
        learn: Learn,
        ours: frozenset[str] = frozenset(),
    ) -> None:
        """Open the desk. `ours` are texts that anybody may ask as they are: the catalogue's."""
        self.limits = limits
        self._ours = ours
        self._reader, self._watch, self._learn = reader, watch, learn
        self._learned = False
        self._free = limits.at_once
        self._watches: set[asyncio.Task[None]] = set()

    async def ask(self, asked: Asked) -> tuple[Answer, list[Row]]:
        """Return the whole answer. Raises as `answering` does."""
        async with self.answering(asked) as (answer, rows):
            return answer, [row async for row in rows]

    @asynccontextmanager
    async def answering(
        self, asked: Asked
    ) -> AsyncGenerator[tuple[Answer, AsyncGenerator[Row, None]], None]:
        """Lend an answer and its rows, which come as the server finds them.

        Raises `Refused`, `CypherError`, `Busy`, `TooSlow` or `Unavailable`. Leaving early, or
        being cancelled, ends the query on the server.
        """
        timeout_s = self._within(asked.timeout_s, self.limits.timeout_s, "timeout")
        most = int(self._within(asked.rows, self.limits.rows, "rows"))
        tag = uuid4().hex
        self._take()
        ended = False
        try:
            await self._look_around()
            # The longest text takes most of a second to read: others are answered meanwhile.
            ours = asked.text in self._ours
            await asyncio.to_thread(read, asked.text, asked.params, self.limits, ours=ours)
            try:
                async with asyncio.timeout(timeout_s):
                    backstop_s = timeout_s + 1  # the server's own: ours comes first
                    plan = await self._reader.explain(asked.text, tag=tag, timeout_s=backstop_s)
                    check(plan)
                    answer = Answer(plan.columns, plan.notes)
                    found = self._reader.rows(
                        asked.text, asked.params, tag=tag, timeout_s=backstop_s
                    )
                    async with aclosing(found), aclosing(self._cut(answer, found, most)) as rows:
                        yield answer, rows
                        ended = True
            except TimeoutError:
                raise TooSlow(
                    f"It took longer than the {timeout_s:g} s that it may: ask for less, or for a "
                    "part of it."
                ) from None
        except BadRequest:
            ended = True  # nothing of it runs
            raise
        finally:
            if ended:
                self._free += 1
            else:
                self._see_out(tag)

    async def _cut(
        self, answer: Answer, found: AsyncGenerator[list[object], None], most: int
    ) -> AsyncGenerator[Row, None]:
        """Yield `found` up to the limits, noting in `answer` which one ended it."""
        size = count = 0
        async for values in found:
            json = to_json(typed(values))
            size += len(json) + 1
            if count == most or size > self.limits.answer_bytes:
                answer.truncated = "rows" if count == most else "bytes"
                return
            count += 1
            yield Row(values, json)

    async def _look_around(self) -> None:
        if not self._learned:
            self.limits = replace(self.limits, foreign=await self._learn())
            self._learned = True

    def _within(self, wanted: float | None, limit: float, name: str) -> float:
        if wanted is None:
            return limit
        if not 0 < wanted <= limit:
            raise BadRequest(f"{name}: {wanted:g} is not above 0 and at most {limit:g}.")
        return wanted

    def _take(self) -> None:
        if not self._free:
            raise Busy(
                f"{self.limits.at_once} statements are being answered, as many as may at once. "
                "Ask again in a moment."
            )
        self._free -= 1

    def _see_out(self, tag: str) -> None:
        """Give the place back only when the server has stopped."""

        async def see_out() -> None:
            try:
                await self._watch(tag)
            finally:
                self._free += 1

        task = asyncio.create_task(see_out())
        self._watches.add(task)
        task.add_done_callback(self._watches.discard)
