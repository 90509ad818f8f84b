"""Whoever can speak."""

from typing import Annotated, Literal

from pydantic import Field

from graph.dates import EdtfDate
from graph.model.parts import Entity, Id, Named, Part, Text

__all__ = ["Actor", "Institution", "Official", "Outlet", "Role", "State", "UnnamedSource"]


class State(Named):
    """A state. Its id is the lower-case ISO 3166-1 alpha-2 code."""

    type: Literal["state"]
    """Always `state`."""


class Institution(Named):
    """A ministry, mission, service, armed force, alliance, grouping or think tank."""

    type: Literal["institution"]
    """Always `institution`."""
    kind: Text
    """What sort of body: ``ministry``, ``diplomatic_mission``, ``think_tank`` ..."""
    part_of: tuple[Id, ...] = ()
    """Institutions or states whose organ it is. It speaks for them."""
    based_in: tuple[Id, ...] = ()
    """States where it sits without being their organ: a think tank. Never their voice."""
    members: tuple[Id, ...] = ()
    """States or institutions that form this grouping."""


class Role(Part):
    """A post that an official is known to have held."""

    title: Text
    """Title, as the source words it."""
    institution: Id
    """Where."""
    speaks_for: bool = True
    """Whether the post makes the person a voice of the institution: an adviser is none."""
    start: EdtfDate | None = None
    """First day in the post; left out when not known."""
    end: EdtfDate | None = None
    """Last day in the post; left out when not known or still held."""
    seen_on: EdtfDate | None = None
    """A day on which the role was seen in use, often all that is known."""
    seen_in: Id | None = None
    """Document in which it was seen."""


class Official(Named):
    """A named person speaking in a role."""

    type: Literal["official"]
    """Always `official`."""
    roles: tuple[Role, ...] = ()
    """Posts, each with the days that are known."""


class Outlet(Named):
    """A news agency, newspaper, broadcaster, state medium or other publisher."""

    type: Literal["outlet"]
    """Always `outlet`."""
    kind: Text | None = None
    """What sort of outlet: ``news_agency``, ``aggregator`` ..."""
    domain: Text | None = None
    """Internet domain."""
    based_in: tuple[Id, ...] = ()
    """States where it is based."""


class UnnamedSource(Entity):
    """A source described but not named. Never matched with another by its wording."""

    type: Literal["unnamed_source"]
    """Always `unnamed_source`."""
    description: Text
    """How the document describes it."""
    documents: tuple[Id, ...] = Field(min_length=1)
    """Documents that quote it. It belongs to them, and to those that draw on them."""
    count: int | None = Field(None, ge=1)
    """How many people, when stated."""
    said_to_be_from: tuple[Id, ...] = ()
    """States or institutions that the document places it in."""
    possibly_part_of: tuple[Id, ...] = ()
    """Other unnamed sources of the same report that it may be one of. Not a match."""


Actor = Annotated[
    State | Institution | Official | Outlet | UnnamedSource, Field(discriminator="type")
]
"""Whoever can speak."""
