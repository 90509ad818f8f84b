"""Ids that name other records: each must be there, and be of the right kind."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from graph.answers import Known
from graph.dossiers.findings import Findings, Path
from graph.dossiers.records import Record, Records

__all__ = ["named_ids", "references"]

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

_NEAR_SEARCHES = 100
"""Near ids are looked for so many times: a file with the wrong prefix has thousands unknown."""


def references(records: Records, graph: Mapping[str, Known], found: Findings) -> None:
    """Find ids that name nothing, the wrong kind, or the record itself."""
    kinds = {id_: known.type for id_, known in graph.items()}
    kinds |= {id_: record.kind for id_, record in records.by_id.items()}
    searches = _NEAR_SEARCHES
    for record in records.all:
        for path, id_, allowed in named_ids(record):
            place = record.place(*path)
            if id_ not in kinds:
                near: list[str] = []
                if searches:
                    searches -= 1
                    fitting = [each for each, kind in kinds.items() if kind in allowed]
                    near = get_close_matches(id_, fitting, n=3)
                right = f"nearest: {', '.join(near)}" if near else f"define it: {_a(allowed)}"
                found.fault(place, f"there is no {id_!r}", right)
            elif kinds[id_] not in allowed:
                what = f"{id_!r} is {_a((kinds[id_],))}"
                found.fault(place, what, f"name {_a(allowed)}")
            elif id_ == record.id:
                found.fault(place, f"{id_!r} names itself", "name another")


def named_ids(record: Record) -> Iterator[tuple[Path, str, tuple[str, ...]]]:
    """Yield every id that `record` names: where, which, and the kinds that it may be."""
    for field, allowed in KINDS.get(record.kind, {}).items():
        outer, _, inner = field.partition(".")
        for path, value in _items((outer,), record.raw.get(outer)):
            if isinstance(value, dict):
                part: Any = value.get(inner)  # pyright: ignore[reportUnknownVariableType, reportUnknownMemberType]
                if isinstance(part, str):
                    yield (*path, inner), part, allowed
            elif isinstance(value, str) and (not inner or outer == "by"):
                yield path, value, allowed


def _items(path: Path, value: Any) -> Iterator[tuple[Path, Any]]:
    if isinstance(value, list):
        for index, each in enumerate(value):  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
            yield (*path, index), each
    elif value is not None:
        yield path, value


def _a(kinds: Sequence[str]) -> str:
    words = ["".join(f" {c.lower()}" if c.isupper() else c for c in kind)[1:] for kind in kinds]
    return " or ".join(f"{'an' if word[0] in 'aeiou' else 'a'} {word}" for word in words)
