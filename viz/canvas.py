"""A drawing in the words of vis-network: options of its nodes, edges and canvas."""

from dataclasses import asdict
from typing import Any

from viz.drawing import CLAIM_LINE, CLAIM_PX, FOCUS_LINE, FOCUS_PX, Edge, Node
from viz.layout import Spot
from viz.strokes import BOXES, IMPLIED, KINDS, LINK, RELATION, RELAY, SCHEMA, STROKES, VOICE

__all__ = ["GROUP_STROKES", "OPTIONS", "vis_edge", "vis_node"]

INK, PAPER, FILL, UNNAMED = "#1d1d1f", "#ffffff", "#e9e6dd", "#ffffff"

HEADS = {
    "arrow": 0.7,
    "vee": 0.7,
    "circle": 0.5,
    "bar": 0.4,
    "crow": 0.6,
    "box": 0.5,
    "diamond": 0.6,
}
THIN = ("bar", "crow", "vee")
"""Heads up to whose tip the line is drawn; elsewhere it would show beside the tip."""
BORDERS = {
    "Claim": {"borderRadius": 3},
    "Statement": {"borderRadius": 14},
    "Document": {"borderRadius": 0, "borderDashes": [6, 3]},
    "Label": {"borderRadius": 0},
}
"""Outlines of the nodes that hold their words."""
CROWD = 120
"""Lines beyond which each is drawn paler."""

LINES = {each.group: each for each in (*STROKES, RELAY, RELATION, LINK, *SCHEMA, VOICE)}
GROUP_STROKES = {group: asdict(each) for group, each in LINES.items()}
"""Every stroke as JSON values, by its group: what the page's own drawings use."""

OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "interaction": {
        "hover": True,
        "tooltipDelay": 150,
        "multiselect": False,
        "keyboard": {"enabled": True, "bindToWindow": False},
        "zoomSpeed": 0.6,
    },
    "nodes": {"borderWidth": 1.5, "borderWidthSelected": 3, "labelHighlightBold": False},
    "edges": {"smooth": False, "selectionWidth": 2, "hoverWidth": 1},
}
"""Options of the canvas. Positions come from the server: nothing moves by itself."""


def vis_node(node: Node, spot: Spot) -> dict[str, Any]:
    """Return `node` as arguments of ``add_node``; the page draws its words itself."""
    kind = KINDS[node.type]
    found: dict[str, Any] = {
        "n_id": node.id,
        "label": " ",  # pyvis puts the id where the label is empty
        "shape": kind.shape,
        "size": kind.size * (1.4 if node.focus else 1),
        "x": round(spot.x, 1),
        "y": round(spot.y, 1),
        "color": {
            "background": UNNAMED if node.type == "UnnamedSource" else FILL,
            "border": INK,
            "highlight": {"background": "#fff2b3", "border": INK},
            "hover": {"background": "#fff2b3", "border": INK},
        },
        "type": node.type,
        "name": node.name,
        "lines": node.lines,
        "notes": [asdict(note) for note in node.notes],
        "code": node.code,
        "side": spot.side,
        "box": [round(each, 1) for each in asdict(spot.box).values()],
        "focus": node.focus,
        "facts": node.facts,
    }
    if node.type == "UnnamedSource":
        found["shapeProperties"] = {"borderDashes": [3, 3]}
    if node.type in BOXES:
        found |= _box(node)
    return found


def _box(node: Node) -> dict[str, Any]:
    item = node.item
    return {
        "margin": 8,
        "linePx": FOCUS_LINE if node.focus else CLAIM_LINE,
        "textPx": FOCUS_PX if node.focus else CLAIM_PX,
        "widthConstraint": {"minimum": item.width - 16, "maximum": item.width - 16},
        "heightConstraint": {"minimum": item.height - 16},
        "borderWidth": 2.5 if node.focus else 1,
        "shapeProperties": BORDERS[node.type],
        "color": {
            "background": "#fffdf2" if node.focus else PAPER,
            "border": INK if node.focus else "#8a8a8a",
            "highlight": {"background": "#fff2b3", "border": INK},
            "hover": {"background": "#fff2b3", "border": INK},
        },
    }


def vis_edge(edge: Edge, crowd: int = 0) -> dict[str, Any]:
    """Return `edge` as arguments of ``add_edge``: colour, dash, head and width together.

    `crowd` is the number of lines on the canvas.
    """
    line = LINES[edge.group]
    dash = list(IMPLIED if edge.implied else line.dash)
    mutual = edge.label == "contradicts"
    return {
        "source": edge.source,
        "to": edge.target,
        "id": edge.id,
        "color": {
            "color": line.colour + ("66" if crowd > CROWD else ""),
            "highlight": line.colour,
            "hover": line.colour,
        },
        "dashes": dash or False,
        "width": line.width,
        "arrows": {
            "to": {"enabled": not mutual, "type": line.head, "scaleFactor": HEADS[line.head]}
        },
        "arrowStrikethrough": line.head in THIN,
        "smooth": _bent(edge.bend),
        "words": edge.label,
        "group": edge.group,
        "statement": edge.statement,
        "implied": edge.implied,
        "facts": edge.facts,
        "part": edge.part,
        "at": edge.at,
        "selfReference": {"size": 26, "angle": edge.angle, "renderBehindTheNode": True},
    }


def _bent(bend: int) -> dict[str, Any] | bool:
    if bend == 0:
        return False
    side = "curvedCW" if bend % 2 else "curvedCCW"
    return {"enabled": True, "type": side, "roundness": round(0.14 * ((bend + 1) // 2), 2)}
