"""Statements in short answers, and what stands or falls with a document."""

from datetime import date

from graph.answers.positions import SpokenBy
from graph.answers.record import Record
from graph.vocabulary import Act, Belief

__all__ = ["Alleged", "Citation", "Dependent", "Printed", "Saying"]


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
