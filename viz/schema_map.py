"""The map of the schema: labels as nodes, types of relationships as lines with their counts.

Types that lead from the same label to the same label share one line, and each is named on it.
Everything stands where a table says, so that the picture is the same for every graph.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from graph.answers import (
    DescribedLabel,
    DescribedProperty,
    DescribedRelationship,
    DescribedSchema,
)
from viz.boxes import Box
from viz.caption import Asked, Caption
from viz.drawing import Drawing, Edge, Node
from viz.layout import GLYPH, TALL, WIDE, Spot, centred, extent, region
from viz.network import Map, mapped
from viz.strokes import BOXES, KINDS

__all__ = ["schema_map"]

_PLACES: Mapping[str, tuple[float, float]] = {
    "Actor": (270, 150),
    "Outlet": (0, 150),
    "State": (0, 390),
    "UnnamedSource": (270, 390),
    "Official": (0, 600),
    "Institution": (270, 600),
    "Statement": (650, 270),
    "Claim": (1000, 60),
    "Assessment": (895, 400),
    "Document": (650, 530),
    "WeaponSystem": (1020, 600),
    "Dossier": (270, 756),
    "Entity": (650, 756),
    "Standing": (1000, 250),
    "Rejoinder": (1000, 756),
}
"""Where each label stands: speakers to the left, claims to the right, documents below."""

_ALL = Asked()
_KINDS = ("State", "Institution", "Official", "Outlet", "UnnamedSource")
_MAIN = ("Actor", "Statement", "Claim", "Document")
_OF_ACTORS = "Actor: whoever can speak, one of five kinds"
_KEPT = ("Dossier", "Entity", "Rejoinder")
_INTERNAL = ("Stale",)
_OF_GRAPH = "every node above is an Entity too, and a dossier defines it"
_NAMED = 3
"""Types named on one line before "and N more"."""


@dataclass(frozen=True, slots=True)
class _Course:
    """How a line runs: bent how far, its words how far along; of a loop, where they stand."""

    bend: int = 0
    part: float = 0.5
    angle: float = 0.8
    at: tuple[float, float] | None = None


_COURSES: Mapping[tuple[str, str, str], _Course] = {
    ("Statement", "Statement", "dossier"): _Course(at=(106, -52)),
    ("Claim", "Claim", "dossier"): _Course(at=(-62, -52)),
    ("Document", "Document", "dossier"): _Course(angle=-0.8, at=(-62, 44)),
    ("WeaponSystem", "WeaponSystem", "dossier"): _Course(at=(0, 54)),
    ("UnnamedSource", "UnnamedSource", "dossier"): _Course(at=(-20, -56)),
    ("Institution", "Institution", "dossier"): _Course(at=(80, -42)),
    ("Actor", "Claim", "derived"): _Course(bend=1, part=0.36),
    ("Claim", "Actor", "dossier"): _Course(part=0.32),
    ("Statement", "Actor", "dossier"): _Course(bend=2),
    ("Statement", "Actor", "derived"): _Course(bend=1, part=0.45),
    ("Assessment", "Actor", "dossier"): _Course(bend=1, part=0.34),
    ("Institution", "State", "dossier"): _Course(part=0.62),
    ("State", "Institution", "dossier"): _Course(bend=1, part=0.62),
    ("Statement", "UnnamedSource", "dossier"): _Course(part=0.6),
    ("Document", "Actor", "dossier"): _Course(part=0.25),
    ("WeaponSystem", "Document", "dossier"): _Course(part=0.5),
}
"""Lines that are not straight, by where they begin and end and what they come from."""


@dataclass(frozen=True, slots=True)
class _Bundle:
    """Types that lead from one label to another, each with how often it does."""

    start: str
    end: str
    comes_from: str
    types: tuple[tuple[DescribedRelationship, int], ...]


def schema_map(found: DescribedSchema, made: datetime, asked: Asked = _ALL) -> Map:
    """Draw what a graph is made of, with how much of each there is.

    `made` is when it was counted (with its time zone).
    """
    nodes = [_node(each) for each in found.labels if each.name not in _INTERNAL]
    spots = {node.id: _spot(node) for node in nodes}
    speakers = {node.id: spots[node.id] for node in nodes if node.name in ("Actor", *_KINDS)}
    edges = [_edge(each) for each in _bundles(found.relationships)]
    about = {
        "node": "",
        "heading": "What the graph is made of",
        "kind": "Click a label or a line for its words",
        "rows": [
            ("labels", str(len(nodes))),
            ("relationship types", str(len(found.relationships))),
            ("read more", "/v1/schema"),
        ],
    }
    kept = {node.id: spots[node.id] for node in nodes if node.name in _KEPT}
    regions = (region(_OF_ACTORS, speakers), region(_OF_GRAPH, kept))
    title = "What is the graph made of?"
    caption = Caption(title, as_of=None, made=made, total=len(nodes), asked=asked)
    count = len(nodes)
    words = f"{count} labels, {len(found.relationships)} types of relationships, each counted."
    shapes = {WIDE: (spots, regions), TALL: (spots, regions)}
    drawing = Drawing(tuple(nodes), tuple(edges), shapes)
    return mapped(drawing, [], caption, (words, count, count), about, level="schema")


def _node(label: DescribedLabel) -> Node:
    type_ = label.name if label.name in KINDS else "Label"
    facts = [(each.name, _carried(each)) for each in label.properties]
    nodes = "1 node" if label.count == 1 else f"{label.count:,} nodes"
    lines = (label.name, nodes) if type_ in BOXES else (f"{label.name} {label.count:,}",)
    first = ("what", f"{label.meaning} {nodes}.")
    return Node(
        f"label:{label.name}",
        type_,
        label.name,
        lines,
        focus=label.name in _MAIN,
        facts=(first, *facts),
    )


def _spot(node: Node) -> Spot:
    x, y = _PLACES[node.name]
    if node.type in BOXES:
        spot = centred(node.item, x, y)
    else:
        box = Box(x - 70, y - GLYPH / 2, 140, GLYPH + node.item.height)
        spot = Spot(x, y, "below", box)
    loop = _COURSES.get((node.name, node.name, "dossier"))
    if loop and loop.at:
        words = Box(x + loop.at[0] - 70, y + loop.at[1] - 24, 140, 48)
        spot = replace(spot, box=extent([spot.box, words]))
    return spot


def _bundles(relationships: Iterable[DescribedRelationship]) -> list[_Bundle]:
    found: dict[tuple[str, str, str], dict[str, tuple[DescribedRelationship, int]]] = {}
    for each in relationships:
        for start in each.starts:
            for end in each.reaches:
                ends = _drawn(each, start, end)
                types = found.setdefault((*ends, each.comes_from), {})
                count = sum(x.count for x in each.ends if _drawn(each, x.start, x.end) == ends)
                types[each.name] = (each, count)
    return [_Bundle(*key, tuple(types.values())) for key, types in found.items()]


def _drawn(each: DescribedRelationship, start: str, end: str) -> tuple[str, str]:
    """Return between which nodes of the picture a relationship is drawn.

    Where several kinds of actors meet something else, that is an actor; what a dossier defines
    is an entity.
    """
    if each.name == "DEFINES":
        return "Dossier", "Entity"
    if start in _KINDS and end in _KINDS:
        return start, end
    return _actor_or(each.starts, start), _actor_or(each.reaches, end)


def _actor_or(possible: Sequence[str], label: str) -> str:
    several = len(set(possible) & set(_KINDS)) > 1
    return "Actor" if several and label in _KINDS else label


def _edge(bundle: _Bundle) -> Edge:
    types = sorted(bundle.types, key=lambda each: -each[1])
    words = [f"{each.name} {count:,}" for each, count in types]
    if len(words) > _NAMED + 1:
        rest = sum(count for _, count in types[_NAMED:])
        words = [*words[:_NAMED], f"and {len(words) - _NAMED} more acts {rest:,}"]
    course = _COURSES.get((bundle.start, bundle.end, bundle.comes_from), _Course())
    return Edge(
        id=f"line:{bundle.start}:{bundle.end}:{bundle.comes_from}",
        source=f"label:{bundle.start}",
        target=f"label:{bundle.end}",
        group=f"from-{bundle.comes_from}",
        label="\n".join(words),
        bend=course.bend,
        facts=tuple((each.name, _told(each, count)) for each, count in types),
        part=course.part,
        angle=course.angle,
        at=course.at,
    )


def _carried(each: DescribedProperty) -> str:
    count = "" if each.count is None else f", {each.count:,}"
    return f"{each.type}{count}. {each.meaning}"


def _told(each: DescribedRelationship, count: int) -> str:
    ends = f"{' or '.join(each.starts)} → {' or '.join(each.reaches)}"
    return f"{count:,}. {each.meaning} ({ends})"
