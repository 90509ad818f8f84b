"""The map of any graph: nodes and relationships as an answer in Cypher holds them."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from graph.errors import BadRequest
from graph.values import Node, Relationship
from graph.vocabulary import ACTS, Act
from viz import drawing
from viz.boxes import wrapped
from viz.caption import Caption, shown_nodes
from viz.drawing import CLAIM_PX, NAME_PX, Drawing, Edge, curved
from viz.forces import by_forces
from viz.layers import in_layers
from viz.layout import LABEL
from viz.limits import MOST_ASKED, MOST_DRAWN
from viz.network import Map, mapped
from viz.strokes import BOXES, KINDS, stroke

__all__ = ["graph_map"]

TANGLED = 1.2
"""Lines to a node beyond which columns would cross more than they show."""
_HIDDEN = ("fingerprint", "key")
_COPIED = ("about", "of")
"""Properties that repeat what a line shows, so that lists are read in order."""
_ACTS: Mapping[str, Act] = {each.edge: each.act for each in ACTS.values()}


def graph_map(nodes: Sequence[Node], edges: Sequence[Relationship], caption: Caption) -> Map:
    """Draw `nodes` and the relationships between them, each a line of its own.

    At most 500 nodes are drawn, in the order of the answer, and the page says how many of how
    many. Raises `BadRequest` beyond 2,000 nodes or when there is nothing to draw, with the way
    out.
    """
    if not nodes:
        raise BadRequest(
            "This answer holds no node, relationship or path: there is nothing to draw. Return "
            "some, or take the answer as a table."
        )
    if len(nodes) > MOST_ASKED:
        raise BadRequest(
            f"This map would have {len(nodes):,} nodes; the most is {MOST_ASKED:,}. Ask for less, "
            "or take the answer as a table."
        )
    shown = {each.element: f"node:{index}" for index, each in enumerate(nodes[:MOST_DRAWN])}
    drawn = [_node(shown[each.element], each) for each in nodes[:MOST_DRAWN]]
    lines = [
        _edge(index, each, shown[each.start.element], shown[each.end.element])
        for index, each in enumerate(edges)
        if each.start.element in shown and each.end.element in shown
    ]
    items = [node.item for node in drawn]
    links = [(line.source, line.target) for line in lines]
    tangled = len(lines) > TANGLED * len(drawn)
    shapes = by_forces(items, links) if tangled else in_layers(items, links)
    about = {
        "node": "",
        "heading": caption.title,
        "kind": "An answer, not a finding",
        "rows": [
            ("nodes", str(len(nodes))),
            ("relationships", str(len(edges))),
        ],
    }
    told = (shown_nodes(len(drawn), len(nodes)), len(drawn), len(nodes))
    return mapped(
        Drawing(tuple(drawn), curved(lines), shapes), [], caption, told, about, level="graph"
    )


def _node(key: str, node: Node) -> drawing.Node:
    type_ = next((label for label in node.labels if label in KINDS), "Other")
    properties = node.properties
    names = ("name", "text", "description", "paraphrase", "title", "id")
    name = str(next((properties[each] for each in names if properties.get(each)), node.id))
    if type_ == "Statement":
        act = _ACT_PHRASES.get(str(properties.get("act")), "")
        name = f"{act}: {name}" if act else name
    boxed = type_ in BOXES
    words = wrapped(name, CLAIM_PX if boxed else NAME_PX, 180 if boxed else LABEL - 12, 5)
    code = node.id.upper()[:3] if type_ == "State" else None
    facts = _facts(
        properties, ("labels", ", ".join(each for each in node.labels if each != "Stale"))
    )
    return drawing.Node(key, type_, name, words, code=code, facts=facts)


_ACT_PHRASES = {each.act.value: each.phrase for each in ACTS.values()}


def _edge(index: int, edge: Relationship, start: str, end: str) -> Edge:
    act = _ACTS.get(edge.type)
    implied = act is not None and edge.properties.get("explicit") is False
    words = edge.type.lower().replace("_", " ")
    label = " ".join(wrapped(words, CLAIM_PX, LABEL, 1))
    return Edge(
        id=f"edge:{index}",
        source=start,
        target=end,
        group=stroke(act).group if act else "link",
        implied=implied,
        label=f"{label}, implied" if implied else label,
        facts=_facts(edge.properties, ("type", edge.type)),
    )


def _facts(properties: Mapping[str, Any], first: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """Return properties as pairs of words; those that only the graph itself needs are left out."""
    found = [
        (key, _words(value))
        for key, value in sorted(properties.items())
        if key not in (*_HIDDEN, *_COPIED)
    ]
    return (first, *((key, text) for key, text in found if text))


def _words(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(_words(each) for each in cast("list[object]", value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)
