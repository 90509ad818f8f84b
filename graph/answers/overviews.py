"""One thing with all that is asked of it first, put together from several questions."""

from datetime import date

from graph.answers.actors import ActorSummary
from graph.answers.claims import ClaimDetail, ClaimSummary, Origin, Standing
from graph.answers.exchanges import Change, Exchange
from graph.answers.positions import Position
from graph.answers.record import Mention, Record
from graph.answers.sayings import Dependent, Saying

__all__ = [
    "ActorOverview",
    "ClaimOverview",
    "DocumentDetail",
    "DocumentOverview",
    "ListedClaim",
    "PublishedDocument",
    "StatementOverview",
]


class ListedClaim(ClaimSummary):
    """A claim in a list, with how it stands."""

    standing: Standing
    """How it stands by the day asked about."""


class ClaimOverview(Record):
    """A claim: what it says, how it stands, who holds what."""

    claim: ClaimDetail
    """Its text, slots and relations. A claim, not a finding."""
    as_of: date | None
    """The day by which it had certainly been said. Null: all that is known."""
    recorded_as_of: date | None
    """The day at whose end this graph held it. Null: what it holds now."""
    standing: Standing
    """How it stands. Not a score."""
    origins: list[Origin]
    """Independent origins once copies are collapsed, each with at most 200 ids of each sort."""
    positions: list[Position]
    """The newest statements on it, at most 200; `/v1/claims/{claim}/positions` has all."""
    timeline: list[Saying]
    """The same statements in the order said, undated ones last."""
    changes: list[Change]
    """Who changed position on it or towards a narrower claim: the newest changes, at most 200;
    the question `who_changed_position` has all."""
    thread: list[Exchange]
    """Who answered whom: the newest answers, at most 200; the question `thread` has all."""
    truncated: list[str]
    """Names of the lists from which something older is left out; empty when all are whole."""


class ActorOverview(Record):
    """An actor: its roles and what it and its voices have held."""

    actor: ActorSummary
    """Who it is."""
    as_of: date | None
    """The day by which it had certainly been said. Null: all that is known."""
    recorded_as_of: date | None
    """The day at whose end this graph held it. Null: what it holds now."""
    positions: list[Position]
    """Newest statements of it and its voices, at most 200; `/v1/actors/{actor}/positions` has
    all."""
    changes: list[Change]
    """Its changes of position: the newest, at most 200, among its newest 2,000 statements; the
    question `who_changed_position` has all."""
    truncated: list[str]
    """Names of the lists from which something older is left out, or may be; empty when all are
    whole."""


class StatementOverview(Record):
    """A statement with its thread."""

    statement: Position
    """Who, on which claim, when, in whose words, in which documents."""
    thread: list[Exchange]
    """What it answers and what answers it, as far as that leads: the newest answers, at most 200;
    the question `thread` has all."""
    truncated: list[str]
    """Names of the lists from which something older is left out; empty when all are whole."""


class DocumentDetail(Record):
    """A document."""

    id: str
    """Its id."""
    kind: str | None
    """What sort of document. Null when not recorded."""
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
    derivation: str
    """`checked` or `unchecked`: whether somebody has looked where its matter is from."""
    draws_on: list[Mention]
    """Documents that it has its matter from."""
    drawn_on_by: list[Mention]
    """Documents that have their matter from it, at most 200, by id."""
    withdrawn: str | None
    """Day on which its publisher took it back (EDTF). Null when it stands."""
    withdrawn_because: str | None
    """The reason that the publisher gave. Null when none is recorded."""
    notes: str | None
    """What no other field holds."""


class PublishedDocument(Record):
    """A document in the list of its publisher."""

    id: str
    """Its id."""
    title: str | None
    """Headline. Null when not recorded."""
    published: str | None
    """Day of publication (EDTF). Null when the page shows none."""
    read: bool
    """False for an original known only through documents that draw on it."""
    withdrawn: str | None
    """Day on which its publisher took it back (EDTF). Null when it stands."""
    statements: int
    """Statements that it reports."""


class DocumentOverview(Record):
    """A document and what depends on it."""

    document: DocumentDetail
    """Where it stands."""
    dependents: list[Dependent]
    """Statements that it reports, or that documents drawing on it report: the newest, at most 200;
    the question `what_depends_on` has all."""
    truncated: list[str]
    """Names of the lists from which something is left out; empty when all are whole."""
