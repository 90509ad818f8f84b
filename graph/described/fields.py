"""What the fields of records become in the graph, described by their own docstrings."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import NoneType
from typing import Annotated, Any, Literal, cast, get_args, get_origin

from pydantic import HttpUrl
from pydantic.alias_generators import to_camel
from pydantic.fields import FieldInfo

from graph.described.words import EARLIEST, LATEST, Kept
from graph.dossiers.linking import KINDS
from graph.model import (
    Assessment,
    Claim,
    Contradiction,
    Document,
    Draw,
    Entity,
    Institution,
    Maker,
    Official,
    Outlet,
    Part,
    Period,
    Quantity,
    Range,
    Report,
    Role,
    Speaker,
    State,
    Statement,
    UnnamedSource,
    WeaponSystem,
)
from graph.writing import DATES, LINKS

__all__ = ["RECORDS", "Stated", "described", "first_words", "stated"]

RECORDS: tuple[type[Entity], ...] = (
    State,
    Institution,
    Official,
    Outlet,
    UnnamedSource,
    Claim,
    Statement,
    Document,
    WeaponSystem,
    Assessment,
)
"""Every record that becomes a node."""

_TYPES = {str: "STRING", HttpUrl: "STRING", bool: "BOOLEAN", int: "INTEGER", float: "FLOAT"}


@dataclass(frozen=True, slots=True)
class Stated:
    """What one field of one record states as relationships of one type."""

    type: str
    starts: tuple[str, ...]
    reaches: tuple[str, ...]
    meaning: str
    properties: Mapping[str, Kept]


@dataclass(frozen=True, slots=True)
class _Held:
    """A field that holds parts, each of which becomes a relationship with properties."""

    edge: str
    record: type[Entity]
    field: str
    part: type[Part]
    target: str
    left_out: tuple[str, ...] = ()


_HELD = (
    _Held("SPEAKS_FOR", Official, "roles", Role, "institution", ("speaks_for",)),
    _Held("HAS_ROLE_AT", Official, "roles", Role, "institution", ("speaks_for",)),
    _Held("RANGE_STATED_IN", WeaponSystem, "ranges", Range, "document"),
    _Held("SAID_TO_BE_MADE_BY", WeaponSystem, "made_by", Maker, "institution", ("document",)),
    _Held("CONTRADICTS", Claim, "contradicts", Contradiction, "claim"),
    _Held("DRAWS_ON", Document, "draws_on", Draw, "document"),
    _Held("MADE_BY", Statement, "by", Speaker, "actor"),
    _Held("REPORTED_IN", Statement, "reports", Report, "document"),
)


def described(record: type[Part], left_out: Sequence[str] = ()) -> dict[str, Kept]:
    """Return the properties that `record` becomes, by key, as `graph.writing` names them."""
    kept: dict[str, Kept] = {}
    for name, field in record.model_fields.items():
        if name not in left_out and name not in ("type", *LINKS, *_objects(record)):
            kept |= _described(name, field)
    return kept


def stated() -> Iterator[Stated]:
    """Yield what the fields of every record state as relationships."""
    for record in RECORDS:
        for name, field in record.model_fields.items():
            if name in LINKS:
                reaches = KINDS[record.__name__][name]
                yield Stated(LINKS[name], (record.__name__,), reaches, _meaning(field), {})
    members = KINDS["Institution"]["members"]
    words = _meaning(Institution.model_fields["members"])
    yield Stated("MEMBER_OF", members, ("Institution",), words, {})
    for held in _HELD:
        properties = described(held.part, (held.target, *held.left_out))
        if held.part is Maker:
            words = _meaning(Maker.model_fields["document"])
            properties = {"seenIn": Kept("STRING", words, "dossier")}
        reaches = KINDS[held.record.__name__][f"{held.field}.{held.target}"]
        words = first_words(held.part)
        yield Stated(held.edge, (held.record.__name__,), reaches, words, properties)
    judges = KINDS["Assessment"]["by"]
    words = _meaning(Assessment.model_fields["by"])
    yield Stated("MADE_BY", ("Assessment",), judges, words, {})


def first_words(record: type[Part]) -> str:
    """Return the docstring of a record in one line."""
    return _line(record.__doc__)


def _objects(record: type[Part]) -> set[str]:
    """Return the fields of `record` that become relationships without being in `LINKS`."""
    if not issubclass(record, Entity):
        return set()
    held = {held.field for held in _HELD if held.record is record}
    return held | ({"by", "members"} & set(record.model_fields))


def _described(name: str, field: FieldInfo) -> dict[str, Kept]:
    key, kind, words = to_camel(name), _plain(field.annotation), _meaning(field)
    if kind is Quantity:
        return {
            to_camel(f"{name}_{inner}"): Kept(
                _type(_plain(each.annotation)), f"{words} {_meaning(each)}", "dossier"
            )
            for inner, each in Quantity.model_fields.items()
        }
    if kind is Period:
        return _period(words)
    if name in DATES:
        return {
            key: Kept("STRING", f"{words} EDTF, as precise as it is known.", "dossier"),
            f"{key}Earliest": Kept("DATE", EARLIEST.format(key)),
            f"{key}Latest": Kept("DATE", LATEST.format(key)),
        }
    return {key: Kept(_type(kind), words, "dossier", _allowed(kind))}


def _period(words: str) -> dict[str, Kept]:
    inner = {
        to_camel(f"period_{name}"): Kept("STRING", f"{words} {_meaning(each)}", "dossier")
        for name, each in Period.model_fields.items()
    }
    return inner | {
        "periodEarliest": Kept("DATE", EARLIEST.format("periodStart")),
        "periodLatest": Kept("DATE", LATEST.format("periodEnd")),
    }


def _plain(annotation: Any) -> Any:
    """Return an annotation without None and without what Annotated adds."""
    if get_origin(annotation) is Annotated:
        return _plain(get_args(annotation)[0])
    inner = [each for each in get_args(annotation) if each is not NoneType]
    if NoneType in get_args(annotation) and len(inner) == 1:
        return _plain(inner[0])
    return annotation


def _type(kind: Any) -> str:
    if get_origin(kind) is tuple:
        return f"LIST<{_type(_plain(get_args(kind)[0]))}>"
    if get_origin(kind) is Literal or issubclass(kind, StrEnum):
        return "STRING"
    return _TYPES[kind]


def _allowed(kind: Any) -> tuple[str, ...]:
    if get_origin(kind) is Literal:
        return cast("tuple[str, ...]", get_args(kind))
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return tuple(each.value for each in kind)
    return ()


def _meaning(field: FieldInfo) -> str:
    return _line(field.description)


def _line(words: str | None) -> str:
    return " ".join((words or "").replace("``", "`").split())
