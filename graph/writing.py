"""What of a record becomes a node, and what becomes relationships.

A field that names another id becomes a relationship, by `LINKS`; everything else becomes a
property of the same name in camelCase. A partial date ``said`` becomes three properties:
``said`` as written, ``saidEarliest`` and ``saidLatest``.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from pydantic import HttpUrl
from pydantic.alias_generators import to_camel
from pydantic_core import from_json, to_json

from graph.dates import span
from graph.dossiers import fingerprint, kind
from graph.model import (
    Document,
    Entity,
    Institution,
    Official,
    Part,
    Period,
    Quantity,
    Statement,
    UnnamedSource,
    WeaponSystem,
)

__all__ = ["ACTOR_LABELS", "DATES", "LINKS", "Edge", "edges", "node", "packed", "unpacked"]

ACTOR_LABELS = ("State", "Institution", "Official", "Outlet", "UnnamedSource")

LINKS: Mapping[str, str] = {
    "part_of": "PART_OF",
    "based_in": "BASED_IN",
    "said_to_be_from": "SAID_TO_BE_FROM",
    "possibly_part_of": "POSSIBLY_PART_OF",
    "documents": "QUOTED_IN",
    "variant_of": "VARIANT_OF",
    "component_of": "COMPONENT_OF",
    "supplier": "SUPPLIER",
    "recipient": "RECIPIENT",
    "party": "PARTY",
    "items": "ITEM",
    "narrows": "NARROWS",
    "presupposes": "PRESUPPOSES",
    "publisher": "PUBLISHED_BY",
    "on_behalf_of": "ON_BEHALF_OF",
    "claim": "ABOUT",
    "responds_to": "RESPONDS_TO",
    "relays": "RELAYS",
    "assesses": "ASSESSES",
    "document": "PUBLISHED_IN",
}
"""Relationship type of each field that holds ids and nothing else."""

_OBJECTS = {"by", "members", "roles", "ranges", "made_by", "contradicts", "draws_on", "reports"}
DATES = {"said", "published", "withdrawn", "start", "end", "seen_on", "made"}
"""Fields that hold a partial date."""
_DAYS = ("Earliest", "Latest")
_camel = cache(to_camel)


@dataclass(frozen=True, slots=True)
class Edge:
    """A relationship that a definition states."""

    source: str
    type: str
    target: str
    properties: Mapping[str, Any]


def packed(entity: Entity, printed: str) -> bytes:
    """Return what a load will write of `entity`, to be kept aside; `printed` is its fingerprint."""
    links = [(e.source, e.type, e.target, e.properties) for e in edges(entity)]
    return to_json((node(entity, printed), links))


def unpacked(content: bytes) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return rows as ``cypher/load/nodes.cypher`` and ``edges.cypher`` take them."""
    about, links = from_json(content)
    rows = [
        {"source": source, "type": type_, "target": target, "properties": _with_days(properties)}
        for source, type_, target, properties in links
    ]
    return about | {"properties": _with_days(about["properties"])}, rows


def node(entity: Entity, printed: str | None = None) -> dict[str, Any]:
    """Return id, labels and properties of `entity`, as ``cypher/load/nodes.cypher`` takes them."""
    label = kind(entity)
    labels = ["Actor", label] if label in ACTOR_LABELS else [label]
    values = {
        name: value
        for name, value in entity
        if name not in LINKS and name not in _OBJECTS and name not in ("id", "type")
        if value or name != "formerly"  # few have another: no list says so on each node
    }
    properties = {**_properties(values), "fingerprint": printed or fingerprint(entity)}
    return {"id": entity.id, "labels": labels, "properties": properties}


def edges(entity: Entity) -> list[Edge]:
    """Return every relationship that the definition of `entity` states."""
    plain = [
        Edge(entity.id, LINKS[name], target, {})
        for name, value in entity
        if name in LINKS
        for target in _ids(value)
    ]
    return plain + list(_with_properties(entity))


def _with_properties(entity: Entity) -> Iterator[Edge]:
    match entity:
        case Institution():
            for member in entity.members:
                yield Edge(member, "MEMBER_OF", entity.id, {})
        case Official():
            for role in entity.roles:
                edge = "SPEAKS_FOR" if role.speaks_for else "HAS_ROLE_AT"
                yield _edge(entity, edge, role.institution, role, {"institution", "speaks_for"})
        case WeaponSystem():
            for each in entity.ranges:
                yield _edge(entity, "RANGE_STATED_IN", each.document, each, {"document"})
            for maker in entity.made_by:
                seen = {"seenIn": maker.document}
                yield Edge(entity.id, "SAID_TO_BE_MADE_BY", maker.institution, seen)
        case Document():
            for draw in entity.draws_on:
                yield _edge(entity, "DRAWS_ON", draw.document, draw, {"document"})
        case Statement():
            for speaker in entity.by:
                yield _edge(entity, "MADE_BY", speaker.actor, speaker, {"actor"})
            for report in entity.reports:
                yield _edge(entity, "REPORTED_IN", report.document, report, {"document"})
        case _:
            yield from _of_claim_or_assessment(entity)


def _of_claim_or_assessment(entity: Entity) -> Iterator[Edge]:
    for contradiction in getattr(entity, "contradicts", ()):
        yield _edge(entity, "CONTRADICTS", contradiction.claim, contradiction, {"claim"})
    if not isinstance(entity, UnnamedSource):
        for judge in getattr(entity, "by", ()):
            yield Edge(entity.id, "MADE_BY", judge, {})


def _edge(entity: Entity, edge: str, target: str, part: Part, left_out: set[str]) -> Edge:
    values = {name: value for name, value in part if name not in left_out}
    return Edge(entity.id, edge, target, _properties(values))


def _ids(value: str | Iterable[str] | None) -> list[str]:
    if value is None:
        return []
    return [value] if isinstance(value, str) else list(value)


def _properties(values: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in values.items():
        match value:
            case None:
                continue
            case Quantity():
                inner = {f"quantity_{key}": part for key, part in value}
                found |= _properties(inner)
            case Period():
                found |= _period(value)
            case HttpUrl():
                found[_camel(name)] = str(value)
            case tuple():
                found[_camel(name)] = list(value)  # pyright: ignore[reportUnknownArgumentType]
            case _:
                found[_camel(name)] = value
        if name in DATES:
            days = span(values[name])
            found[_camel(f"{name}_earliest")] = days.earliest
            found[_camel(f"{name}_latest")] = days.latest
    return {key: value for key, value in found.items() if value is not None}


def _with_days(properties: dict[str, Any]) -> dict[str, Any]:
    for name, value in properties.items():
        if name.endswith(_DAYS):
            properties[name] = date.fromisoformat(value)
    return properties


def _period(period: Period) -> dict[str, Any]:
    return {
        "periodText": period.text,
        "periodStart": period.start,
        "periodEnd": period.end,
        "periodEarliest": span(period.start).earliest if period.start else None,
        "periodLatest": span(period.end).latest if period.end else None,
    }
