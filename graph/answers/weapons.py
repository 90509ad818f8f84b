"""Weapon systems, and what somebody stated of them."""

from graph.answers.record import Mention, Record

__all__ = ["SaidMaker", "StatedRange", "WeaponDetail"]


class StatedRange(Record):
    """A range of a weapon, as somebody stated it."""

    text: str
    """In the words of the source."""
    min_km: float | None
    """Lower bound in kilometres. Null when none was given."""
    max_km: float | None
    """Upper bound in kilometres. Null when none was given."""
    stated_by: str | None
    """Who stated it, in words. Null when not recorded."""
    document: Mention
    """Where."""


class SaidMaker(Record):
    """A manufacturer, as a document names it."""

    institution: Mention
    """Who is said to make it."""
    document: Mention
    """Document that says so."""


class WeaponDetail(Record):
    """A weapon system: a designation. Launchers, families and variants are others."""

    id: str
    """Its id."""
    name: str
    """Its designation."""
    kind: str
    """What sort of weapon."""
    aliases: list[str]
    """Other designations and spellings."""
    variant_of: list[Mention]
    """Families that it belongs to."""
    variants: list[Mention]
    """Weapon systems that belong to it as a family."""
    component_of: list[Mention]
    """Systems that it is a component of and not itself an example of."""
    components: list[Mention]
    """Its components: a claim about one is not about it."""
    ranges: list[StatedRange]
    """Ranges as stated, in the order in which their documents were published. None is chosen."""
    makers: list[SaidMaker]
    """Manufacturers as stated."""
    notes: str | None
    """What no other field holds."""
