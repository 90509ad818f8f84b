"""What is asked first of one thing, put together from several questions."""

import asyncio
from datetime import date

from graph import queries
from graph.answers import (
    ActorOverview,
    ClaimOverview,
    DocumentOverview,
    ListedClaim,
    StatementOverview,
)
from graph.queries import Filters
from graph.store import Store

__all__ = ["NEWEST", "actor", "claim", "claims", "document", "statement"]

NEWEST = 200
"""Positions in an overview; a list of its own has the others."""

_END_OF_DAYS = date(9999, 12, 31)


async def claims(
    store: Store,
    *,
    as_of: date | None = None,
    after: str | None = None,
    limit: int = 25,
    **conditions: str | None,
) -> list[ListedClaim]:
    """Return claims with their standing, by id; `conditions` are those of `queries.claims`."""
    found = await queries.claims(store, as_of=as_of, after=after, limit=limit, **conditions)
    standings = await queries.standings(store, [each.id for each in found], as_of)
    return [ListedClaim(**dict(each), standing=standings[each.id]) for each in found]


async def claim(store: Store, id_: str, as_of: date | None = None) -> ClaimOverview:
    """Return a claim with standing, origins, positions, timeline, changes and thread.

    Raises `NotFound`.
    """
    detail = await queries.claim(store, id_)
    standings, origins, positions, timeline, changes, thread = await asyncio.gather(
        queries.standings(store, [id_], as_of),
        queries.origins(store, id_, as_of),
        queries.who(store, None, Filters(claim=id_, as_of=as_of), limit=NEWEST),
        queries.what_stood_on(store, id_, as_of or _END_OF_DAYS),
        queries.who_changed_position(store, claim=id_, as_of=as_of),
        queries.thread(store, claim=id_, as_of=as_of),
    )
    return ClaimOverview(
        claim=detail,
        as_of=as_of,
        standing=standings[id_],
        origins=origins,
        positions=positions,
        timeline=timeline,
        changes=changes,
        thread=thread,
    )


async def actor(store: Store, id_: str, as_of: date | None = None) -> ActorOverview:
    """Return an actor with its positions, those of its voices, and changes. Raises `NotFound`."""
    summary = await queries.actor(store, id_)
    positions, changes = await asyncio.gather(
        queries.who(store, None, Filters(voice=id_, as_of=as_of), limit=NEWEST),
        queries.who_changed_position(store, actor=id_, as_of=as_of),
    )
    return ActorOverview(actor=summary, as_of=as_of, positions=positions, changes=changes)


async def statement(store: Store, id_: str, as_of: date | None = None) -> StatementOverview:
    """Return a statement with its thread. Raises `NotFound`."""
    found = await queries.statement(store, id_, as_of)
    thread = await queries.thread(store, statement=id_, as_of=as_of)
    return StatementOverview(statement=found, thread=thread)


async def document(store: Store, id_: str) -> DocumentOverview:
    """Return a document and what depends on it. Raises `NotFound`."""
    detail = await queries.document(store, id_)
    return DocumentOverview(document=detail, dependents=await queries.depends_on(store, id_))
