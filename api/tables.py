"""Records as tables: the columns of any record, and CSV that no spreadsheet runs.

A record in a field becomes columns of its own (``claim.id``, ``claim.name``). A list
becomes one cell whose parts are parted by " | "; of a list of records each field becomes a
column, so that the parts of one row's cells belong together by their place.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import Enum
from typing import Any, cast, get_args

from pydantic_core import to_json

from graph.answers import Record
from graph.values import Node, Path, Relationship

__all__ = ["columns", "csv_text", "plain", "rows_csv"]

_PART = " | "
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def columns(row: type[Record]) -> list[str]:
    """Return the names of the columns of `row`, camelCase and dotted."""
    names: list[str] = []
    for name, field in row.model_fields.items():
        inner = _record_in(field.annotation)
        alias = field.alias or name
        names += [f"{alias}.{each}" for each in columns(inner)] if inner else [alias]
    return names


def csv_text(row: type[Record], rows: Iterable[Record]) -> str:
    """Return `rows` as CSV (RFC 4180) with a header line.

    A cell that a spreadsheet would run as a formula begins with an apostrophe.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns(row))
    writer.writerows([_guard(cell) for cell in _cells(row, each)] for each in rows)
    return out.getvalue()


def rows_csv(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """Return rows of plain values as CSV, guarded as in `csv_text`.

    A map is written as JSON, a path as its ids with the types between them.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([_guard(name) for name in columns])
    writer.writerows([_guard(plain(row[name])) for name in columns] for row in rows)
    return out.getvalue()


def plain(value: object) -> str:
    """Return a value as text for a cell; nothing for None."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case Enum():
            return str(value.value)
        case date():
            return value.isoformat()
        case Node():
            return value.id
        case Relationship():
            return f"{value.start.id} -{value.type}-> {value.end.id}"
        case Path():
            return _way(value)
        case dict():
            return to_json(value).decode()
        case list() | tuple():
            return _PART.join(plain(each) for each in cast("Sequence[object]", value))
        case _:
            return str(value)


def _cells(row: type[Record], value: Record | Sequence[Record] | None) -> list[str]:
    cells: list[str] = []
    for name, field in row.model_fields.items():
        inner = _record_in(field.annotation)
        if isinstance(value, Record) or value is None:
            part: Any = getattr(value, name, None)
            cells += _cells(inner, part) if inner else [plain(part)]
        elif inner:
            inside = [_cells(inner, getattr(each, name)) for each in value]
            cells += [_PART.join(each) for each in zip(*inside, strict=True)] or [
                "" for _ in columns(inner)
            ]
        else:
            cells.append(_PART.join(plain(getattr(each, name)) for each in value))
    return cells


def _way(path: Path) -> str:
    text = path.nodes[0].id
    for step, node in zip(path.relationships, path.nodes[1:], strict=True):
        forward = step.end.element == node.element
        text += f" -{step.type}-> {node.id}" if forward else f" <-{step.type}- {node.id}"
    return text


def _record_in(annotation: Any) -> type[Record] | None:
    """Return the record that a field holds, alone, optional or in a list."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    for each in get_args(annotation):
        found = _record_in(each)
        if found:
            return found
    return None


def _guard(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
