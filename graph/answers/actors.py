"""Actors, and whatever is found by its words or its id."""

from datetime import datetime

from graph.answers.record import Mention, Record

__all__ = ["ActorSummary", "Former", "Hit", "Known", "KnownAs", "Recorded", "RoleHeld"]


class RoleHeld(Record):
    """A post of an official."""

    title: str
    """Title."""
    institution: Mention
    """Where."""
    speaks_for: bool
    """Whether the post makes the person its voice."""
    start: str | None
    """First day (EDTF). Null when not known."""
    end: str | None
    """Last day (EDTF). Null when not known."""
    seen_on: str | None
    """A day on which it was seen (EDTF)."""


class ActorSummary(Record):
    """An actor."""

    id: str
    """Its id."""
    name: str
    """Its name; of an unnamed source its description."""
    type: str
    """State, Institution, Official, Outlet or UnnamedSource."""
    kind: str | None
    """What sort of institution or outlet. Null for the others."""
    aliases: list[str]
    """Other names."""
    part_of: list[Mention]
    """Institutions or states whose organ it is."""
    based_in: list[Mention]
    """States where it sits without being their voice."""
    roles: list[RoleHeld]
    """Posts of an official."""
    statements: int
    """Statements that it made itself."""
    voiced: int
    """Statements made by it or by its voices: organs, officials, and those on its behalf."""
    notes: str | None
    """What no other field holds."""


class Hit(Record):
    """Something found by words."""

    id: str
    """Its id."""
    type: str
    """Its label."""
    text: str
    """Name, claim text, paraphrase or title."""
    score: float
    """How well the words match (Lucene). Says nothing of the matter."""


class Known(Record):
    """Something that the graph already holds."""

    id: str
    """Its id."""
    type: str
    """Its label."""
    fingerprint: str
    """SHA-256 of its definition."""
    dossiers: list[str]
    """Dossiers that define it."""


class KnownAs(Record):
    """What else something is called."""

    id: str
    """Its id."""
    aliases: list[str]
    """Its other names; at least one."""


class Former(Record):
    """An id that something in the graph had before."""

    id: str
    """The old id."""
    now: str
    """The id that it has."""
    dossiers: list[str]
    """Dossiers that define it."""


class Recorded(Record):
    """What has an id, or had it."""

    type: str | None
    """Label of what has it. Null when nothing has."""
    withdrawn_at: datetime | None
    """When that left the record (UTC). Null while it stands."""
    now: str | None
    """Id of what had this one before. Null when nothing had, and while it stands."""
