"""What is drawn: nodes with their words, lines between them, and the parts they stand in."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from graph.answers.positions import Position
from graph.answers.record import Mention
from graph.vocabulary import ACTS
from viz.boxes import text_width, wrapped
from viz.days import MONTHS, NOT_KNOWN, in_words
from viz.layout import LABEL, Item, Region, Spot
from viz.sources import node_id
from viz.strokes import BOXES, stroke

__all__ = ["Drawing", "Edge", "Node", "Note", "actor_node", "claim_node", "curved", "spoken"]

NAME_PX, NOTE_PX, CLAIM_PX, FOCUS_PX = 14, 12, 12, 15
NAME_LINE, NOTE_LINE, CLAIM_LINE, FOCUS_LINE = 17, 15, 15, 20
NOTES = 3
"""Statements written under a speaker's name before "and N more"."""


@dataclass(frozen=True, slots=True)
class Note:
    """One statement in a few words under its speaker's name."""

    statement: str
    text: str


@dataclass(frozen=True, slots=True)
class Node:
    """An actor or a claim on the canvas."""

    id: str
    """Prefixed id."""
    type: str
    """Its label in the graph."""
    name: str
    """Its whole name or text."""
    lines: tuple[str, ...]
    """The name as it is drawn, broken into lines."""
    notes: tuple[Note, ...]
    """What it said, newest first. Empty for claims."""
    code: str | None
    """Short code of a state."""
    focus: bool
    """Whether the map is about it."""
    facts: tuple[tuple[str, str], ...] = ()
    """What is recorded of it, as pairs of words, where no statement of the map says more."""

    @property
    def item(self) -> Item:
        """How much room it takes."""
        if self.type in BOXES:
            line = FOCUS_LINE if self.focus else CLAIM_LINE
            return Item(self.id, 250 if self.focus else 200, line * len(self.lines) + 18)
        notes = min(len(self.notes), NOTES + 1)
        return Item(self.id, LABEL, NAME_LINE * len(self.lines) + NOTE_LINE * notes)


@dataclass(frozen=True, slots=True)
class Edge:
    """A line from one node to another; a statement, unless `statement` is None."""

    id: str
    source: str
    target: str
    group: str
    """Group of acts, or ``relay``, ``relation``, ``voice``: the key of its stroke."""
    statement: str | None
    implied: bool
    label: str
    """Words on the line. Empty: none."""
    bend: int
    """0: straight. 1, 2, 3 ...: bent, each further than the last but one, in turn to each side."""
    facts: tuple[tuple[str, str], ...] = ()
    """What is recorded of it, as pairs of words, where it is no statement of the map."""
    part: float = 0.5
    """How far along the line its words stand, where it is no statement."""
    angle: float = 0.8
    """Of a line from a node to itself: where on the node it sits, in radians."""
    at: tuple[float, float] | None = None
    """Where its words stand instead, from the middle of the node where it begins."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything on one canvas, placed."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    spots: dict[str, Spot]
    """Where each node stands, by its id."""
    regions: tuple[Region, ...]


def claim_node(claim: Mention, *, focus: bool = False) -> Node:
    """Return the box of a claim, its text wrapped; `focus` when the map is about it."""
    size, width, lines = (FOCUS_PX, 212, 9) if focus else (CLAIM_PX, 180, 5)
    text = wrapped(claim.name, size, width, lines)
    return Node(node_id(claim), "Claim", claim.name, text, (), None, focus)


def actor_node(actor: Mention, said: Iterable[Position] = (), *, focus: bool = False) -> Node:
    """Return the node of an actor with what it `said`, newest first."""
    notes = tuple(Note(each.statement, _note(each)) for each in said)
    code = actor.id.upper()[:3] if actor.type == "State" else None
    name = wrapped(actor.name, NAME_PX, LABEL - 12, 3)
    return Node(node_id(actor), actor.type, actor.name, name, notes, code, focus)


def spoken(positions: Iterable[Position]) -> list[Edge]:
    """Return an edge for each statement and each of its speakers: none is merged, none dropped."""
    return [
        Edge(
            id=f"statement:{each.statement}:{speaker.id}",
            source=node_id(speaker),
            target=node_id(each.claim),
            group=stroke(each.act).group,
            statement=each.statement,
            implied=each.explicit is False,
            label="implied" if each.explicit is False else "",
            bend=0,
        )
        for each in positions
        for speaker in each.speakers
    ]


def curved(edges: Sequence[Edge]) -> tuple[Edge, ...]:
    """Bend the second and later edge between each pair of nodes, each one differently."""
    seen: Counter[frozenset[str]] = Counter()
    found: list[Edge] = []
    for edge in edges:
        pair = frozenset((edge.source, edge.target))
        found.append(replace(edge, bend=seen[pair]))
        seen[pair] += 1
    return tuple(found)


def _note(position: Position) -> str:
    act = ACTS[position.act].phrase
    implied = ", implied" if position.explicit is False else ""
    day = NOT_KNOWN if position.said is None else _short(in_words(position.said))
    whole = f"{act}{implied} · {day}"
    return whole if text_width(whole, NOTE_PX) <= LABEL * 1.2 else f"{act}{implied}"


def _short(day: str) -> str:
    for month in MONTHS:
        day = day.replace(month, month[:3])
    return day
