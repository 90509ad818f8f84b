"""A feed and its entries, whatever form they are given."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

__all__ = ["Entry", "Feed", "Link"]

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Link:
    """A line with an address: what is read there."""

    text: str
    url: str | None
    """An address of the web. None: it has none, or is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that is new. Once published it has the same id for ever."""

    id: str
    url: str
    """Absolute address of its page."""
    title: str
    updated: datetime
    """When it entered the record or left it (UTC)."""
    authors: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    """What it says, a paragraph each."""
    links: tuple[Link, ...] = ()
    """Documents that report it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """Entries, the newest first."""

    title: str
    home: str
    """Absolute address of the page that has the same to be read."""
    address: str
    """Its own absolute address."""
    entries: Sequence[Entry]

    @property
    def updated(self) -> datetime:
        """When its newest entry was new; long ago where there is none."""
        return max((each.updated for each in self.entries), default=_NEVER)
