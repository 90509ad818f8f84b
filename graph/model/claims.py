"""What is claimed, and the weapons that it is about."""

from typing import Literal

from pydantic import Field

from graph.model.parts import Entity, Id, Named, Part, Period, Quantity, Text
from graph.vocabulary import Stage

__all__ = ["Claim", "Contradiction", "Maker", "Range", "WeaponSystem"]


class Range(Part):
    """A range of a weapon, as somebody stated it."""

    text: Text
    """In the words of the source."""
    min_km: float | None = Field(None, ge=0)
    """Lower bound in kilometres, if one was given."""
    max_km: float | None = Field(None, ge=0)
    """Upper bound in kilometres, if one was given."""
    stated_by: Text | None = None
    """Who stated it."""
    document: Id
    """Where."""


class Maker(Part):
    """A manufacturer, as a document names it."""

    institution: Id
    """Who is said to make it."""
    document: Id
    """Document that says so."""


class WeaponSystem(Named):
    """A designation. Launchers, families and variants are different nodes."""

    kind: Text
    """What sort of weapon."""
    variant_of: tuple[Id, ...] = ()
    """Families that it belongs to."""
    component_of: tuple[Id, ...] = ()
    """Systems that it is a component of and not itself an example of: a launcher."""
    ranges: tuple[Range, ...] = ()
    """Ranges as stated, each with who stated it."""
    made_by: tuple[Maker, ...] = ()
    """Manufacturers as stated."""


class Contradiction(Part):
    """A claim that cannot be true together with this one."""

    claim: Id
    """Which."""
    on: Literal["quantity", "item", "period", "stage", "party", "polarity"] | None = None
    """Slot in which they differ; left out when nobody has said."""


class Claim(Entity):
    """One proposition without polarity, with slots."""

    text: Text
    """The proposition, in one sentence of our own words."""
    kind: Text
    """What sort: ``arms_transfer``, ``negotiation``, ``weapon_use``, ``about_statement`` ..."""
    stage: Stage | None = None
    """How far the matter had gone, as the claim words it."""
    supplier: tuple[Id, ...] = ()
    """Who is said to supply."""
    recipient: tuple[Id, ...] = ()
    """Who is said to receive."""
    party: tuple[Id, ...] = ()
    """Others whom it concerns."""
    items: tuple[Id, ...] = ()
    """Weapon systems."""
    quantity: Quantity | None = None
    """How many."""
    period: Period | None = None
    """When."""
    narrows: tuple[Id, ...] = ()
    """Claims on the same matter that it says more closely: with a slot filled or a stage named. Not
    an entailment: a delivery prepared narrows a delivery."""
    contradicts: tuple[Contradiction, ...] = ()
    """Claims that cannot be true together with it."""
    presupposes: tuple[Id, ...] = ()
    """Claims that it takes for granted."""
