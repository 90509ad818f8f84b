"""Statements whole: who said what, when, in whose words, in which documents."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field

from graph.answers.record import Mention, Record
from graph.vocabulary import Act, Belief

__all__ = ["Position", "ReportedIn", "SpokenBy", "Voiced"]


class SpokenBy(Mention):
    """Who speaks."""

    role: str | None
    """Role, as the documents give it. Null when they give none."""


class Voiced(Mention):
    """A state or institution that a statement is a voice of."""

    voiced_as: Annotated[Literal["itself", "on behalf", "organ", "official"], Field(alias="as")]
    """How near: made by it `itself`, said `on behalf` of it, by an `organ` of it, or by an
    `official` who spoke for it on that day. The nearest of several."""


class ReportedIn(Record):
    """One document's report of a statement."""

    document: str
    """Id of the document."""
    title: str | None
    """Headline. Null when not recorded."""
    url: str | None
    """Address. Null when it has none or is not known."""
    publisher: Mention | None
    """Who published it. Null when not known."""
    published: str | None
    """Day of publication (EDTF). Null when the page shows none."""
    language: str | None
    """Language (BCP 47). Null when not recorded."""
    read: bool
    """False for an original known only through documents that draw on it."""
    withdrawn: str | None
    """Day on which its publisher took it back (EDTF). Null when it stands."""
    quote: str | None
    """The speaker's words, as this document prints them. Null when none is recorded."""
    quote_language: str | None
    """Language of the quotation. Null without one."""
    characterised_as: Act | None
    """What the document calls the statement. Null when not recorded."""
    characterised_in_words: str | None
    """The document's own words for it. Null when not recorded."""
    hedge: str | None
    """The document's hedge. Null when it has none."""
    draws_on: list[str]
    """Ids of documents that this one has its matter from."""


class Position(Record):
    """A statement as an answer to "who said what": who, on which claim, when, in what words."""

    statement: str
    """Id of the statement."""
    act: Act
    """What kind of speech act it is."""
    belief: Belief
    """What the speaker commits to, on the claim as worded (FactBank)."""
    relayed_belief: Belief | None
    """What those are committed to whose word it passes on. Null when it passes on none."""
    explicit: bool | None
    """False where the act lies in how documents characterise the words. Null: not known."""
    rests_on: Literal["words", "characterisation", "unknown"]
    """What the answer rests on: the words themselves, or what documents call them."""
    hedged: bool
    """Whether the words are hedged."""
    extent: Literal["whole", "part"] | None
    """Whether it bears on the whole claim or a part. Null when not recorded."""
    extent_words: str | None
    """Which part. Null when not recorded."""
    quantity: str | None
    """The quantity that this speaker gave, in words. Null when none."""
    speakers: list[SpokenBy]
    """Who speaks; several for a joint statement."""
    named: bool
    """False when every speaker is an unnamed source."""
    on_behalf_of: list[Mention]
    """For whom it is said."""
    voices: list[Voiced]
    """Of which states, then of which institutions, it is a voice. Not of those where a think
    tank sits, nor of those that an unnamed source is said to be from."""
    claim: Mention
    """The claim that it is about."""
    said: str | None
    """Day on which it was said, as precisely as known (EDTF). Null when not known."""
    said_earliest: date | None
    """First day that `said` may mean. Null when nothing bounds it."""
    said_latest: date | None
    """Last day that `said` may mean. Null when nothing bounds it."""
    said_basis: str | None
    """How that day is known. Null when not recorded."""
    known_by: date | None
    """First day by which it had certainly been said. Null when no date bounds it."""
    channel: str | None
    """Where or through whom it was said. Null when not recorded."""
    paraphrase: str | None
    """The content in our own words."""
    notes: str | None
    """What no other field holds."""
    responds_to: list[str]
    """Ids of the statements that it answers."""
    answered_by: list[str]
    """Ids of the statements that answer it."""
    relays: list[Mention]
    """Statements or unnamed sources whose word it passes on."""
    reports: list[ReportedIn]
    """The documents that report it."""
    recorded_at: datetime
    """When it entered this graph (UTC)."""
    withdrawn_at: datetime | None
    """When it left the record (UTC), because its dossier no longer has it. Null: it stands."""
    key: str
    """Sort key, and cursor of a page."""
