"""What entered the record and what left it, the newest first."""

import asyncio
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from graph.answers import Position, Record
from graph.lists import whole
from graph.queries import statement
from graph.store import Store, rows

__all__ = ["Entered", "Event", "moments", "newest", "of_statements"]

_AMONG = 1_000
"""Statements looked through that entered last, that left last, and that were said last."""


class Entered(Record):
    """When something entered the record, and when it left it."""

    id: str
    """Its id."""
    recorded_at: datetime
    """When it entered this graph (UTC)."""
    withdrawn_at: datetime | None
    """When it left the record (UTC). Null: it stands."""
    key: str | None
    """Sort key of a statement. Null for anything else."""


class _Id(Record):
    id: str


class _Key(Record):
    key: str


@dataclass(frozen=True, slots=True)
class Event:
    """One statement that entered the record, or left it."""

    position: Position
    at: datetime
    """When (UTC)."""
    left: bool
    """Whether it left. One that did has entered before: that is an event of its own."""


async def newest(
    store: Store, *, claim: str | None = None, voice: str | None = None, most: int = 50
) -> list[Event]:
    """Return the newest events: of a claim, of an actor and its voices, or of everything.

    Looked for among the 1,000 statements that entered last, the 1,000 that left last and, of a
    claim or an actor, the 1,000 said last.
    """
    recorded, withdrawn, said = await asyncio.gather(
        rows(store, _Id, "statements.recorded", limit=_AMONG),
        rows(store, _Id, "statements.withdrawn", limit=_AMONG),
        _said_last(store, claim, voice),
    )
    ids = {each.id for each in recorded + withdrawn} | set(said)
    return await of_statements(store, ids, claim=claim, voice=voice, most=most)


async def of_statements(
    store: Store,
    ids: Collection[str],
    *,
    claim: str | None = None,
    voice: str | None = None,
    most: int = 50,
) -> list[Event]:
    """Return the newest events of some statements; of one moment, what was said last first."""
    name = "search.entered"
    known = await rows(store, Entered, name, ids=sorted(ids), claim=claim, voice=voice)
    happened = [(each.recorded_at, each.key or "", False, each) for each in known]
    happened += [
        (each.withdrawn_at, each.key or "", True, each) for each in known if each.withdrawn_at
    ]
    happened.sort(key=lambda each: each[:3], reverse=True)
    chosen = happened[:most]
    whole = await _whole(store, {each.id: each for *_, each in chosen})
    return [Event(whole[each.id], at, left) for at, _, left, each in chosen if each.id in whole]


async def moments(store: Store, ids: Collection[str]) -> dict[str, Entered]:
    """Return when things entered the record, by id; what is no id here is left out."""
    found = await rows(store, Entered, "search.entered", ids=sorted(ids), claim=None, voice=None)
    return {each.id: each for each in found}


async def _whole(store: Store, chosen: dict[str, Entered]) -> dict[str, Position]:
    """Return statements whole, by id; lists of those that stand leave out the withdrawn ones."""
    standing = [id_ for id_, each in chosen.items() if each.withdrawn_at is None]
    gone = [id_ for id_, each in chosen.items() if each.withdrawn_at is not None]
    found = await whole(store, standing)
    found += await asyncio.gather(*(statement(store, each) for each in gone))
    return {each.statement: each for each in found}


async def _said_last(store: Store, claim: str | None, voice: str | None) -> list[str]:
    """Return statements on a claim, or of an actor and its voices; of everything none."""
    if claim is None and voice is None:
        return []
    name, of = ("claim", claim) if claim is not None else ("voice", voice)
    params = {name: of, "before": "~", "limit": _AMONG}
    found = await rows(store, _Key, f"statements.of_{name}", **params)
    return [each.key.partition("/")[2] for each in found]
