"""Claims: what is alleged, how it stands, and who holds what on it."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from api import examples
from api.deps import AsOf, Listed, StoreDep
from api.envelopes import Page
from api.pages import answer, page
from graph import overviews, queries
from graph.answers import ClaimOverview, ListedClaim, Position
from graph.queries import Filters

router = APIRouter(prefix="/v1/claims", tags=["claims"])


class Claims(Listed, AsOf):
    """Conditions; each left out is no condition."""

    about: str | None = Field(None, examples=["ir"])
    """Id of an actor that the claim names in any slot."""
    supplier: str | None = Field(None, examples=["ir"])
    """Id of a supplier that the claim names."""
    recipient: str | None = Field(None, examples=["ru"])
    """Id of a recipient that the claim names."""
    weapon: str | None = Field(None, examples=["fath-360"])
    """Id of a weapon that the claim is about, variants included."""
    kind: str | None = Field(None, examples=["arms_transfer"])
    """What sort of claim."""


class Positions(Listed, AsOf):
    """The positions on one claim."""


@router.get("", response_model=Page[ListedClaim], responses=examples.of("claims", examples.CSV))
async def list_claims(
    request: Request, store: StoreDep, asked: Annotated[Claims, Query()]
) -> Response:
    """Claims with their standing, in the order of their ids."""

    async def fetch(after: str | None, limit: int) -> list[ListedClaim]:
        conditions = asked.model_dump(exclude={"after", "limit", "format"})
        return await overviews.claims(store, after=after, limit=limit, **conditions)

    return await page(request, asked, ListedClaim, fetch)


@router.get("/{claim}", response_model=ClaimOverview, responses=examples.of("claim"))
async def read_claim(store: StoreDep, claim: str, asked: Annotated[AsOf, Query()]) -> Response:
    """One claim: its slots, standing, origins, timeline, newest positions and changes of them."""
    return answer(await overviews.claim(store, claim, **asked.clocks()))


@router.get(
    "/{claim}/positions", response_model=Page[Position], responses=examples.of(None, examples.CSV)
)
async def list_positions(
    request: Request, store: StoreDep, claim: str, asked: Annotated[Positions, Query()]
) -> Response:
    """Every statement on one claim, newest first, undated ones last."""

    async def fetch(after: str | None, limit: int) -> list[Position]:
        filters = Filters(claim=claim, **asked.clocks())
        return await queries.who(store, None, filters, after=after, limit=limit)

    return await page(request, asked, Position, fetch)
