"""Search: whatever holds some words."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response
from pydantic import Field

from api import examples
from api.deps import Asked, StoreDep
from api.pages import Page, answer
from graph import finding
from graph.answers import Hit

router = APIRouter(prefix="/v1/search", tags=["search"])


class Search(Asked):
    """What to look for."""

    q: str = Field(min_length=1, max_length=200, examples=["zolfaghar"])
    """Words, or beginnings of words; accents and case do not matter. All of them must occur."""
    type: Literal["Actor", "WeaponSystem", "Claim", "Statement", "Document"] | None = None
    """Only this label."""
    limit: int = Field(25, ge=1, le=100)
    """At most this many."""


@router.get("", response_model=Page[Hit], responses=examples.of("search"))
async def search(store: StoreDep, asked: Annotated[Search, Query()]) -> Response:
    """Actors, weapons, claims, statements and documents by their words, best match first."""
    found = await finding.search(store, asked.q, type_=asked.type, limit=asked.limit)
    return answer(Page[Hit](rows=found, next=None))
