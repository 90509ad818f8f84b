"""The schema of the graph, described and counted."""

from typing import Literal

from graph.answers.record import Record

__all__ = [
    "ComesFrom",
    "DescribedLabel",
    "DescribedProperty",
    "DescribedRelationship",
    "DescribedRow",
    "DescribedSchema",
    "Ends",
]

ComesFrom = Literal["dossier", "derived", "graph"]


class DescribedProperty(Record):
    """A property of nodes with a label, or of relationships of a type."""

    name: str
    """Its key."""
    type: str
    """Its type, as Cypher's `valueType` names it, without NOT NULL: any may be absent."""
    meaning: str
    """What it holds."""
    comes_from: ComesFrom
    """`dossier`: stated in one. `derived`: rebuilt from the statements, never written by hand.
    `graph`: kept by the graph itself."""
    allowed: list[str]
    """The only values that it may have; empty when others are possible too."""
    count: int | None
    """How many of them carry it. Null in a graph of more than 50,000 nodes, where that is not
    counted."""


class DescribedLabel(Record):
    """A label of nodes."""

    name: str
    """The label."""
    meaning: str
    """What such a node is."""
    comes_from: ComesFrom
    """Who makes such nodes: `dossier`, or the `graph` itself."""
    beside: list[str]
    """Labels that its nodes always carry too."""
    count: int
    """How many nodes carry it, those withdrawn included."""
    properties: list[DescribedProperty]
    """What they may carry. Of `Entity` only what all have, whatever else they are."""


class Ends(Record):
    """Where relationships of a type lead from and to."""

    start: str
    """Label where they begin."""
    end: str
    """Label where they end."""
    count: int
    """How many do."""


class DescribedRelationship(Record):
    """A type of relationship."""

    name: str
    """The type."""
    meaning: str
    """What it says, read along its direction."""
    comes_from: ComesFrom
    """`dossier`, `derived` or `graph`, as for properties."""
    starts: list[str]
    """Labels where it may begin."""
    reaches: list[str]
    """Labels where it may end."""
    count: int
    """How many there are."""
    ends: list[Ends]
    """How many lead from which label to which, as they occur. In a graph of more than 50,000 nodes,
    where several labels stand at both sides, those at the end are told as Actor or Entity."""
    properties: list[DescribedProperty]
    """What they may carry."""


class DescribedSchema(Record):
    """What the graph is made of."""

    labels: list[DescribedLabel]
    """Labels of nodes."""
    relationships: list[DescribedRelationship]
    """Types of relationships: those that dossiers state, then derived ones, then the graph's."""


class DescribedRow(Record):
    """A label, a type or a property as one row of a table."""

    what: Literal["label", "relationship"]
    """Whether this is about a label or a type of relationship."""
    name: str
    """The label or the type."""
    property: str | None
    """The property; null on the row of the label or type itself."""
    type: str | None
    """Type of the property."""
    meaning: str
    """What it is."""
    comes_from: ComesFrom
    """`dossier`, `derived` or `graph`."""
    count: int | None
    """How many there are; of a property, how many carry it, null where that is not counted."""
    allowed: list[str]
    """The only values of a property; empty when others are possible too."""
    ends: list[str]
    """Of a relationship from which label to which, and how often."""
