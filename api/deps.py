"""What routes ask for: the store, and parameters that several of them share."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Annotated, Literal

from fastapi import Depends, Request
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

import viz
from api.sealed import Maps
from graph.errors import Closed
from graph.guest.guests import Guests
from graph.queries import Clocks
from graph.questions import Catalogue
from graph.store import Store

__all__ = [
    "AsOf",
    "Asked",
    "Day",
    "GraphAsked",
    "GuestsDep",
    "Hidden",
    "Listed",
    "MapAsked",
    "MapsDep",
    "QuestionsDep",
    "SiteDep",
    "StoreDep",
    "guests_of",
    "site_of",
    "today",
]


_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def _store(request: Request) -> Store:
    store: Store = request.state.store
    return store


def _questions(request: Request) -> Catalogue:
    questions: Catalogue = request.state.questions
    return questions


StoreDep = Annotated[Store, Depends(_store)]


def site_of(request: Request) -> str:
    """Return the address of the service as it was asked, without a final slash."""
    return str(request.base_url).rstrip("/")


def today() -> date:
    """Return the day in UTC, as citations have it."""
    return datetime.now(UTC).date()


SiteDep = Annotated[str, Depends(site_of)]
"""Address of the service as it was asked, without a final slash."""


def guests_of(request: Request) -> Guests:
    """Return who answers strangers' Cypher. Raises `Closed` where nobody does."""
    guests: Guests | None = request.state.guests
    if guests is None:
        raise Closed("Cypher is switched off here: REJOINDER_CYPHER=true opens it.")
    return guests


GuestsDep = Annotated[Guests, Depends(guests_of)]
QuestionsDep = Annotated[Catalogue, Depends(_questions)]


def _maps(request: Request) -> Maps:
    maps: Maps = request.state.maps
    return maps


MapsDep = Annotated[Maps, Depends(_maps)]


def _groups(names: list[str]) -> list[str]:
    if not set(names) <= set(viz.GROUPS):
        groups = ", ".join(viz.GROUPS)
        raise PydanticCustomError("group", "each is one of {groups}", {"groups": groups})
    return names


Hidden = Annotated[
    list[str],
    AfterValidator(_groups),
    WithJsonSchema({"type": "array", "items": {"type": "string", "enum": list(viz.GROUPS)}}),
]
"""Groups of lines."""


class Asked(BaseModel):
    """Parameters of an address. One that is not known is refused, not ignored."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)


def _filled(value: object) -> object:
    if isinstance(value, str) and value and not _DAY.fullmatch(value):  # pydantic counts numbers
        raise PydanticCustomError("day", "a day is written as in 2024-02-24")
    return value or None


Day = Annotated[date | None, BeforeValidator(_filled)]
"""A day in an address. A form sends an empty text for what nobody filled in: it is left out."""


class SaidBy(Asked):
    """A question about a day, by what the record holds now."""

    as_of: Day = Field(None, examples=["2024-02-24"])
    """Only what had certainly been said by the end of this day; left out: all that is known."""


class AsOf(SaidBy):
    """A question about a day, by either clock or both."""

    recorded_as_of: Day = Field(None, examples=["2026-11-30"])
    """Only what this graph held at the end of this day (UTC), including what has left it since;
    left out: what it holds now."""

    def clocks(self) -> Clocks:
        """Return both as the graph takes them."""
        return Clocks(as_of=self.as_of, recorded_as_of=self.recorded_as_of)


class GraphAsked(Asked):
    """How a map of any graph is shown at first."""

    hide: Hidden = Field([], examples=[["reacted"]])
    """A group of lines that is hidden; may be repeated."""
    at: str | None = Field(None, max_length=300, examples=["actor:ir"])
    """Id of the statement or the node of the map that is open; left out: what the map is about."""

    def on(self, address: str) -> viz.Asked:
        """Return it for the map that a service has at `address`."""
        return viz.Asked(hide=tuple(self.hide), at=self.at, address=address, served=True)


class MapAsked(SaidBy, GraphAsked):
    """How a map of statements is shown at first."""

    level: viz.Level = "statements"
    """How closely: `statements` as lines; `evidence`: statements and documents as nodes; `states`:
    each statement as one of the state whose voice made it."""
    since: date | None = Field(None, examples=["2024-02-01"])
    """What may have been said on this day or later."""
    until: date | None = Field(None, examples=["2024-03-31"])
    """What may have been said on this day or earlier."""
    undated: bool = True
    """Whether statements without a day are shown."""

    def on(self, address: str) -> viz.Asked:
        """Return it for the map that a service has at `address`."""
        days = {"since": self.since, "until": self.until, "undated": self.undated}
        return replace(super().on(address), levels=True, level=self.level, **days)


class Listed(Asked):
    """A list, a page at a time."""

    limit: int = Field(25, ge=1, le=500)
    """At most this many rows."""
    after: str | None = Field(None, max_length=200)
    """Cursor: `key` of the last row of the page before. `next` has it."""
    format: Literal["json", "csv"] = "json"
    """`csv` for a table; several values in a cell are parted by " | "."""
