"""What routes ask for: the store, and parameters that several of them share."""

from datetime import date
from typing import Annotated, Literal

from fastapi import Depends, Request
from pydantic import BaseModel, ConfigDict, Field

from graph.errors import Closed
from graph.guest.guests import Guests
from graph.questions import Catalogue
from graph.store import Store

__all__ = ["AsOf", "Asked", "GuestsDep", "Listed", "QuestionsDep", "StoreDep"]


def _store(request: Request) -> Store:
    store: Store = request.state.store
    return store


def _questions(request: Request) -> Catalogue:
    questions: Catalogue = request.state.questions
    return questions


StoreDep = Annotated[Store, Depends(_store)]


def _guests(request: Request) -> Guests:
    guests: Guests | None = request.state.guests
    if guests is None:
        raise Closed("Cypher is switched off here: REJOINDER_CYPHER=true opens it.")
    return guests


GuestsDep = Annotated[Guests, Depends(_guests)]
QuestionsDep = Annotated[Catalogue, Depends(_questions)]


class Asked(BaseModel):
    """Parameters of an address. One that is not known is refused, not ignored."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)


class AsOf(Asked):
    """A question about a day."""

    as_of: date | None = Field(None, examples=["2024-02-24"])
    """Only what had certainly been said by the end of this day; left out: all that is known."""


class Listed(Asked):
    """A list, a page at a time."""

    limit: int = Field(25, ge=1, le=500)
    """At most this many rows."""
    after: str | None = Field(None, max_length=200)
    """Cursor: `key` of the last row of the page before. `next` has it."""
    format: Literal["json", "csv"] = "json"
    """`csv` for a table; several values in a cell are parted by " | "."""
