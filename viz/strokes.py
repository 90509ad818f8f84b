"""How statements and nodes look: one table, read by the map, its legend and its timeline.

A stroke is never told by its colour alone: dash, head and width differ too. The five
colours stay apart in normal, protan, deutan and tritan sight, on white and on a dark ground;
none of them means right or wrong.
"""

from dataclasses import dataclass

from graph.vocabulary import Act

__all__ = ["BOXES", "GROUPS", "KINDS", "LINES", "STROKES", "Kind", "Stroke", "stroke"]


@dataclass(frozen=True, slots=True)
class Stroke:
    """How one group of acts is drawn."""

    group: str
    """Key of the group."""
    label: str
    """Its acts in words, as the legend gives them."""
    acts: tuple[Act, ...]
    """Acts drawn so. Empty for lines that are no statements."""
    colour: str
    """Colour of line and head on a light ground."""
    dark: str
    """The same on a dark one."""
    dash: tuple[int, ...]
    """Lengths of stroke and gap in pixels. Empty: an unbroken line."""
    head: str
    """Arrow head, by its vis-network name."""
    width: float
    """Width in pixels."""


STROKES = (
    Stroke(
        "put-forward",
        "alleged, asserted, found, predicted, warned",
        (Act.ALLEGES, Act.ASSERTS, Act.FINDS, Act.PREDICTS, Act.WARNS),
        "#EE3377",
        "#FF4F93",
        (),
        "arrow",
        2,
    ),
    Stroke(
        "reported",
        "reported, on the word of others",
        (Act.REPORTS,),
        "#997700",
        "#E8C547",
        (2, 4),
        "vee",
        2.5,
    ),
    Stroke(
        "confirmed",
        "confirmed, deemed credible, admitted",
        (Act.CONFIRMS, Act.DEEMS_CREDIBLE, Act.ADMITS),
        "#222255",
        "#D9DCFF",
        (16, 3),
        "circle",
        3.5,
    ),
    Stroke(
        "denied",
        "denied, said not yet, doubted",
        (Act.DENIES, Act.SAYS_NOT_YET, Act.DOUBTS),
        "#0077BB",
        "#2F95E0",
        (9, 5),
        "bar",
        3,
    ),
    Stroke(
        "rejected",
        "disputed a statement, walked back its own",
        (Act.DISPUTES, Act.WALKS_BACK),
        "#0077BB",
        "#2F95E0",
        (12, 4, 2, 4),
        "crow",
        1.75,
    ),
    Stroke(
        "open",
        "declined to confirm or comment, neither confirmed nor denied, had not responded",
        (Act.DECLINES_TO_CONFIRM, Act.EVADES, Act.DECLINES_TO_COMMENT, Act.NO_RESPONSE),
        "#661100",
        "#B0602F",
        (5, 5),
        "box",
        1.5,
    ),
    Stroke(
        "reacted",
        "condemned, threatened consequences, demanded action",
        (Act.CONDEMNS, Act.THREATENS_CONSEQUENCES, Act.DEMANDS),
        "#661100",
        "#B0602F",
        (7, 3, 2, 3, 2, 3),
        "diamond",
        2.25,
    ),
)
"""How statements are drawn, by group of acts, in the order of the legend."""

RELAY = Stroke("relay", "whom an outlet relies on", (), "#767676", "#9a9a9a", (1, 4), "vee", 1)
ANSWERS = Stroke("answers", "answers what another said", (), "#a3a19a", "#6f6f6f", (3, 3), "vee", 1)
PRINTED = Stroke(
    "printed", "printed in a document", (), "#767676", "#9a9a9a", (5, 2, 1, 2), "vee", 1
)
DRAWS_ON = Stroke(
    "draws-on", "document that has it from another", (), "#767676", "#9a9a9a", (8, 3), "vee", 1.5
)
NAMES = Stroke("names", "the claim names it", (), "#767676", "#9a9a9a", (2, 6), "vee", 1)
RELATION = Stroke("relation", "how claims relate", (), "#767676", "#9a9a9a", (), "vee", 1)
LINK = Stroke("link", "relationship, named on the line", (), "#767676", "#9a9a9a", (), "vee", 1)
SCHEMA = (
    Stroke("from-dossier", "stated in a dossier", (), "#767676", "#9a9a9a", (), "vee", 1.25),
    Stroke(
        "from-derived",
        "derived: rebuilt from the statements",
        (),
        "#1d1d1f",
        "#e8e6e0",
        (7, 5),
        "vee",
        1.5,
    ),
    Stroke("from-graph", "kept by the graph itself", (), "#767676", "#9a9a9a", (2, 4), "vee", 1.25),
)
"""How types of relationships are drawn on the map of the schema."""

LINES = (*STROKES, ANSWERS, RELAY, PRINTED, DRAWS_ON, RELATION, NAMES, LINK, *SCHEMA)
"""Every way to draw a line, in the order of the legend."""
GROUPS = (*(each.group for each in LINES), "implied")
"""What a reader can hide, by key."""


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind of node is drawn."""

    type: str
    """The label of such nodes in the graph."""
    label: str
    """In words."""
    shape: str
    """Shape, by its vis-network name."""
    size: int
    """Half its height in pixels."""


KINDS = {
    kind.type: kind
    for kind in (
        Kind("State", "state (with its code)", "hexagon", 15),
        Kind("Institution", "institution", "square", 9),
        Kind("Official", "named person", "dot", 10),
        Kind("Outlet", "outlet", "triangle", 11),
        Kind("UnnamedSource", "unnamed source", "diamond", 12),
        Kind("Claim", "claim", "box", 0),
        Kind("Statement", "statement", "box", 0),
        Kind("Document", "document", "box", 0),
        Kind("WeaponSystem", "weapon system", "star", 11),
        Kind("Assessment", "assessment", "triangleDown", 11),
        Kind("Label", "several kinds together, or none", "box", 0),
        Kind("Other", "something else", "ellipse", 9),
    )
}
"""How nodes are drawn, by their label in the graph."""
BOXES = frozenset(kind.type for kind in KINDS.values() if kind.shape == "box")
"""Nodes that hold their words."""


def stroke(act: Act) -> Stroke:
    """Return how statements of `act` are drawn."""
    return next(each for each in STROKES if act in each.acts)
