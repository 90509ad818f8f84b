"""Claims, how they stand, and where they come from."""

from datetime import date
from typing import Literal

from graph.answers.record import Mention, Record

__all__ = [
    "ClaimDetail",
    "ClaimSummary",
    "ClaimTie",
    "KeptStanding",
    "Origin",
    "PartyPosition",
    "Standing",
    "StandingName",
]

StandingName = Literal["unopposed", "disputed", "admitted", "denied", "unconfirmed", "no position"]


class PartyPosition(Record):
    """What one accused party's own voices said of a claim."""

    id: str
    """Id of the supplier or recipient that the claim names."""
    name: str
    """Its name."""
    acts: list[str]
    """Acts of its voices, each once, in the order first said. Empty: no recorded position."""


class Standing(Record):
    """How a claim stands on a day: who is for it and against it. It is not a score."""

    claim: str
    """Id of the claim."""
    standing: StandingName
    """In one word; the rule stands in ``cypher/claims/standing.cypher``."""
    supporting: int
    """Speakers whose latest commitment supports it."""
    opposing: int
    """Speakers whose latest commitment opposes it."""
    uncommitted: int
    """Speakers who spoke of it and committed to neither. Not a middle position."""
    named_sources: int
    """Named speakers, outlets that only report left out, who put it forward or support it."""
    unnamed_sources: int
    """Descriptions of unnamed sources that it rests on. Not a number of people."""
    origins: int
    """Independent origins once copies are collapsed; see ``questions.origins``."""
    unchecked_documents: int
    """Documents on it whose derivation nobody has checked: the origins may be fewer."""
    accused: list[PartyPosition]
    """What the accused parties said."""


class KeptStanding(Standing):
    """How a claim stands as of all that is known, as the graph keeps it."""

    statements: int
    """Statements on it."""


class Origin(Record):
    """Where a claim enters the record on somebody's own authority."""

    origin: str
    """Id of the outlet, speaker or principal; of the document when its publisher is not known."""
    name: str
    """Its name."""
    kind: Literal["report", "utterance"]
    """`report`: an outlet's own report on the word of others; `utterance`: own public words."""
    statements: list[str]
    """Ids of the statements that go back to it."""
    documents: list[str]
    """Ids of the documents in which they stand and which draw on no other."""
    copies: int
    """Documents that report them and draw on another: counted, never as an origin."""
    unnamed_sources: list[str]
    """Ids of the unnamed sources that it relies on."""
    unchecked: int
    """Of its documents, how many nobody has checked for what they draw on."""


class ClaimSummary(Record):
    """A claim in a list."""

    id: str
    """Its id."""
    text: str
    """The proposition. A claim, not a finding."""
    kind: str
    """What sort of claim."""
    stage: str | None
    """How far the matter had gone, as the claim words it. Null when it does not say."""
    statements: int
    """Statements on it by the day asked about."""
    key: str
    """Sort key, and cursor of a page."""


class ClaimDetail(Record):
    """A claim with its slots and its relations to other claims."""

    id: str
    """Its id."""
    text: str
    """The proposition. A claim, not a finding."""
    kind: str
    """What sort of claim."""
    stage: str | None
    """How far the matter had gone, as the claim words it. Null when it does not say."""
    supplier: list[Mention]
    """Who is said to supply."""
    recipient: list[Mention]
    """Who is said to receive."""
    party: list[Mention]
    """Others whom it concerns."""
    items: list[Mention]
    """Weapon systems."""
    quantity: str | None
    """How many, in words."""
    quantity_min: float | None
    """At least. Null when no bound was stated."""
    quantity_max: float | None
    """At most. Null when no bound was stated."""
    quantity_unit: str | None
    """Of what."""
    period: str | None
    """When, in words."""
    period_earliest: date | None
    """First day that the period may mean. Null when nothing bounds it."""
    period_latest: date | None
    """Last day that the period may mean. Null when nothing bounds it."""
    narrows: list[Mention]
    """Claims that it narrows."""
    narrowed_by: list[Mention]
    """Claims that narrow it. Confirming one of them does not confirm this one."""
    contradicts: list[Mention]
    """Claims that cannot be true together with it."""
    presupposes: list[Mention]
    """Claims that it takes for granted."""
    presupposed_by: list[Mention]
    """Claims that take it for granted. That they are made does not confirm this one."""
    notes: str | None
    """What no other field holds."""


class ClaimTie(Record):
    """How one claim is tied to another."""

    claim: str
    """Id of the claim that narrows, contradicts or presupposes."""
    kind: Literal["NARROWS", "CONTRADICTS", "PRESUPPOSES"]
    """How."""
    other: str
    """Id of the claim that is narrowed, contradicted or presupposed."""
