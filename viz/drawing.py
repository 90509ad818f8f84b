"""What is drawn: nodes with their words, lines between them, and where all of it stands."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph.answers.positions import Position
from graph.answers.record import Mention
from graph.vocabulary import ACTS
from viz.boxes import text_width, wrapped
from viz.days import MONTHS, NOT_KNOWN, in_words
from viz.layout import LABEL, Item, Shapes, Stations
from viz.sources import node_id
from viz.strokes import BOXES, stroke

__all__ = [
    "CLAIM_PX",
    "SLIM",
    "Drawing",
    "Edge",
    "Node",
    "Note",
    "actor_node",
    "answers",
    "claim_node",
    "curved",
    "line",
    "named_node",
    "relays",
    "spoken",
]

NAME_PX, NOTE_PX, CLAIM_PX, FOCUS_PX = 14, 12, 12, 15
NAME_LINE, NOTE_LINE, CLAIM_LINE, FOCUS_LINE = 17, 15, 15, 20
FOCUS_WIDE, SLIM = 250, 176
SLIMMER = ("Statement", "Document")
"""Boxes that stand side by side in the evidence view."""
NOTES = 3
"""Statements written under a speaker's name before "and N more"."""


@dataclass(frozen=True, slots=True)
class Note:
    """One statement in a few words under its speaker's name."""

    statement: str
    text: str


@dataclass(frozen=True, slots=True)
class Node:
    """Something on the canvas: an actor, a claim, a statement, a document ..."""

    id: str
    """Prefixed id."""
    type: str
    """Its label in the graph."""
    name: str
    """Its whole name or text."""
    lines: tuple[str, ...]
    """The name as it is drawn, broken into lines."""
    notes: tuple[Note, ...] = ()
    """What it said, newest first. Empty for claims."""
    code: str | None = None
    """Short code of a state."""
    focus: bool = False
    """Whether the map is about it."""
    facts: tuple[tuple[str, str], ...] = ()
    """What is recorded of it, as pairs of words, where no statement of the map says more."""
    statement: str | None = None
    """Id of the statement that it is. None for everything else."""
    document: str | None = None
    """Id of the document that it is. None for everything else."""
    more: str | None = None
    """Kind and id under which a service has what is around it: ``actors/ir``."""

    @property
    def item(self) -> Item:
        """How much room it takes."""
        if self.type in BOXES:
            tall = FOCUS_LINE if self.focus else CLAIM_LINE
            wide = FOCUS_WIDE if self.focus else SLIM if self.type in SLIMMER else 200
            return Item(self.id, wide, tall * len(self.lines) + 18, boxed=True)
        notes = min(len(self.notes), NOTES + 1)
        return Item(self.id, LABEL, NAME_LINE * len(self.lines) + NOTE_LINE * notes)


@dataclass(frozen=True, slots=True)
class Edge:
    """A line from one node to another."""

    id: str
    source: str
    target: str
    group: str
    """Group of acts, or what else the line is: the key of its stroke."""
    statement: str | None = None
    """Id of the statement that it is. None for every other line."""
    implied: bool = False
    label: str = ""
    """Words on the line. Empty: none."""
    bend: int = 0
    """0: straight. 1, 2, 3 ...: bent, each further than the last but one, in turn to each side."""
    facts: tuple[tuple[str, str], ...] = ()
    """What is recorded of it, as pairs of words, where it is no statement of the map."""
    part: float = 0.5
    """How far along the line its words stand, where it is no statement."""
    angle: float = 0.8
    """Of a line from a node to itself: where on the node it sits, in radians."""
    at: tuple[float, float] | None = None
    """Where its words stand instead, from the middle of the node where it begins."""
    statements: tuple[str, ...] = ()
    """Ids of the statements that it rests on, where it is none itself."""
    counted: bool = False
    """Whether it stands for as many lines as it has statements, and says how many."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything on one canvas, placed."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    shapes: Shapes
    """Where each slot is, in a wide and in a tall layout."""
    slots: Mapping[str, Stations] = field(default_factory=dict[str, Stations])
    """Slots of each node over time; a node left out has one slot, of its own id."""

    def slots_of(self, node: str) -> Stations:
        """Return the slots of a node, each with its first day."""
        return self.slots.get(node, [(None, node)])


def claim_node(claim: Mention, *, focus: bool = False) -> Node:
    """Return the box of a claim, its text wrapped; `focus` when the map is about it."""
    size, width, lines = (FOCUS_PX, 212, 9) if focus else (CLAIM_PX, 180, 5)
    text = wrapped(claim.name, size, width, lines)
    more = f"claims/{claim.id}"
    return Node(node_id(claim), "Claim", claim.name, text, focus=focus, more=more)


def actor_node(actor: Mention, said: Iterable[Position] = (), *, focus: bool = False) -> Node:
    """Return the node of an actor with what it `said`, newest first."""
    notes = tuple(Note(each.statement, _note(each)) for each in said)
    return replace(named_node(actor, focus=focus), notes=notes, more=f"actors/{actor.id}")


def named_node(mention: Mention, *, focus: bool = False) -> Node:
    """Return the node of something that has its name beside or below it."""
    code = mention.id.upper()[:3] if mention.type == "State" else None
    name = wrapped(mention.name, NAME_PX, LABEL - 12, 3)
    return Node(node_id(mention), mention.type, mention.name, name, code=code, focus=focus)


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
        )
        for each in positions
        for speaker in each.speakers
    ]


def answers(positions: Sequence[Position]) -> list[Edge]:
    """Return a line for each statement that answers another of `positions`, speaker to speaker."""
    by_id = {each.statement: each for each in positions}
    found: dict[tuple[str, str], dict[str, None]] = {}
    for each in positions:
        for answered in (by_id[key] for key in each.responds_to if key in by_id):
            for speaker in each.speakers:
                for other in answered.speakers:
                    ends = (node_id(speaker), node_id(other))
                    if ends[0] != ends[1]:
                        both = found.setdefault(ends, {})
                        both |= dict.fromkeys((each.statement, answered.statement))
    return [
        line(f"answers:{start}:{end}", start, end, "answers", statements=tuple(rests))
        for (start, end), rests in found.items()
    ]


def relays(positions: Iterable[Position], drawn: Iterable[str]) -> list[Edge]:
    """Return a line from each speaker to each unnamed source of `drawn` that it relies on."""
    here = set(drawn)
    found: dict[tuple[str, str], list[str]] = {}
    for each in positions:
        for speaker in each.speakers:
            for relied in each.relays:
                ends = (node_id(speaker), node_id(relied))
                if relied.type == "UnnamedSource" and ends[1] in here and ends[0] != ends[1]:
                    found.setdefault(ends, []).append(each.statement)
    return [
        line(f"relay:{start}:{end}", start, end, "relay", statements=tuple(rests))
        for (start, end), rests in found.items()
    ]


def line(
    key: str, start: str, end: str, group: str, label: str = "", statements: tuple[str, ...] = ()
) -> Edge:
    """Return a line that is no statement."""
    return Edge(key, start, end, group, label=label, statements=statements)


def curved(edges: Sequence[Edge]) -> tuple[Edge, ...]:
    """Bend the second and later edge between each pair of nodes, each one differently.

    An odd bend is to one side of a line, as seen along it, and the even one after it to the other.
    """
    seen: dict[frozenset[str], list[Edge]] = {}
    found: list[Edge] = []
    for edge in edges:
        before = seen.setdefault(frozenset((edge.source, edge.target)), [])
        turn = len(before)
        if before and before[0].source != edge.source:
            turn += 1 if turn % 2 else -1
        before.append(edge)
        found.append(replace(edge, bend=turn))
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
