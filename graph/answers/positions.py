"""Who said what, in whose words, in which documents, and who answered."""

from datetime import date, datetime
from typing import Literal

from graph.answers.record import Mention, Record
from graph.vocabulary import Act, Belief

__all__ = [
    "Alleged",
    "Change",
    "Citation",
    "Dependent",
    "Exchange",
    "Position",
    "Printed",
    "ReportedIn",
    "Saying",
    "SpokenBy",
]


class SpokenBy(Mention):
    """Who speaks."""

    role: str | None
    """Role, as the documents give it. Null when they give none."""


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


class Change(Record):
    """One change of position by one actor, from one statement to a later one."""

    actor: Mention
    """Who changed."""
    kind: Literal["same claim", "narrower claim"]
    """Whether the later statement is on the same claim or on one that narrows it."""
    from_statement: str
    """Id of the earlier statement."""
    from_claim: str
    """Its claim."""
    from_act: Act
    """Its act."""
    from_belief: Belief
    """Its belief."""
    from_said: str | None
    """Its day (EDTF)."""
    to_statement: str
    """Id of the later statement."""
    to_claim: str
    """Its claim."""
    to_act: Act
    """Its act."""
    to_belief: Belief
    """Its belief."""
    to_said: str | None
    """Its day (EDTF)."""
    by: Mention
    """Who said the later one: the actor itself, or a voice of it."""


class Exchange(Record):
    """One answer to one statement."""

    answer: str
    """Id of the answering statement."""
    answer_by: list[Mention]
    """Who answers."""
    answer_act: Act
    """Its act."""
    answer_belief: Belief
    """Its belief, on its own claim."""
    answer_claim: str
    """Its claim, which need not be the claim answered."""
    answer_said: str | None
    """Its day (EDTF)."""
    answered: str
    """Id of the statement that is answered."""
    answered_by: list[Mention]
    """Who made it."""
    answered_act: Act
    """Its act."""
    answered_claim: str
    """Its claim."""
    answered_said: str | None
    """Its day (EDTF)."""
    key: str
    """Sort key."""


class Citation(Record):
    """One report of one statement, with all that a footnote needs."""

    statement: str
    """Id of the statement."""
    speakers: list[SpokenBy]
    """Who speaks."""
    act: Act
    """What kind of speech act it is."""
    belief: Belief
    """What the speaker commits to."""
    explicit: bool | None
    """False where the act lies in the characterisation. Null: not known."""
    said: str | None
    """Day on which it was said (EDTF)."""
    paraphrase: str | None
    """The content in our own words."""
    quote: str | None
    """The speaker's words, as this document prints them. Null when none is recorded."""
    quote_language: str | None
    """Language of the quotation."""
    characterised_as: Act | None
    """What the document calls the statement."""
    document: str
    """Id of the document."""
    title: str | None
    """Headline."""
    publisher: str | None
    """Name of who published it."""
    published: str | None
    """Day of publication (EDTF)."""
    url: str | None
    """Address."""
    read: bool
    """False for an original known only through documents that draw on it."""
    withdrawn: str | None
    """Day on which its publisher took it back (EDTF)."""
    key: str
    """Sort key."""


class Printed(Record):
    """A document in a short answer."""

    id: str
    """Id of the document."""
    publisher: str | None
    """Name of who published it. Null when not known."""
    url: str | None
    """Address. Null when it has none or is not known."""
    quote: str | None
    """The speaker's words, as it prints them. Null when none is recorded."""
    characterised_as: Act | None
    """What it calls the statement. Null when not recorded."""


class Saying(Record):
    """A statement in a short answer: who, what kind of act, when, in whose words."""

    statement: str
    """Id of the statement."""
    act: Act
    """What kind of speech act it is."""
    belief: Belief
    """What the speaker commits to (FactBank)."""
    relayed_belief: Belief | None
    """What those are committed to whose word it passes on. Null when it passes on none."""
    explicit: bool | None
    """False where the act lies in the characterisation. Null: not known."""
    speakers: list[SpokenBy]
    """Who speaks."""
    said: str | None
    """Day on which it was said (EDTF). Null when not known."""
    said_earliest: date | None
    """First day that may mean. Null when nothing bounds it."""
    said_latest: date | None
    """Last day that may mean. Null when nothing bounds it."""
    paraphrase: str | None
    """The content in our own words. Null when not recorded."""
    documents: list[Printed]
    """The documents that report it."""
    key: str
    """Sort key."""


class Alleged(Saying):
    """A statement that puts a claim forward."""

    repeated_in: list[str]
    """Ids of documents that report it and draw on another: they add no source."""


class Dependent(Record):
    """A statement that depends on a document."""

    statement: str
    """Id of the statement."""
    claim: str
    """Id of its claim."""
    through: list[str]
    """Ids of the documents through which it depends, the document itself included."""
    others: int
    """Documents reporting it that do not depend on the document."""
    alone: bool
    """Whether nothing else reports it."""
    key: str
    """Sort key."""
