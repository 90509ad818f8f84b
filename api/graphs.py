"""Maps as JSON: the nodes, lines and statements that a page shows, and where all of it stands.

Places are in pixels, x to the right and y down, from a point that means nothing. A map has two
layouts: ``wide`` for screens, ``tall`` for phones held upright. Days in words are English; those
that programs read are ISO 8601 or EDTF.
"""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field

from graph.answers import Record
from viz import GROUPS, Map

__all__ = ["Graph", "graph_json"]

Box = tuple[float, float, float, float]
Side = Literal["left", "right", "below", "inside"]
Group = Annotated[str, Field(json_schema_extra={"enum": list(GROUPS)})]
Facts = list[tuple[str, str]]


class Note(Record):
    """A statement in a few words under its speaker's name."""

    statement: str
    """Id of the statement."""
    text: str
    """The words: act and day."""


class Places(Record):
    """Where a node stands over time, in each layout.

    Each place is the first day of it (null: from the start), x, y, the side of the words, and the
    box (left, top, width, height). On a day the last place holds that has begun; the place of a
    speaker follows what it had committed to by then.
    """

    wide: list[tuple[date | None, float, float, Side, Box]]
    """On a screen."""
    tall: list[tuple[date | None, float, float, Side, Box]]
    """On a phone held upright."""


class GraphNode(Record):
    """Something on the map: an actor, a claim, a weapon, a statement, a document, a label."""

    id: str
    """Its id on the map: its kind and its id in the graph, as `actor:ir`; on maps of any graph a
    number, as `node:3`."""
    type: str
    """Its label: State, Institution, Official, Outlet, UnnamedSource, Claim, Document ..."""
    name: str
    """Its whole name; of a claim its text."""
    lines: list[str]
    """The name as it is written on the canvas, a line each; long ones are cut."""
    aliases: list[str]
    """Its other names."""
    notes: list[Note]
    """What it said, newest first."""
    facts: Facts
    """What else is recorded of it: pairs of a name and a text."""
    code: str | None
    """Short code of a state. Null for all else."""
    focus: bool
    """Whether the map is about it."""
    statement: str | None
    """Id of the statement that it is. Null for all else."""
    document: str | None
    """Id of the document that it is. Null for all else."""
    more: str | None
    """Address of the graph around it, in this form. Null where there is none."""
    x: float
    """Where its shape is on the day asked about, in the wide layout: pixels, rightwards."""
    y: float
    """The same, downwards."""
    side: Side
    """Where its words are: inside the shape or on which side of it."""
    box: Box
    """What it covers, words included: left, top, width, height, in pixels."""
    places: Places
    """All its places."""


class GraphEdge(Record):
    """A line: a statement, or how two nodes belong together."""

    id: str
    """Its id on the map."""
    from_: Annotated[str, Field(alias="from")]
    """Id of the node where it begins."""
    to: str
    """Id of the node where it ends."""
    group: Group
    """What it is: a group of acts, or another kind of line."""
    statement: str | None
    """Id of the statement that it is. Null for all else."""
    statements: list[str]
    """Ids of the statements that it rests on, where it is none itself."""
    count: int | None
    """How many statements it stands for, where it gathers them. Null for all else."""
    implied: bool
    """Whether the act lies in how documents put it, and not in the words. False where not known."""
    words: str
    """Words on the line; often none."""
    facts: Facts
    """What else is recorded of it: pairs of a name and a text."""
    bend: int
    """0: straight. 1, 2, 3 ...: bent, each further than the last but one, in turn to each side."""
    part: float
    """How far along the line its words stand: 0 where it begins, 1 where it ends."""
    at: tuple[float, float] | None
    """Where its words stand instead: pixels from the middle of the node where it begins."""
    angle: float
    """Of a line from a node to itself: where on the node it sits, in radians."""


class Named(Record):
    """Somebody or something that a statement names."""

    node: str
    """Id of its node on a map."""
    id: str
    """Its id in the graph."""
    name: str
    """Its name."""
    type: str
    """Its label."""


class NamedSpeaker(Named):
    """Who made a statement."""

    role: str | None
    """Role, as the documents give it. Null when they give none."""


class Report(Record):
    """One document's report of a statement."""

    document: str
    """Id of the document."""
    title: str | None
    """Headline. Null when not recorded."""
    url: str | None
    """Address. Null when it has none or is not known."""
    publisher: str | None
    """Name of who published it. Null when not known."""
    published: str
    """Day of publication, in words."""
    read: bool
    """False for an original known only through documents that draw on it."""
    language: str | None
    """Language (BCP 47). Null when not recorded."""
    withdrawn: str | None
    """Day on which its publisher took it back, in words. Null when it stands."""
    quote: str | None
    """The speaker's words, as it prints them. Null when none is recorded."""
    quote_language: str | None
    """Language of the quotation. Null without one."""
    characterised_as: str | None
    """What it calls the statement, in words. Null when not recorded."""
    characterised_in_words: str | None
    """Its own words for that. Null when not recorded."""
    hedge: str | None
    """Its hedge. Null when it has none."""
    draws_on: list[str]
    """Ids of documents that it has its matter from."""


class Told(Record):
    """A statement, in the words of a page. `/v1/statements/{id}` has it as it is recorded."""

    id: str
    """Its id."""
    group: Group
    """Group of its act."""
    act: str
    """What kind of speech act it is, in words."""
    meaning: str
    """What that act means."""
    belief: str
    """What the speaker commits to, in words."""
    stance: str
    """Where that puts the speaker on the map, in words."""
    relayed: str | None
    """What those commit to whose word it passes on, in words. Null when it passes on none."""
    implied: bool
    """Whether the act lies in how documents put it. False where that is not known, too."""
    explicit: str
    """Explicit, implied or not known, in words."""
    rests_on: str
    """What that rests on, in words."""
    hedged: bool
    """Whether the words are hedged."""
    extent: str | None
    """The part of the claim that it bears on. Null when not recorded."""
    quantity: str | None
    """The quantity that this speaker gave, in words. Null when none."""
    speakers: list[NamedSpeaker]
    """Who speaks; several for a joint statement."""
    voices: list[Named]
    """The states that it is a voice of."""
    on_behalf_of: list[str]
    """Names of those for whom it is said."""
    claim: Named
    """The claim that it is about."""
    said: str
    """Day on which it was said, in words and as precisely as known."""
    edtf: str | None
    """The same as EDTF. Null when not known."""
    earliest: date | None
    """First day that it may mean. Null when nothing bounds it."""
    latest: date | None
    """Last day that it may mean. Null when nothing bounds it."""
    basis: str | None
    """How the day is known. Null when not recorded."""
    known_day: date
    """First day by which it had certainly been said; when it was recorded, where none is known."""
    known_by: str | None
    """That day in words. Null when no date bounds it."""
    channel: str | None
    """Where or through whom it was said. Null when not recorded."""
    paraphrase: str | None
    """The content in our own words."""
    notes: str | None
    """What no other field holds."""
    responds_to: list[str]
    """Ids of the statements that it answers."""
    answered_by: list[str]
    """Ids of the statements that answer it."""
    relays: list[Named]
    """Statements or unnamed sources whose word it passes on."""
    reports: list[Report]
    """The documents that report it."""
    recorded: date
    """When it entered this graph."""
    withdrawn: date | None
    """When it left the record. Null: it stands."""


class Graph(Record):
    """A map: what its page shows at first, after the filters of the address."""

    caution: str
    """What this is, and is not."""
    title: str
    """What was asked."""
    as_of: date | None
    """The day as of which it was asked. Null: all that is recorded."""
    made: datetime
    """When the answer was read from the graph."""
    level: str
    """How closely it is looked at: statements, evidence or states; else graph or schema."""
    nodes: list[GraphNode]
    """What is on it."""
    edges: list[GraphEdge]
    """The lines."""
    statements: list[Told]
    """The statements that they rest on. Empty on maps of any graph."""
    shown: int
    """Statements drawn before filters; nodes on maps of any graph."""
    total: int
    """Of how many that answer."""
    truncated: bool
    """Whether some are left out, because the map would be too large."""
    order: str
    """How much of the answer is drawn, and by what order some was left out, in words."""


def graph_json(found: Map) -> str:
    """Return a map as JSON, as the service and the command line give it."""
    return Graph.model_validate(found.graph()).model_dump_json(by_alias=True)
