"""The schema of the graph on the command line: tables for people, JSON and CSV for programs."""

from collections.abc import Sequence

from rich.console import Group
from rich.table import Table
from rich.text import Text

from api.tables import csv_text
from api.terminal import table
from graph.answers import (
    DescribedLabel,
    DescribedProperty,
    DescribedRelationship,
    DescribedRow,
    DescribedSchema,
)
from graph.described import flat

__all__ = ["schema_csv", "schema_json", "schema_tables"]

_READ = """\
Stated in a dossier, unless it says `derived` (rebuilt from the statements, never written by hand)
or `graph` (kept by the graph itself). Counts are those of this graph.
"""


def schema_tables(found: DescribedSchema) -> Group:
    """Return a schema for people: a table for each label, one of all relationships.

    What every node of a dossier carries is told once, under ``Entity``.
    """
    shared = {
        each.name: each.meaning
        for label in found.labels
        if label.name == "Entity"
        for each in label.properties
    }
    parts: list[Text | Table] = [Text(_READ)]
    for label in found.labels:
        skipped = {} if label.name == "Entity" else shared
        own = [x for x in label.properties if skipped.get(x.name) != x.meaning]
        parts += [Text(_heading(label), style="bold"), Text(label.meaning)]
        parts += [_properties(own)] if own else []
    if found.relationships:
        rows = [_line(each) for each in found.relationships]
        parts += [Text("Relationships", style="bold"), table("", rows)]
    for each in found.relationships:
        if each.properties and each.comes_from != "derived":
            parts += [Text(f"[:{each.name}]", style="bold"), _properties(each.properties)]
    acts = [x for x in found.relationships if x.comes_from == "derived" and x.properties]
    for one in _alike(acts):
        names = ", ".join(each.name for each in one)
        parts += [Text(f"[:{names}]", style="bold"), _properties(one[0].properties, counts=False)]
    return Group(*parts)


def schema_json(found: DescribedSchema) -> str:
    """Return a schema as the service gives it."""
    return found.model_dump_json(by_alias=True)


def schema_csv(found: DescribedSchema) -> str:
    """Return a schema as a table with a row for each label, type and property."""
    return csv_text(DescribedRow, flat(found))


def _heading(label: DescribedLabel) -> str:
    beside = "".join(f":{each}" for each in label.beside)
    nodes = "1 node" if label.count == 1 else f"{label.count:,} nodes"
    return f"(:{label.name}{beside})  {nodes}"


def _properties(found: Sequence[DescribedProperty], *, counts: bool = True) -> Table:
    rows = [
        {
            "Property": each.name,
            "Type": each.type,
            "Meaning": _told(each),
            **({"Carried by": "" if each.count is None else f"{each.count:,}"} if counts else {}),
        }
        for each in found
    ]
    return table("", rows)


def _told(each: DescribedProperty) -> str:
    allowed = f" One of: {', '.join(each.allowed)}." if each.allowed else ""
    return each.meaning + allowed + _mark(each.comes_from)


def _line(each: DescribedRelationship) -> dict[str, str]:
    ends = [f"{end.start} -> {end.end}: {end.count:,}" for end in each.ends]
    possible = f"none ({' or '.join(each.starts)} -> {' or '.join(each.reaches)})"
    return {
        "Type": each.name,
        "Meaning": each.meaning + _mark(each.comes_from),
        "From and to": "\n".join(ends) or possible,
    }


def _mark(comes_from: str) -> str:
    return "" if comes_from == "dossier" else f" [{comes_from}]"


def _alike(found: Sequence[DescribedRelationship]) -> list[list[DescribedRelationship]]:
    """Return relationships together that carry the same properties."""
    by: dict[tuple[str, ...], list[DescribedRelationship]] = {}
    for each in found:
        by.setdefault(tuple(x.name for x in each.properties), []).append(each)
    return list(by.values())
