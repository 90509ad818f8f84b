"""What is cited: a statement, a claim or a document, with all that a citation may say of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.vocabulary import ACTS, Act
from viz.inline import in_line

__all__ = ["Author", "Citable", "Source", "byline"]


@dataclass(frozen=True, slots=True)
class Author:
    """Who speaks. The name is whole: it has no first and no last part."""

    name: str
    type: str
    """State, Institution, Official, Outlet or UnnamedSource."""
    role: str | None = None
    """Role in which it speaks, or the one institution that an official spoke for. None: neither."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document, in which a statement is reported or which is itself cited."""

    id: str
    publisher: str | None
    """Name of who published it. None: not known."""
    title: str | None
    """Headline. None: not recorded."""
    published: str | None
    """Day of publication (EDTF). None: the page shows none."""
    url: str | None
    language: str | None
    read: bool
    """False for an original known only through documents that draw on it."""
    withdrawn: str | None
    """Day on which its publisher took it back (EDTF). None: it stands."""
    quote: str | None = None
    """The speaker's words, as it prints them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citable:
    """What is cited, on the page that it has here."""

    kind: Literal["statement", "claim", "document"]
    id: str
    title: str
    address: str
    """Absolute address of its page, with the day as of which it was asked."""
    read_on: date
    """Day on which the page was read (UTC)."""
    as_of: date | None
    """Day as of which it was asked. None: all that is known."""
    authors: tuple[Author, ...] = ()
    day: str | None = None
    """Day on which it was said or published (EDTF). None: not known."""
    latest: date | None = None
    """Of an undated statement, the day by which it had certainly been said. None: not known."""
    act: Act | None = None
    implied: bool = False
    """Whether the act lies in how documents characterise the words, and not in them."""
    claim: str | None = None
    """Text of the claim that is cited, or that a statement is about."""
    claim_address: str | None = None
    on_behalf_of: tuple[str, ...] = ()
    """Names of those for whom it is said."""
    word_of: tuple[str, ...] = ()
    """The unnamed sources, as described, whose word it passes on."""
    channel: str | None = None
    """Where or through whom it was said."""
    paraphrase: str | None = None
    """The content in our own words."""
    sources: tuple[Source, ...] = ()
    """The documents that report it, or in which it appears; of a document itself."""
    genre: str | None = None
    """What sort of document it is. None: not recorded."""
    standing: tuple[str, ...] = ()
    """How a claim stands, and with what: each part in words."""
    left: date | None = None
    """Day on which it left this record (UTC). None: it stands."""

    @property
    def words(self) -> dict[str, list[str]]:
        """The words, each wording once, and the names of those who print it so."""
        found: dict[str, list[str]] = {}
        for each in self.sources:
            if each.quote and (wording := in_line(each.quote)):
                found.setdefault(wording, []).append(in_line(each.publisher or each.id))
        return found

    @property
    def phrase(self) -> str:
        """The act as a reader reads it: "had not responded". Empty where there is none."""
        return ACTS[self.act].phrase if self.act else ""


def byline(authors: Sequence[Author]) -> str:
    """Return who speaks: "John Kirby (White House) and Reuters"."""
    return " and ".join(
        f"{in_line(each.name)} ({in_line(each.role)})" if each.role else in_line(each.name)
        for each in authors
    )
