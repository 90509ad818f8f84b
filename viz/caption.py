"""What a map says of itself: what was asked, as of when, how much of the answer it shows."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal

from viz.strokes import GROUPS

__all__ = ["LEVELS", "NOT_FINDINGS", "Asked", "Caption", "Level", "shown_nodes", "shown_of"]

NOT_FINDINGS = "Allegations, not findings."
EMPTY = "No statement is recorded. That is not a denial, and not an answer of any other kind."

Level = Literal["statements", "evidence", "states"]
LEVELS: dict[Level, str] = {
    "statements": "statements as lines",
    "evidence": "statements with their documents",
    "states": "states only",
}
"""How closely a map can be looked at, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a reader asked of a map, beside what it is about."""

    level: Level = "statements"
    """How closely it is looked at."""
    since: date | None = None
    """First day of what is shown at first. None: no bound."""
    until: date | None = None
    """Last day of what is shown at first. None: no bound."""
    hide: tuple[str, ...] = ()
    """Groups of lines that are hidden at first: keys of `viz.strokes`, or ``implied``."""
    undated: bool = True
    """Whether undated statements are shown at first."""
    at: str | None = None
    """Id of the statement or node that is open at first. None: what the map is about."""
    address: str | None = None
    """Path of the map on a service. None: it was made without one."""
    levels: bool = False
    """Whether the same map can be had at the other levels."""
    served: bool = False
    """Whether the page comes from the service at that address, and may ask it for more."""


@dataclass(frozen=True, slots=True)
class Caption:
    """What is printed on a map."""

    title: str
    """The question, in a sentence for a reader."""
    as_of: date | None
    """Day as of which it was asked. None: the latest that is recorded."""
    made: datetime
    """When the answer was read from the graph (with its time zone)."""
    total: int
    """Statements that answer the question, of which the map may show fewer."""
    asked: Asked = field(default_factory=Asked)
    """How it is to be shown at first."""

    def words(self, shown: str) -> dict[str, Any]:
        """Return the texts that stand on the page; `shown` says how much of the answer it has."""
        as_of = f"{self.as_of.day} {self.as_of:%B %Y}" if self.as_of else None
        zone = self.made.strftime("%Z") or "no time zone given"
        return {
            "title": self.title,
            "asOf": f"As of {as_of}." if as_of else "As of the latest recorded.",
            "asOfDay": self.as_of.isoformat() if self.as_of else None,
            "made": f"Made {self.made.day} {self.made:%B %Y, %H:%M} {zone}.",
            "madeAt": self.made.isoformat(timespec="seconds"),
            "shown": shown,
            "rule": NOT_FINDINGS,
        }

    def first(self) -> dict[str, Any]:
        """Return the filters with which the page opens; a group that no line is of hides none."""
        asked = self.asked
        return {
            "as_of": self.as_of.isoformat() if self.as_of else None,
            "since": asked.since.isoformat() if asked.since else None,
            "until": asked.until.isoformat() if asked.until else None,
            "hide": [each for each in asked.hide if each in GROUPS],
            "undated": asked.undated,
            "at": asked.at,
        }


def shown_of(shown: int, total: int, left_out: str = "newest first") -> str:
    """Return how many of the statements a map shows, and by what order others were left out."""
    if total == 0:
        return EMPTY
    noun = "statement" if total == 1 else "statements"
    if shown < total:
        return f"{shown} of {total} {noun} shown, {left_out}."
    return f"{total} {noun} in all."


def shown_nodes(shown: int, held: int) -> str:
    """Return how many of the nodes `held` by an answer a map shows."""
    noun = "node" if held == 1 else "nodes"
    if shown < held:
        return f"{shown} of {held} {noun} shown, in the order of the answer."
    return f"{held} {noun} in all."
