"""The pages of actors: all of them, and one with what it and its voices hold."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal
from urllib.parse import quote

from fastapi import APIRouter, Query, Request, Response

from api.deps import AsOf, QuestionsDep, StoreDep
from api.routes.explorer.shared import Listed, forms, framed, older, recorded, shown
from graph import overviews, queries
from graph.answers import ActorSummary, Mention, Position
from graph.queries import Filters
from graph.questions import Catalogue
from graph.store import Store
from viz.pages import render
from viz.pages.actor import held, printed_in, split

router = APIRouter()

_ACTORS = 100
_ROWS, _CLAIMS, _POSTS = 40, 40, 100
_SPLIT = 12
"""Claims at most of which it is asked where the voices of a state differ."""
TYPES = ("State", "Institution", "Official", "Outlet", "UnnamedSource")


class Actors(Listed):
    """Actors of one type."""

    type: Literal["State", "Institution", "Official", "Outlet", "UnnamedSource"] | None = None
    """What sort of actor; left out: all."""


@router.get("/actors")
async def list_actors(
    request: Request, store: StoreDep, asked: Annotated[Actors, Query()]
) -> Response:
    """Show all actors, by id."""
    found = await queries.actors(store, type_=asked.type, after=asked.after, limit=_ACTORS + 1)
    links = forms(asked, "/actors", csv="/v1/actors")
    frame = framed(request, asked, "Actors", links=links, dated=False)
    cursor = found[_ACTORS - 1].id if len(found) > _ACTORS else None
    page = render(
        "actors",
        frame,
        actors=found[:_ACTORS],
        type=asked.type,
        types=TYPES,
        next=older(frame, cursor),
    )
    return shown(page)


@router.get("/actors/{actor}")
async def show_actor(
    request: Request,
    store: StoreDep,
    questions: QuestionsDep,
    actor: str,
    asked: Annotated[Listed, Query()],
) -> Response:
    """Show one actor: who it is, what it and its voices hold, what is claimed of it."""
    first = asked.after is None
    summary, known, changes, cut = await _said(store, actor, asked)
    name = Mention(id=actor, name=summary.name, type=summary.type)
    here = known[:_ROWS]
    claims, posts, differing, relied, published = await asyncio.gather(
        overviews.claims(
            store,
            about=actor,
            as_of=asked.as_of,
            recorded_as_of=asked.recorded_as_of,
            limit=_CLAIMS + 1,
        ),
        _posts(store, questions, summary),
        _differing(store, questions, name, known if first else [], asked),
        _relied_on(store, summary, asked),
        queries.published_by(store, actor, limit=_POSTS + 1),
    )
    path = f"/actors/{quote(actor, safe='')}"
    links = forms(
        asked, path, csv=f"/v1{path}/positions", map_=f"/maps{path}", feed=f"/feeds{path}"
    )
    left = await recorded(store, "actor", actor)
    frame = framed(request, asked, summary.name, links=links, withdrawn=left)
    page = render(
        "actor",
        frame,
        actor=summary,
        held=held(name, here, known if first else ()),
        positions=here,
        cut=cut,
        older=asked.after,
        next=older(frame, here[-1].key if len(known) > _ROWS else None),
        changes=changes,
        claims=claims[:_CLAIMS],
        more_claims=len(claims) > _CLAIMS,
        posts=posts,
        differing=differing,
        relied=relied,
        documents=printed_in(here),
        published=published[:_POSTS],
        more_published=len(published) > _POSTS,
    )
    return shown(page)


async def _said(
    store: Store, actor: str, asked: Listed
) -> tuple[ActorSummary, list[Position], list[Any], bool]:
    """Return who it is, its statements from the cursor on, its changes, and whether some lack."""
    if asked.after is None:
        found = await overviews.actor(store, actor, **asked.clocks())
        return found.actor, found.positions, found.changes, bool(found.truncated)
    summary = await queries.actor(store, actor)
    filters = Filters(voice=actor, **asked.clocks())
    more = await queries.who(store, None, filters, after=asked.after, limit=_ROWS + 1)
    return summary, more, [], False


async def _posts(
    store: Store, questions: Catalogue, actor: ActorSummary
) -> Sequence[Mapping[str, Any]]:
    if actor.type not in ("State", "Institution"):
        return []
    found = await questions.ask(store, "who_speaks_for", {"institution": actor.id}, most=_POSTS)
    return found.rows


async def _differing(
    store: Store, questions: Catalogue, actor: Mention, said: Sequence[Position], asked: AsOf
) -> list[tuple[Mention, list[Mapping[str, Any]]]]:
    """Return the claims on which voices of a state differ, with the position of each voice."""
    if actor.type != "State":
        return []
    day = {"as_of": asked.as_of.isoformat()} if asked.as_of else {}
    claims = {each.claim.id: each.claim for each in said}
    ids = split(said)[:_SPLIT]
    answers = await asyncio.gather(
        *(questions.ask(store, "state_positions", {"claim": id_, **day}) for id_ in ids)
    )
    found = [
        (claims[id_], [row for row in answer.rows if row["state"] == actor.id and row["disagree"]])
        for id_, answer in zip(ids, answers, strict=True)
    ]
    return [each for each in found if each[1]]


async def _relied_on(store: Store, actor: ActorSummary, asked: AsOf) -> list[Position]:
    if actor.type != "UnnamedSource":
        return []
    return await queries.relying_on(store, actor.id, limit=_ROWS, **asked.clocks())
