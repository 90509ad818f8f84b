"""Statements of the owner of the graph, who may do with it what they like.

Their text is guarded by nothing: a transaction for reading keeps a slip from writing, and a
limit on time ends what takes too long.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol
from uuid import uuid4

from cypher.scripts import Script
from graph.errors import BadRequest, CypherError, Refused, TooSlow
from graph.guest.plan import Note

__all__ = ["Desk", "Owner", "Reply", "settled"]

_LEAVING_S = 3.0
_ADD_WRITE = (
    "It writes, and statements only read here: nothing is changed. To let it write, add --write."
)
_NO_WRITING = "It writes, and this database lets nobody write: nothing is changed."


@dataclass(frozen=True, slots=True)
class Reply:
    """What the server answers to one statement."""

    columns: tuple[str, ...]
    rows: list[list[object]]
    """Values of `graph.values`, a list for each row."""
    notes: tuple[Note, ...]
    changes: Mapping[str, int]
    """How many of each were changed: ``nodes_created``, ``properties_set`` ..."""
    truncated: bool = False
    """Whether rows beyond the most that were wanted were left out."""


class Desk(Protocol):
    """Something that answers: Neo4j, or a stand-in for it in a test."""

    async def answer(
        self,
        text: str,
        params: Mapping[str, Any],
        *,
        tag: str,
        timeout_s: float,
        most: int,
        write: bool,
    ) -> Reply:
        """Return the first `most` rows of `text`, in a transaction marked with `tag`."""
        ...


@dataclass(frozen=True, slots=True)
class Owner:
    """The owner at work, with what holds for each of their statements."""

    desk: Desk
    ended: Callable[[str], Awaitable[None]]
    """Sees to it that no transaction with a tag goes on at the server."""
    timeout_s: float
    most: int
    """Rows that are wanted. A statement that writes is carried out beyond them."""
    write: bool = False
    """Whether statements may write, and are committed."""

    async def run(self, text: str, params: Mapping[str, Any]) -> Reply:
        """Run one statement in a transaction of its own.

        Raises `CypherError`, `BadRequest`, `TooSlow` or `Unavailable`. Being cancelled ends the
        query on the server.
        """
        tag = uuid4().hex
        try:
            async with asyncio.timeout(self.timeout_s + 1):  # the server's own limit comes first
                found = await self.desk.answer(
                    text,
                    params,
                    tag=tag,
                    timeout_s=self.timeout_s,
                    most=self.most + 1,
                    write=self.write,
                )
        except Refused as error:
            raise CypherError(_NO_WRITING if self.write else _ADD_WRITE) from error
        except (OverflowError, UnicodeEncodeError) as error:
            raise BadRequest(
                "It cannot be sent: whole numbers have at most 64 bits, and text is Unicode."
            ) from error
        except (TimeoutError, TooSlow) as error:
            await self._see_out(tag)
            raise TooSlow(
                f"It took longer than the {self.timeout_s:g} s that it may: ask for less, or give "
                "it more with --timeout."
            ) from error
        except asyncio.CancelledError:
            await self._see_out(tag)
            raise
        more = len(found.rows) > self.most
        return Reply(found.columns, found.rows[: self.most], found.notes, found.changes, more)

    async def _see_out(self, tag: str) -> None:
        try:
            async with asyncio.timeout(_LEAVING_S):
                await self.ended(tag)
        except TimeoutError:
            return  # it hears nothing: the server's own limit is what is left


def settled(
    script: Script, given: Mapping[str, Any], how: str
) -> list[tuple[str, Mapping[str, Any]]]:
    """Return the statements of `script`, each with the parameters that it uses.

    Those `given` win over those of the script; a day given as text is a day where the header
    says DATE. `how` says how ``{name}`` is given. Raises `BadRequest` with
    everything that is missing, unknown or no day.
    """
    used = {name for step in script.steps for name in step.used}
    faults = [
        f"{name}: no statement uses it (they use {', '.join(sorted(used)) or 'none'})."
        for name in given
        if name not in used
    ]
    values = dict(given)
    for name in script.days & values.keys():
        if isinstance(values[name], str):
            try:
                values[name] = date.fromisoformat(values[name])
            except ValueError:
                faults.append(f"{name}: {values[name]!r} is no day such as 2024-02-23.")
    found: list[tuple[str, Mapping[str, Any]]] = []
    missing: dict[str, None] = {}
    for step in script.steps:
        known = {**step.params, **values}
        missing |= {name: None for name in step.used if name not in known}
        found.append((step.text, {name: known[name] for name in step.used if name in known}))
    faults += [f"{name}: {how.format(name=name)}" for name in missing]
    if faults:
        raise BadRequest("\n".join(faults))
    return found
