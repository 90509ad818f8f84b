"""What is wrong, where, and what would be right."""

import sqlite3
from dataclasses import dataclass
from typing import Literal

__all__ = ["MOST", "Finding", "Findings", "Path", "Place", "dotted", "storable"]

Path = tuple[str | int, ...]
"""Way to a field: ``("statements", 3, "claim")``."""
MOST = 10_000
"""Faults, and warnings, that are told one by one; of the others it is told how many they are."""

_TABLE = """
CREATE TABLE finding (
  file TEXT, line INTEGER, field TEXT, what TEXT, "right" TEXT, severity TEXT,
  PRIMARY KEY (severity, file, line, field, what, "right")
) WITHOUT ROWID
"""


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere in a dossier."""

    file: str
    line: int
    """From 1."""
    path: Path


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault or warning."""

    file: str
    line: int
    """From 1."""
    field: str
    """Way to the field: ``statements[3].claim``; empty for the file itself."""
    what: str
    """What is wrong."""
    right: str
    """What would be right."""
    severity: Literal["fault", "warning"]

    def __str__(self) -> str:
        """Return it as one line, as compilers print theirs."""
        where = f"{self.field}: " if self.field else ""
        return f"{self.file}:{self.line}: {self.severity}: {where}{self.what}; {self.right}"


class Findings:
    """Everything found so far, in a table: a file may have a million faults."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        database.execute(_TABLE)

    def fault(self, place: Place, what: str, right: str) -> None:
        """Add what cannot be."""
        self._add(place, what, right, "fault")

    def warning(self, place: Place, what: str, right: str) -> None:
        """Add what is odd and happens."""
        self._add(place, what, right, "warning")

    def first(self, severity: Literal["fault", "warning"]) -> tuple[Finding, ...]:
        """Return those of one severity by file and line, each once, at most `MOST`."""
        found = self._database.execute(
            'SELECT file, line, field, what, "right", severity FROM finding WHERE severity = ?'
            ' ORDER BY file, line, field, what, "right" LIMIT ?',
            (severity, MOST),
        )
        return tuple(Finding(*row) for row in found)

    def count(self, severity: Literal["fault", "warning"]) -> int:
        """Return how many there are of one severity."""
        counted = self._database.execute(
            "SELECT count(*) FROM finding WHERE severity = ?", (severity,)
        )
        return int(counted.fetchone()[0])

    def _add(self, place: Place, what: str, right: str, severity: str) -> None:
        texts = [storable(each) for each in (place.file, dotted(place.path), what, right)]
        self._database.execute(
            "INSERT OR IGNORE INTO finding VALUES (?, ?, ?, ?, ?, ?)",
            (texts[0], place.line, *texts[1:], severity),
        )


def storable(text: str) -> str:
    """Return `text` with half characters, which no table and no terminal takes, written out."""
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode()


def dotted(path: Path) -> str:
    """Return a way to a field as people write it."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text
