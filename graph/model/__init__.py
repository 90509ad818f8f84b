"""What the graph holds: the records of a dossier, one class for each kind of node.

The same classes read a dossier, make its JSON Schema and say what is written to Neo4j.
Fields are snake_case here and in dossiers, camelCase as properties in the graph. A field
that may be left out is unknown when it is left out: never false, never a middle value.
"""

from graph.model.actors import Actor, Institution, Official, Outlet, Role, State, UnnamedSource
from graph.model.claims import Claim, Contradiction, Maker, Range, WeaponSystem
from graph.model.documents import Assessment, Document, Draw
from graph.model.parts import Entity, Id, Part, Period, Quantity, Text
from graph.model.statements import Report, Speaker, Statement

__all__ = [
    "Actor",
    "Assessment",
    "Claim",
    "Contradiction",
    "Document",
    "Dossier",
    "Draw",
    "Entity",
    "Id",
    "Institution",
    "Maker",
    "Official",
    "Outlet",
    "Part",
    "Period",
    "Quantity",
    "Range",
    "Report",
    "Role",
    "Speaker",
    "State",
    "Statement",
    "Text",
    "UnnamedSource",
    "WeaponSystem",
]


class Dossier(Part):
    """A file of facts, written by hand and loaded as often as wanted."""

    dossier: Id
    """Id of the dossier itself."""
    title: Text | None = None
    """What it is about."""
    notes: Text | None = None
    """How it was compiled."""
    actors: tuple[Actor, ...] = ()
    """States, institutions, officials, outlets and unnamed sources."""
    weapons: tuple[WeaponSystem, ...] = ()
    """Weapon systems."""
    claims: tuple[Claim, ...] = ()
    """Claims."""
    documents: tuple[Document, ...] = ()
    """Documents."""
    statements: tuple[Statement, ...] = ()
    """Statements."""
    assessments: tuple[Assessment, ...] = ()
    """Assessments."""

    def entities(self) -> list[Entity]:
        """Return everything with an id, in the order of the sections."""
        return [
            *self.actors,
            *self.weapons,
            *self.claims,
            *self.documents,
            *self.statements,
            *self.assessments,
        ]
