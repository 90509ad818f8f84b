"""A drawing as values of a page: nodes and lines with all that its scripts draw them from."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any
from urllib.parse import quote

from viz.drawing import Drawing, Edge, Node
from viz.layout import TALL, WIDE, Spot
from viz.legend import DASHED, OUTLINES
from viz.strokes import BOXES, KINDS, LINES

__all__ = ["GROUP_STROKES", "NODE_KINDS", "OPTIONS", "edges_of", "nodes_of", "regions_of"]

GROUP_STROKES = {each.group: asdict(each) for each in LINES}
"""Every stroke as JSON values, by its group."""
NODE_KINDS = {
    type_: {
        "label": kind.label,
        "shape": kind.shape,
        "size": kind.size,
        "outline": OUTLINES[type_],
        "dash": DASHED.get(type_, ""),
        "boxed": type_ in BOXES,
    }
    for type_, kind in KINDS.items()
}
"""Every kind of node as JSON values, by its label in the graph."""
OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "interaction": {
        "hover": True,
        "tooltipDelay": 150,
        "multiselect": False,
        "keyboard": {"enabled": False},
        "zoomSpeed": 0.6,
    },
    "nodes": {"borderWidth": 1.5, "borderWidthSelected": 3, "labelHighlightBold": False},
    "edges": {"smooth": False, "selectionWidth": 2, "hoverWidth": 1},
}
"""Options of the canvas. Positions come from the server: nothing moves by itself."""


def nodes_of(drawing: Drawing, aliases: Mapping[str, Sequence[str]]) -> list[dict[str, Any]]:
    """Return the nodes of `drawing`, each with its places over time in both shapes."""
    return [_node(each, drawing, aliases) for each in drawing.nodes]


def _node(node: Node, drawing: Drawing, aliases: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    places = {
        shape: [
            [day.isoformat() if day else None, *_numbers(drawing.shapes[shape][0][slot])]
            for day, slot in drawing.slots_of(node.id)
        ]
        for shape in (WIDE, TALL)
    }
    _, x, y, *_ = places[WIDE][-1]
    return {
        "id": node.id,
        "x": x,
        "y": y,
        "type": node.type,
        "name": node.name,
        "lines": list(node.lines),
        "notes": [asdict(note) for note in node.notes],
        "code": node.code,
        "focus": node.focus,
        "facts": [list(each) for each in node.facts],
        "aliases": list(aliases.get(node.id.partition(":")[2], ())),
        "more": _address(node.more) if node.more else None,
        "statement": node.statement,
        "document": node.document,
        "places": places,
    }


def _address(more: str) -> str:
    kind, _, id_ = more.partition("/")
    return f"/v1/graph/{kind}/{quote(id_, safe='', errors='replace')}"


def _numbers(spot: Spot) -> tuple[float, float, str, list[float]]:
    box = [round(each, 1) for each in asdict(spot.box).values()]
    return round(spot.x, 1), round(spot.y, 1), spot.side, box


def edges_of(drawing: Drawing) -> list[dict[str, Any]]:
    """Return the lines of `drawing`; how they look follows from their group."""
    return [_edge(each) for each in drawing.edges]


def _edge(edge: Edge) -> dict[str, Any]:
    return {
        "id": edge.id,
        "from": edge.source,
        "to": edge.target,
        "group": edge.group,
        "statement": edge.statement,
        "statements": list(edge.statements),
        "count": len(edge.statements) if edge.counted else None,
        "implied": edge.implied,
        "words": edge.label,
        "facts": [list(each) for each in edge.facts],
        "bend": edge.bend,
        "part": edge.part,
        "at": edge.at,
        "angle": edge.angle,
    }


def regions_of(drawing: Drawing) -> dict[str, list[dict[str, Any]]]:
    """Return the named parts of `drawing` in both shapes."""
    return {
        shape: [
            {
                "title": each.title,
                "left": round(each.box.left, 1),
                "top": round(each.box.top, 1),
                "width": round(each.box.width, 1),
                "height": round(each.box.height, 1),
            }
            for each in drawing.shapes[shape][1]
        ]
        for shape in (WIDE, TALL)
    }
