"""What a search found, in the groups of its page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from graph.answers import Hit, Mention, Position
from viz.pages.marking import holds, marked

__all__ = ["GROUPS", "Found", "Group", "row"]

GROUPS: Mapping[str, str] = {
    "Claim": "Claims",
    "Actor": "Actors",
    "Statement": "Statements",
    "Document": "Documents",
    "WeaponSystem": "Weapons",
}
"""Titles of the groups by label."""
_MARK = "<mark>"
_NEAR = "Some of the words, or similar ones"
_NEAR_CLAIMS = "Similar words, not the same claim"


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that was found."""

    what: Mention
    """What it is."""
    text: Markup
    """Its name or words, with the match marked."""
    also: Markup | None
    """Where else the match stands: other names, or the id. None: it stands in the text."""
    position: Position | None
    """The statement whole. None for other things."""


@dataclass(frozen=True, slots=True)
class Group:
    """What was found of one label."""

    label: str
    """The label."""
    found: list[Found]
    """Best match first."""
    near: list[Found]
    """What looks alike and may mean something else."""
    more: bool
    """Whether there are more than are shown."""

    @property
    def title(self) -> str:
        """Return its title."""
        return GROUPS[self.label]

    @property
    def near_title(self) -> str:
        """Return the title of its near misses."""
        return _NEAR_CLAIMS if self.label == "Claim" else _NEAR


def row(
    hit: Hit,
    terms: Sequence[str],
    names: Mapping[str, Sequence[str]],
    positions: Mapping[str, Position],
    *,
    whole: bool = True,
) -> Found:
    """Return `hit` with the words that were looked for marked, in its text or else beside it.

    `names` has other names and `positions` whole statements, both by id. `whole` says that all
    words must be in sight, and not just one of them.
    """
    text = marked(hit.text, terms)
    what = Mention(id=hit.id, name=hit.text, type=hit.type)
    seen = holds(hit.text, terms) if whole else _MARK in text
    also = None if seen else _also(hit, terms, names.get(hit.id, ()))
    return Found(what, text, also, positions.get(hit.id))


def _also(hit: Hit, terms: Sequence[str], names: Sequence[str]) -> Markup | None:
    """Return where words stand that the text does not have: in other names, or in the id."""
    called = marked("; ".join(names), terms)
    if _MARK in called:
        return Markup("also called {}").format(called)
    id_ = marked(hit.id, terms)
    return Markup("id {}").format(id_) if _MARK in id_ and hit.id != hit.text else None
