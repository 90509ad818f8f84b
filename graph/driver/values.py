"""What the driver returns, as values of the domain."""

from collections.abc import Callable, Sequence
from typing import cast

from neo4j import Record, graph, spatial, time

from cypher import Statement
from graph.store import Row
from graph.values import Node, Path, Relationship, Typed, plain

__all__ = ["exact", "rows"]

_AS_THEY_ARE = frozenset((str, bool, int, float, type(None)))


def rows(statement: Statement, records: Sequence[Record], most: int | None = None) -> list[Row]:
    """Return `records` as rows, the first `most`, with Python's own dates."""
    pairs = (zip(each.keys(), each.values(), strict=True) for each in records)
    found = [{key: _converted(value, _native) for key, value in each} for each in pairs]
    return cast("list[Row]", found[0]["rows"])[:most] if statement.bundled else list(found)


def exact(values: Sequence[object]) -> list[object]:
    """Return `values` so that nothing of them is lost: dates and times as text with their type."""
    return [_converted(each, _exact) for each in values]


def _native(value: object) -> object:
    return value.to_native() if isinstance(value, time.Date | time.DateTime) else value


def _exact(value: object) -> object:
    match value:  # as text: Python's own dates have no nanoseconds
        case time.DateTime():
            name = "LocalDateTime" if value.tzinfo is None else "ZonedDateTime"
            return Typed(name, value.iso_format())
        case time.Time():
            return Typed("LocalTime" if value.tzinfo is None else "Time", value.iso_format())
        case time.Date() | time.Duration():
            name = "Date" if isinstance(value, time.Date) else "Duration"
            return Typed(name, value.iso_format())
        case spatial.Point():
            return Typed("Point", f"SRID={value.srid};POINT ({' '.join(map(str, value))})")
        case _:
            return plain(value)


def _converted(value: object, single: Callable[[object], object]) -> object:
    kind = type(value)  # a page has thousands of values: a match costs five times as much
    if kind in _AS_THEY_ARE:
        return value
    if kind is list:
        return [_converted(each, single) for each in cast("list[object]", value)]
    if kind is dict:
        held = cast("dict[str, object]", value)
        return {
            key: each if type(each) in _AS_THEY_ARE else _converted(each, single)
            for key, each in held.items()
        }
    match value:
        case graph.Node():
            return _node(value, single)
        case graph.Relationship():
            return _relationship(value, single)
        case graph.Path():
            steps = tuple(_relationship(each, single) for each in value.relationships)
            return Path(tuple(_node(each, single) for each in value.nodes), steps)
        case _:
            return single(value)


def _node(node: graph.Node | None, single: Callable[[object], object]) -> Node:
    if node is None:
        return Node("", (), {})
    own = {key: _converted(each, single) for key, each in node.items()}
    return Node(node.element_id, tuple(sorted(node.labels)), own)


def _relationship(found: graph.Relationship, single: Callable[[object], object]) -> Relationship:
    start, end = (_node(each, single) for each in found.nodes)
    own = {key: _converted(each, single) for key, each in found.items()}
    return Relationship(found.element_id, found.type, start, end, own)
