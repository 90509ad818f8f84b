"""What is asked first of one thing, put together from several questions."""

import asyncio
from datetime import date

from pydantic.alias_generators import to_camel

from graph import queries
from graph.answers import (
    ActorOverview,
    ClaimOverview,
    DocumentOverview,
    ListedClaim,
    Origin,
    Position,
    Printed,
    Saying,
    StatementOverview,
)
from graph.queries import Clocks, Filters
from graph.store import Store

__all__ = ["NEWEST", "actor", "claim", "claims", "contested", "document", "statement"]

NEWEST = 200
"""Entries in each list of an overview: the newest. Lists and questions of their own have all."""
_AND_ONE = NEWEST + 1
"""Asked for, so that more are noticed."""
_AMONG = 2000
"""Of the statements of an actor and its voices, the newest, among which changes are looked for."""


async def claims(
    store: Store,
    *,
    as_of: date | None = None,
    recorded_as_of: date | None = None,
    after: str | None = None,
    limit: int = 25,
    **conditions: str | None,
) -> list[ListedClaim]:
    """Return claims with their standing, by id; `conditions` are those of `queries.claims`."""
    found = await queries.claims(
        store, as_of=as_of, recorded_as_of=recorded_as_of, after=after, limit=limit, **conditions
    )
    ids = [each.id for each in found]
    standings = await queries.standings(store, ids, as_of, recorded_as_of=recorded_as_of)
    return [ListedClaim(**dict(each), standing=standings[each.id]) for each in found]


async def contested(store: Store, limit: int = 10) -> list[ListedClaim]:
    """Return disputed claims with their standing, those with most statements first."""
    found = await queries.contested(store, limit)
    standings = await queries.standings(store, [each.id for each in found])
    return [ListedClaim(**dict(each), standing=standings[each.id]) for each in found]


async def claim(
    store: Store, id_: str, as_of: date | None = None, *, recorded_as_of: date | None = None
) -> ClaimOverview:
    """Return a claim with standing, origins, and the newest of all that is said of it.

    Raises `NotFound`.
    """
    detail = await queries.claim(store, id_)
    days = Clocks(as_of=as_of, recorded_as_of=recorded_as_of)
    standings, origins, positions, changes, thread = await asyncio.gather(
        queries.standings(store, [id_], **days),
        queries.origins(store, id_, **days),
        queries.who(store, None, Filters(claim=id_, **days), limit=_AND_ONE),
        queries.who_changed_position(store, claim=id_, newest=_AND_ONE, **days),
        queries.thread(store, claim=id_, newest=_AND_ONE, **days),
    )
    shown = positions[:NEWEST]
    return ClaimOverview(
        claim=detail,
        **days,
        standing=standings[id_],
        origins=[_shortened(each) for each in origins],
        positions=shown,
        timeline=sorted(map(_saying, shown), key=_in_order_said),
        changes=changes[-NEWEST:],
        thread=thread[-NEWEST:],
        truncated=_truncated(
            origins=max((len(each.statements) for each in origins), default=0),
            positions=len(positions),
            timeline=len(positions),
            changes=len(changes),
            thread=len(thread),
        ),
    )


async def actor(
    store: Store, id_: str, as_of: date | None = None, *, recorded_as_of: date | None = None
) -> ActorOverview:
    """Return an actor with its positions, those of its voices, and changes. Raises `NotFound`.

    Who it is, its roles and how often it spoke are those of now.
    """
    summary = await queries.actor(store, id_)
    days = Clocks(as_of=as_of, recorded_as_of=recorded_as_of)
    positions, changes = await asyncio.gather(
        queries.who(store, None, Filters(voice=id_, **days), limit=_AND_ONE),
        queries.who_changed_position(store, actor=id_, among=_AMONG, newest=_AND_ONE, **days),
    )
    some_unseen = summary.voiced > _AMONG
    return ActorOverview(
        actor=summary,
        **days,
        positions=positions[:NEWEST],
        changes=changes[-NEWEST:],
        truncated=_truncated(
            positions=len(positions), changes=_AND_ONE if some_unseen else len(changes)
        ),
    )


async def statement(
    store: Store, id_: str, as_of: date | None = None, *, recorded_as_of: date | None = None
) -> StatementOverview:
    """Return a statement with its thread, also when it has left the record. Raises `NotFound`."""
    days = Clocks(as_of=as_of, recorded_as_of=recorded_as_of)
    found = await queries.statement(store, id_, **days)
    thread = await queries.thread(store, statement=id_, newest=_AND_ONE, **days)
    return StatementOverview(
        statement=found, thread=thread[-NEWEST:], truncated=_truncated(thread=len(thread))
    )


async def document(store: Store, id_: str) -> DocumentOverview:
    """Return a document and what depends on it. Raises `NotFound`."""
    detail = await queries.document(store, id_)
    dependents = await queries.depends_on(store, id_, newest=_AND_ONE)
    drawn_on_by = detail.drawn_on_by[:NEWEST]
    return DocumentOverview(
        document=detail.model_copy(update={"drawn_on_by": drawn_on_by}),
        dependents=dependents[:NEWEST],
        truncated=_truncated(dependents=len(dependents), drawn_on_by=len(detail.drawn_on_by)),
    )


def _truncated(**found: int) -> list[str]:
    """Return the lists, by name, of which more than `NEWEST` entries were found."""
    return [to_camel(name) for name, number in found.items() if number > NEWEST]


def _shortened(origin: Origin) -> Origin:
    lists = ("statements", "documents", "unnamed_sources")
    return origin.model_copy(update={name: getattr(origin, name)[:NEWEST] for name in lists})


def _saying(position: Position) -> Saying:
    """Return a position in the form that a timeline has."""
    fields = {name: getattr(position, name) for name in Saying.model_fields if name != "documents"}
    documents = [
        Printed(
            id=each.document,
            publisher=each.publisher.name if each.publisher else None,
            url=each.url,
            quote=each.quote,
            characterised_as=each.characterised_as,
        )
        for each in position.reports
    ]
    return Saying(**fields, documents=documents)


def _in_order_said(saying: Saying) -> tuple[bool, date, str]:
    return saying.said_latest is None, saying.said_latest or date.min, saying.key
