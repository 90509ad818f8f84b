"""Who said what about which claim."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from graph.dates import EdtfDate
from graph.model.parts import Entity, Id, Language, Part, Quantity, Text
from graph.vocabulary import Act, Belief

__all__ = ["Report", "Speaker", "Statement"]


class Report(Part):
    """One document's report of a statement."""

    document: Id
    """Which document."""
    quote: Text | None = None
    """The speaker's words, as this document prints them."""
    quote_language: Language | None = None
    """Language of the quotation, as BCP 47 writes it."""
    characterised_as: Act | None = None
    """What the document calls it, which need not be what the words are."""
    characterised_in_words: Text | None = None
    """The document's own words for it: "denies", "dodges"."""
    hedge: Text | None = None
    """The document's own hedge: "reportedly"."""


class Speaker(Part):
    """Who speaks, and in which role."""

    actor: Id
    """Who."""
    role: Text | None = None
    """Role, as the document gives it."""


def _speakers(value: Any) -> Any:
    """Accept ``by: kirby``, a list of ids, and a list of ``{actor, role}``."""
    items: list[Any] = list(value) if isinstance(value, list | tuple) else [value]  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
    return [{"actor": item} if isinstance(item, str) else item for item in items]


class Statement(Entity):
    """One speech act by one speaker, or several jointly, about one claim, once."""

    by: Annotated[
        tuple[Speaker, ...],
        Field(min_length=1),
        BeforeValidator(_speakers, json_schema_input_type=Id | list[Id | Speaker]),
    ]
    """Who speaks: an id, or a list of ids or of ``{actor, role}`` for a joint statement."""
    on_behalf_of: tuple[Id, ...] = ()
    """States or institutions that it is said for."""
    act: Act
    """What kind of speech act it is."""
    claim: Id
    """The one claim that it is about."""
    belief: Belief
    """What the speaker commits to, on the claim as worded."""
    relayed_belief: Belief | None = None
    """What those are committed to whose word it passes on, for an outlet that reports."""
    explicit: bool | None = None
    """False where the act lies in how documents characterise the words, not in the words."""
    hedged: bool = False
    """Whether the words are hedged."""
    extent: Literal["whole", "part"] | None = None
    """Whether it bears on the whole claim or a part of it."""
    extent_words: Text | None = None
    """Which part."""
    quantity: Quantity | None = None
    """The quantity that this speaker gave."""
    utterance: Id | None = None
    """Shared by statements that are one utterance."""
    said: EdtfDate | None = None
    """Day on which it was said; left out when not known."""
    said_basis: Text | None = None
    """How that day is known: ``stated``, ``weekday_resolved``, ``not_later_than`` ..."""
    channel: Text | None = None
    """Where or through whom it was said: "White House press briefing"."""
    paraphrase: Text | None = None
    """The content in our own words."""
    responds_to: tuple[Id, ...] = ()
    """Statements that it answers."""
    relays: tuple[Id, ...] = ()
    """Statements or unnamed sources whose word it passes on."""
    reports: tuple[Report, ...] = Field(min_length=1)
    """Documents that report it, each with its quotation and what it calls it."""
