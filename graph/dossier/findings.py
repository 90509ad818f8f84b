"""What a check finds, each as one line that an editor can jump to."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from graph.model import Dossier

__all__ = ["Checked", "Finding", "in_order"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, or odd, in a dossier."""

    file: str
    """Path of the file, as it was given."""
    line: int
    """Line of the field, from 1; of the record where a field is missing."""
    field: str
    """Path of the field, ``statements[3].claim``; empty for a whole file."""
    what: str
    """What is wrong."""
    right: str
    """What would be right."""
    severity: Literal["fault", "warning"] = "fault"
    """A fault cannot be and stops loading; a warning is odd but happens in real reporting."""
    record: str = ""
    """Id of the record; empty where there is none."""

    def __str__(self) -> str:
        """Return ``file:line: field (record): what; right`` on one line."""
        record = f" ({self.record})" if self.record else ""
        field = f"{self.field}{record}: " if self.field else ""
        return f"{self.file}:{self.line}: {field}{self.what}; {self.right}"


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check of dossiers gave."""

    dossiers: tuple[Dossier, ...]
    """Dossiers whose every field can be read, in the order of their files. To be loaded only
    when there is no fault."""
    findings: tuple[Finding, ...]
    """Faults and warnings, by file and line."""

    @property
    def faults(self) -> tuple[Finding, ...]:
        """What cannot be."""
        return self._of("fault")

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """What is odd, but happens in real reporting."""
        return self._of("warning")

    def _of(self, severity: str) -> tuple[Finding, ...]:
        return tuple(each for each in self.findings if each.severity == severity)


def in_order(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return `findings` by file and line, each once."""
    once = dict.fromkeys(findings)
    return tuple(sorted(once, key=lambda each: (each.file, each.line, each.field, each.what)))
