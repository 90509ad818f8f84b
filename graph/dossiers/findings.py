"""What is wrong, where, and what would be right."""

from dataclasses import dataclass
from typing import Literal

__all__ = ["Finding", "Findings", "Path", "Place", "dotted"]

Path = tuple[str | int, ...]
"""Way to a field: ``("statements", 3, "claim")``."""


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
    """Everything found so far."""

    def __init__(self) -> None:
        self._all: list[Finding] = []

    def fault(self, place: Place, what: str, right: str) -> None:
        """Add what cannot be."""
        self._all.append(Finding(place.file, place.line, dotted(place.path), what, right, "fault"))

    def warning(self, place: Place, what: str, right: str) -> None:
        """Add what is odd and happens."""
        self._all.append(
            Finding(place.file, place.line, dotted(place.path), what, right, "warning")
        )

    def sorted(self) -> tuple[Finding, ...]:
        """Return all by file and line, each once."""
        key = {each: (each.file, each.line, each.field, each.what) for each in self._all}
        return tuple(sorted(key, key=key.__getitem__))


def dotted(path: Path) -> str:
    """Return a way to a field as people write it."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text
