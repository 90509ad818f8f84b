"""Network maps, as pages."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from api import drawing
from api.deps import AsOf, StoreDep
from api.sealed import sealed

router = APIRouter(prefix="/maps", tags=["maps"])


@router.get("/claims/{claim}", response_class=HTMLResponse)
async def map_claim(store: StoreDep, claim: str, asked: Annotated[AsOf, Query()]) -> HTMLResponse:
    """Map one claim: everyone who spoke of it, each statement a line of its own."""
    return sealed(await drawing.claim(store, claim, asked.as_of))


@router.get("/actors/{actor}", response_class=HTMLResponse)
async def map_actor(store: StoreDep, actor: str, asked: Annotated[AsOf, Query()]) -> HTMLResponse:
    """Map one actor: the claims on which it or a voice of it spoke."""
    return sealed(await drawing.actor(store, actor, asked.as_of))


@router.get("/schema", response_class=HTMLResponse)
async def map_schema(store: StoreDep) -> HTMLResponse:
    """Map the schema: labels and the relationships between them, each with its count."""
    return sealed(await drawing.schema(store))
