"""Search: whatever holds some words."""

from contextlib import suppress
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response
from pydantic import Field

from api import examples
from api.deps import Asked, StoreDep
from api.envelopes import Page
from api.pages import answer
from graph import finding
from graph.answers import Hit
from graph.errors import BadRequest
from graph.finding import LABELS

router = APIRouter(prefix="/v1", tags=["search"])


class Search(Asked):
    """What to look for."""

    q: str = Field(min_length=1, max_length=200, examples=["zolfaghar"])
    """Words, or beginnings of words; accents and case do not matter. All of them must occur."""
    type: Literal["Actor", "WeaponSystem", "Claim", "Statement", "Document"] | None = None
    """Only this label."""
    limit: int = Field(25, ge=1, le=100)
    """At most this many."""


@router.get("/search", response_model=Page[Hit], responses=examples.of("search"))
async def search(store: StoreDep, asked: Annotated[Search, Query()]) -> Response:
    """Actors, weapons, claims, statements and documents by their words, best match first."""
    found = await finding.search(store, asked.q, type_=asked.type, limit=asked.limit)
    return answer(Page[Hit](rows=found, next=None))


class Completion(Asked):
    """What somebody has begun to type."""

    type: Literal["actor", "weapon", "claim", "statement", "document"]
    """Kind of thing whose id it is."""
    beginning: str = Field("", max_length=200, examples=["iran-s"])
    """First letters of the id; where no id begins so, words of its name or text."""


@router.get("/complete", response_model=Page[Hit])
async def complete(store: StoreDep, asked: Annotated[Completion, Query()]) -> Response:
    """Ids for what somebody has begun to type: the first fifty that begin so, else by words."""
    found = await finding.complete(store, asked.type, asked.beginning)
    if not found:
        label = LABELS[asked.type]
        with suppress(BadRequest):  # no letters in it: nothing is like it
            found = await finding.search(store, asked.beginning, type_=label, limit=10)
    return answer(Page[Hit](rows=found, next=None))
