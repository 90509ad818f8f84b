"""Values that an answer in Cypher may hold, apart from any driver.

Text, numbers, booleans, null, lists, maps, and Python's own dates stay what they are.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Any, cast

__all__ = ["Node", "Path", "Relationship", "Typed", "as_json", "graph_in", "plain", "typed"]


_EXACT = 2**53
_UNBOUNDED = {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}


@dataclass(frozen=True, slots=True)
class Typed:
    """A value that JSON has no form for, with name and text as Neo4j's Query API has them."""

    type: str
    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Node:
    """A node. Its `element` is the server's own name for it, good for one answer only."""

    element: str
    labels: tuple[str, ...]
    properties: Mapping[str, Any]

    @property
    def id(self) -> str:
        """Id in this graph; the server's name for nodes without one."""
        return str(self.properties.get("id", self.element))


@dataclass(frozen=True, slots=True)
class Relationship:
    """A relationship from one node to another."""

    element: str
    type: str
    start: Node
    """Where it begins. Without labels and properties when the answer did not hold the node."""
    end: Node
    properties: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Path:
    """Nodes with the relationships between them, one fewer."""

    nodes: tuple[Node, ...]
    relationships: tuple[Relationship, ...]


def plain(value: object) -> object:
    """Return a single value as it is when JSON has it, else as `Typed`."""
    match value:
        case None | bool() | int() | float() | str():
            return value
        case bytes() | bytearray():
            return Typed("Base64", b64encode(value).decode())
        case _:
            return Typed("Unsupported", str(value))


def as_json(value: object) -> Any:
    """Return `value` for JSON: nodes with their properties, relationships by the ids they join."""
    match value:
        case Node():
            properties = {key: as_json(each) for key, each in value.properties.items()}
            return {"id": value.id, "labels": value.labels, "properties": properties}
        case Relationship():
            properties = {key: as_json(each) for key, each in value.properties.items()}
            ends = {"start": value.start.id, "end": value.end.id}
            return {"type": value.type, **ends, "properties": properties}
        case Path():
            return {
                "nodes": [as_json(each) for each in value.nodes],
                "relationships": [as_json(each) for each in value.relationships],
            }
        case list():
            return [as_json(each) for each in cast("list[object]", value)]
        case dict():
            return {key: as_json(each) for key, each in cast("dict[str, object]", value).items()}
        case _:
            return value


def typed(value: object) -> Any:
    """Return `value` for JSON so that nothing of it is lost.

    What JSON holds as it is stays as it is: text, booleans, null, lists, maps, whole numbers
    within 2^53, finite numbers. Everything else is ``{"$type": ..., "_value": ...}`` with the
    names and texts of Neo4j's Query API; so is a map with a key ``$type``.
    """
    match value:
        case bool() | str() | None:
            return value
        case int():
            return value if abs(value) <= _EXACT else _tagged("Integer", str(value))
        case float():
            return value if isfinite(value) else _tagged("Float", _UNBOUNDED[str(value)])
        case Typed():
            return _tagged(value.type, value.text)
        case Node():
            return _tagged("Node", _labelled(value))
        case Relationship():
            return _tagged("Relationship", _linked(value))
        case Path():
            steps: list[Any] = [_tagged("Node", _labelled(value.nodes[0]))]
            for edge, node in zip(value.relationships, value.nodes[1:], strict=True):
                steps += [_tagged("Relationship", _linked(edge)), _tagged("Node", _labelled(node))]
            return _tagged("Path", steps)
        case list():
            return [typed(each) for each in cast("list[object]", value)]
        case dict():
            found = {key: typed(each) for key, each in cast("dict[str, object]", value).items()}
            return _tagged("Map", found) if "$type" in found else found
        case _:
            return _tagged("Unsupported", str(value))


def _tagged(type_: str, value: object) -> dict[str, Any]:
    return {"$type": type_, "_value": value}


def _labelled(node: Node) -> dict[str, Any]:
    properties = typed(dict(node.properties))
    return {"_element_id": node.element, "_labels": node.labels, "_properties": properties}


def _linked(edge: Relationship) -> dict[str, Any]:
    return {
        "_element_id": edge.element,
        "_start_node_element_id": edge.start.element,
        "_end_node_element_id": edge.end.element,
        "_type": edge.type,
        "_properties": typed(dict(edge.properties)),
    }


def graph_in(values: Iterable[object]) -> tuple[list[Node], list[Relationship]]:
    """Return every node and relationship in `values`, at any depth, each once, in order.

    A node that only a relationship names counts too; one seen whole wins over one that is not.
    """
    nodes: dict[str, Node] = {}
    edges: dict[str, Relationship] = {}
    for each in _flat(values):
        if isinstance(each, Node):
            if each.element not in nodes or each.labels:
                nodes[each.element] = each
        else:
            edges.setdefault(each.element, each)
            for end in (each.start, each.end):
                nodes.setdefault(end.element, end)
    return list(nodes.values()), list(edges.values())


def _flat(values: Iterable[object]) -> Iterator[Node | Relationship]:
    for each in values:
        match each:
            case Node() | Relationship():
                yield each
            case Path():
                yield from each.nodes
                yield from each.relationships
            case list() | tuple():
                yield from _flat(cast("Iterable[object]", each))
            case dict():
                yield from _flat(cast("dict[str, object]", each).values())
            case _:
                continue
