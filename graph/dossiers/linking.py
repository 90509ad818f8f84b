"""Which fields of a record name other records, and of which kind those may be."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

from graph.dossiers.findings import Path

__all__ = [
    "KINDS",
    "KINDS_BY_CODE",
    "LINKS",
    "Link",
    "code_of",
    "codes",
    "kind_code",
    "named_ids",
    "way",
]

_BODIES = ("State", "Institution")
_NAMED = (*_BODIES, "Official", "Outlet")
_ACTORS = (*_NAMED, "UnnamedSource")
_DOCUMENT = ("Document",)

KINDS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "Institution": {"part_of": _BODIES, "based_in": ("State",), "members": _BODIES},
    "Official": {"roles.institution": ("Institution",), "roles.seen_in": _DOCUMENT},
    "Outlet": {"based_in": ("State",)},
    "UnnamedSource": {
        "documents": _DOCUMENT,
        "said_to_be_from": _BODIES,
        "possibly_part_of": ("UnnamedSource",),
    },
    "WeaponSystem": {
        "variant_of": ("WeaponSystem",),
        "component_of": ("WeaponSystem",),
        "ranges.document": _DOCUMENT,
        "made_by.institution": ("Institution",),
        "made_by.document": _DOCUMENT,
    },
    "Claim": {
        "supplier": _NAMED,
        "recipient": _NAMED,
        "party": _NAMED,
        "items": ("WeaponSystem",),
        "narrows": ("Claim",),
        "contradicts.claim": ("Claim",),
        "presupposes": ("Claim",),
    },
    "Document": {"publisher": _NAMED, "draws_on.document": _DOCUMENT},
    "Statement": {
        "by.actor": _ACTORS,
        "on_behalf_of": _BODIES,
        "claim": ("Claim",),
        "responds_to": ("Statement",),
        "relays": ("Statement", "UnnamedSource"),
        "reports.document": _DOCUMENT,
    },
    "Assessment": {
        "by": _ACTORS,
        "assesses": ("Statement", "Claim", "Document", *_ACTORS),
        "document": _DOCUMENT,
    },
}
"""Fields that hold ids, by kind of record, and the kinds that they may name."""

KINDS_BY_CODE = (*_ACTORS, "WeaponSystem", "Claim", "Document", "Statement", "Assessment", "Entity")
"""Kinds of records; the last is what an actor without a type is."""


@dataclass(frozen=True, slots=True)
class Link:
    """A field that holds ids."""

    kind: str
    """Of the records that have it."""
    outer: str
    inner: str
    """Field of the parts that `outer` lists; empty where it lists ids."""
    allowed: tuple[str, ...]

    @property
    def mask(self) -> int:
        """The kinds allowed, a bit each."""
        return sum(1 << KINDS_BY_CODE.index(each) for each in self.allowed)


def _links() -> Iterator[Link]:
    for kind, fields in KINDS.items():
        for field, allowed in fields.items():
            outer, _, inner = field.partition(".")
            yield Link(kind, outer, inner, allowed)
            if field == "by.actor":  # a speaker may be an id alone
                yield Link(kind, outer, "", allowed)


LINKS = tuple(_links())
"""Every such field; its place here is its code."""
_OF_KIND: Mapping[str, tuple[tuple[int, Link], ...]] = {
    kind: tuple((code, link) for code, link in enumerate(LINKS) if link.kind == kind)
    for kind in KINDS_BY_CODE
}


def kind_code(kind: str) -> int:
    """Return the number by which a kind of records is known."""
    return KINDS_BY_CODE.index(kind)


def code_of(kind: str, outer: str) -> int:
    """Return the code of a field of one kind of records."""
    return next(c for c, link in enumerate(LINKS) if (link.kind, link.outer) == (kind, outer))


def codes(outer: str) -> tuple[int, ...]:
    """Return the codes of a field, of whatever kinds of records."""
    return tuple(code for code, link in enumerate(LINKS) if link.outer == outer)


def named_ids(kind: str, raw: Mapping[str, Any]) -> Iterator[tuple[int, int | None, str]]:
    """Yield every id that a record names: code of the field, place in its list, the id."""
    for code, link in _OF_KIND[kind]:
        value = raw.get(link.outer)
        if value is None:
            continue
        many = cast("list[Any]", value) if isinstance(value, list) else [value]
        for index, each in enumerate(many):
            if link.inner and isinstance(each, dict):
                each = cast("dict[str, Any]", each).get(link.inner)
            elif link.inner:
                continue
            if isinstance(each, str):
                yield code, index if isinstance(value, list) else None, each


def way(code: int, slot: int | None) -> Path:
    """Return the way, in its record, to the id that stands in that place of a field."""
    link = LINKS[code]
    steps = (link.outer, slot, link.inner)
    return tuple(step for step in steps if step not in (None, ""))
