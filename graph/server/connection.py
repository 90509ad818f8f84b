"""Where a Neo4j is and how to log in."""

from dataclasses import dataclass, field

__all__ = ["Connection"]


@dataclass(frozen=True, slots=True)
class Connection:
    """Address, user, password and database of a Neo4j. Its text never shows the password."""

    uri: str
    """``bolt://``, ``neo4j://`` or ``neo4j+s://`` address; the last two route reads."""
    user: str
    password: str = field(repr=False)
    database: str = "neo4j"
