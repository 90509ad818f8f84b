"""Actors: who speaks, and what they have held."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response

from api import examples
from api.deps import AsOf, Listed, StoreDep
from api.envelopes import Page
from api.pages import answer, page
from graph import overviews, queries
from graph.answers import ActorOverview, ActorSummary, Position
from graph.queries import Filters

router = APIRouter(prefix="/v1/actors", tags=["actors"])


class Actors(Listed):
    """Conditions; each left out is no condition."""

    type: Literal["State", "Institution", "Official", "Outlet", "UnnamedSource"] | None = None
    """What sort of actor."""


class Positions(Listed, AsOf):
    """The statements of one actor and its voices."""


@router.get("", response_model=Page[ActorSummary], responses=examples.of("actors", examples.CSV))
async def list_actors(
    request: Request, store: StoreDep, asked: Annotated[Actors, Query()]
) -> Response:
    """Actors, in the order of their ids."""

    async def fetch(after: str | None, limit: int) -> list[ActorSummary]:
        return await queries.actors(store, type_=asked.type, after=after, limit=limit)

    return await page(request, asked, ActorSummary, fetch)


@router.get("/{actor}", response_model=ActorOverview, responses=examples.of("actor"))
async def read_actor(store: StoreDep, actor: str, asked: Annotated[AsOf, Query()]) -> Response:
    """One actor: its roles, its newest positions and those of its voices, changes of them."""
    return answer(await overviews.actor(store, actor, **asked.clocks()))


@router.get(
    "/{actor}/positions", response_model=Page[Position], responses=examples.of(None, examples.CSV)
)
async def list_positions(
    request: Request, store: StoreDep, actor: str, asked: Annotated[Positions, Query()]
) -> Response:
    """Every statement of one actor and its voices, newest first, undated ones last."""

    async def fetch(after: str | None, limit: int) -> list[Position]:
        filters = Filters(voice=actor, **asked.clocks())
        return await queries.who(store, None, filters, after=after, limit=limit)

    return await page(request, asked, Position, fetch)
