"""Every question the graph answers: one function for each file in ``cypher/``.

Two clocks: `as_of` asks what had certainly been said by a day, by what the record holds;
`recorded_as_of` asks what this graph held at the end of a day (UTC), including what has left it
since. Who asks for both is answered what meets both. The graph keeps when a statement or a claim
came and left, not how it was changed in between: words, documents and roles are those of now, and
what left and came back counts as there all the time.
"""

import asyncio
from collections.abc import Awaitable, Iterable, Sequence
from datetime import date
from typing import Literal, TypedDict, TypeVar

from cypher import load
from graph.answers import (
    ActorSummary,
    Alleged,
    Change,
    Citation,
    ClaimDetail,
    ClaimSummary,
    ClaimTie,
    Dependent,
    DocumentDetail,
    Exchange,
    KeptStanding,
    KnownAs,
    Mention,
    Origin,
    Position,
    PublishedDocument,
    Saying,
    Standing,
    WeaponDetail,
)
from graph.errors import BadRequest
from graph.finding import follow, not_found
from graph.lists import Filters, claims, relying_on, who, whole
from graph.store import Store, one, rows

__all__ = [
    "Clocks",
    "Filters",
    "actor",
    "actors",
    "claim",
    "claims",
    "connection",
    "contested",
    "depends_on",
    "document",
    "dossier",
    "dossiers",
    "everything_on",
    "known_as",
    "origins",
    "published_by",
    "relying_on",
    "standings",
    "statement",
    "thread",
    "ties",
    "weapon",
    "weapon_detail",
    "what_stood_on",
    "who",
    "who_alleged",
    "who_changed_position",
    "who_denied",
    "who_gave_no_answer",
    "whole",
]

T = TypeVar("T")


class Clocks(TypedDict):
    """Both clocks of a question."""

    as_of: date | None
    recorded_as_of: date | None


async def who_denied(store: Store, claim: str, as_of: date | None = None) -> list[Saying]:
    """Question 1: who denied the claim, when, in whose words, in which document."""
    return await rows(store, Saying, "questions.who_denied", claim=claim, asOf=as_of)


async def who_alleged(store: Store, claim: str, as_of: date | None = None) -> list[Alleged]:
    """Question 2: who alleged the claim, and which documents only repeat it."""
    return await rows(store, Alleged, "questions.who_alleged", claim=claim, asOf=as_of)


async def who_gave_no_answer(store: Store, claim: str, as_of: date | None = None) -> list[Saying]:
    """Question 3: who declined to comment, did not respond, neither confirmed nor denied."""
    return await rows(store, Saying, "questions.who_gave_no_answer", claim=claim, asOf=as_of)


async def origins(
    store: Store, claim: str, as_of: date | None = None, *, recorded_as_of: date | None = None
) -> list[Origin]:
    """Question 8: the independent origins of the claim once copies are collapsed."""
    params = {"claim": claim, "asOf": as_of, "recordedAsOf": recorded_as_of}
    return await rows(store, Origin, "questions.origins", **params)


async def who_changed_position(
    store: Store,
    *,
    claim: str | None = None,
    actor: str | None = None,
    as_of: date | None = None,
    recorded_as_of: date | None = None,
    among: int | None = None,
    newest: int | None = None,
) -> list[Change]:
    """Question 11: who changed position, from what, to what, on which day.

    The `newest` changes only; of an actor `among` its newest statements. None: all.
    """
    name = "questions.who_changed_position"
    days = {"asOf": as_of, "recordedAsOf": recorded_as_of}
    params = {"claim": claim, "actor": actor, "among": among, "newest": newest}
    return await rows(store, Change, name, **params, **days)


async def what_stood_on(
    store: Store, claim: str, day: date, clock: Literal["said", "recorded"] = "said"
) -> list[Saying]:
    """Question 14: what had been said by `day`, or what the graph had recorded by then."""
    return await rows(store, Saying, "questions.what_stood_on", claim=claim, day=day, clock=clock)


async def statement(
    store: Store, id_: str, as_of: date | None = None, *, recorded_as_of: date | None = None
) -> Position:
    """Question 22: one statement whole, also when it has left the record. Raises `NotFound`."""
    params = {"statement": id_, "asOf": as_of, "recordedAsOf": recorded_as_of}
    asked = one(store, Position, "questions.statement", **params)
    return await _followed(store, "statement", id_, asked)


async def thread(
    store: Store,
    *,
    claim: str | None = None,
    statement: str | None = None,
    as_of: date | None = None,
    recorded_as_of: date | None = None,
    newest: int | None = None,
) -> list[Exchange]:
    """Question 27: who answered whom, around a claim or a statement; name one of the two."""
    if (claim is None) == (statement is None):
        raise BadRequest("A thread is of a claim or of a statement: name one of the two.")
    name = "questions.thread"
    days = {"asOf": as_of, "recordedAsOf": recorded_as_of}
    params = {"claim": claim, "statement": statement, "newest": newest}
    return await rows(store, Exchange, name, **params, **days)


async def everything_on(store: Store, claim: str, as_of: date | None = None) -> list[Citation]:
    """Question 30: everything on the claim, quoted, dated and linked."""
    return await rows(store, Citation, "questions.everything_on", claim=claim, asOf=as_of)


async def document(store: Store, id_: str) -> DocumentDetail:
    """Return a document and those on either side of it. Raises `NotFound`."""
    asked = one(store, DocumentDetail, "documents.detail", document=id_)
    return await _followed(store, "document", id_, asked)


async def published_by(store: Store, publisher: str, limit: int = 25) -> list[PublishedDocument]:
    """Return the newest documents of a publisher, undated ones last."""
    name = "documents.published_by"
    return await rows(store, PublishedDocument, name, publisher=publisher, limit=limit)


async def dossier(store: Store, id_: str) -> Mention:
    """Return a dossier; its name is its title. Raises `NotFound`."""
    found = await one(store, Mention, "dossiers.list", dossier=id_)
    return found or await not_found(store, "dossier", id_)


async def dossiers(store: Store) -> list[Mention]:
    """Return the dossiers that the graph was loaded from, by id."""
    return await rows(store, Mention, "dossiers.list", dossier=None)


async def depends_on(store: Store, document: str, *, newest: int | None = None) -> list[Dependent]:
    """Question 24: what the document's withdrawal would affect, or has affected."""
    name = "questions.what_depends_on"
    return await rows(store, Dependent, name, document=document, newest=newest)


async def standings(
    store: Store,
    claims: Sequence[str],
    as_of: date | None = None,
    *,
    recorded_as_of: date | None = None,
) -> dict[str, Standing]:
    """Return how each of `claims` stands on a day, by claim id."""
    found: dict[str, Standing] = {}
    if as_of is None and recorded_as_of is None:
        kept = await rows(store, KeptStanding, "claims.stands", claims=list(claims))
        names = set(Standing.model_fields)
        found = {x.claim: Standing.model_validate(x.model_dump(include=names)) for x in kept}
    left = [each for each in claims if each not in found]
    if left:  # asked as of a day, or new while a load is under way
        days = {"asOf": as_of, "recordedAsOf": recorded_as_of}
        live = await rows(store, Standing, "claims.standing", claims=left, **days)
        found |= {each.claim: each for each in live}
    return found


async def claim(store: Store, id_: str) -> ClaimDetail:
    """Return a claim with its slots and relations. Raises `NotFound`."""
    asked = one(store, ClaimDetail, "claims.detail", claim=id_)
    return await _followed(store, "claim", id_, asked)


async def ties(store: Store, claims: Iterable[str]) -> list[ClaimTie]:
    """Return how some claims narrow, contradict or presuppose each other."""
    return await rows(store, ClaimTie, "claims.ties", claims=sorted(set(claims)))


async def connection(store: Store, one: str, other: str) -> dict[str, dict[str, list[str]]]:
    """Return the claims that two actors both have to do with: spoke of, or are named in.

    By claim id, the slots (supplier, recipient, party) in which it names each, by actor id.
    """
    found = await store.run(load("actors.shared_claims"), {"actor": one, "other": other})
    return {row["claim"]: {one: row["actorNamedAs"], other: row["otherNamedAs"]} for row in found}


async def actor(store: Store, id_: str) -> ActorSummary:
    """Return an actor. Raises `NotFound`."""
    asked = one(store, ActorSummary, "actors.detail", actor=id_)
    return await _followed(store, "actor", id_, asked)


async def actors(
    store: Store, *, type_: str | None = None, after: str | None = None, limit: int = 25
) -> list[ActorSummary]:
    """Return actors by id; `after` is the last id of the page before."""
    return await rows(store, ActorSummary, "actors.list", type=type_, after=after, limit=limit)


async def weapon(store: Store, id_: str) -> Mention:
    """Return a weapon system. Raises `NotFound`."""
    asked = one(store, Mention, "weapons.mention", weapon=id_)
    return await _followed(store, "weapon", id_, asked)


async def weapon_detail(store: Store, id_: str) -> WeaponDetail:
    """Return a weapon system with ranges and makers as stated. Raises `NotFound`."""
    asked = one(store, WeaponDetail, "weapons.detail", weapon=id_)
    return await _followed(store, "weapon", id_, asked)


async def contested(store: Store, limit: int = 10) -> list[ClaimSummary]:
    """Return disputed claims, those with most statements first, as of all that is known."""
    return await rows(store, ClaimSummary, "claims.contested", limit=limit)


async def known_as(store: Store, ids: Sequence[str]) -> dict[str, list[str]]:
    """Return the other names of actors and weapons, by id; those that have none are left out."""
    found = await rows(store, KnownAs, "search.known_as", ids=list(ids))
    return {each.id: each.aliases for each in found}


async def _followed(store: Store, kind: str, id_: str, asked: Awaitable[T | None]) -> T:
    """Return what `asked` finds. Raises `NotFound`, or `Renamed` when it has another id now."""
    found, _ = await asyncio.gather(asked, follow(store, kind, id_))
    return found or await not_found(store, kind, id_)
