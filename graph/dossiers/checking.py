"""Every check, over files read record by record: first each record alone, then all together."""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.dossiers.chronology import chronology, ends
from graph.dossiers.cycles import cycles
from graph.dossiers.findings import Finding, Findings
from graph.dossiers.identity import called, identity, names
from graph.dossiers.index import Index
from graph.dossiers.reading import File, read_file
from graph.dossiers.records import head, validated
from graph.dossiers.references import references
from graph.dossiers.renaming import former, renamed
from graph.dossiers.sources import denials, parts, sources, voices
from graph.model import Dossier, Entity
from graph.progress import Report, silent

__all__ = ["Checked", "Draft", "Examination"]

_TOLD_EACH = 1_000
_TOGETHER = (references, identity, renamed, cycles, names, chronology, sources, denials)


@dataclass(frozen=True, slots=True)
class Draft:
    """A dossier without a fault in what it says of itself."""

    dossier: str
    title: str | None
    notes: str | None
    file: int
    """Number of its file in the index, from 0."""
    records: int
    fingerprint: str
    """Equal for equal content, in whatever form and order it is written."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found."""

    dossiers: tuple[Draft, ...]
    """Not to be loaded while there is any fault."""
    faults: tuple[Finding, ...]
    """What cannot be, by file and line; of very many the first."""
    warnings: tuple[Finding, ...]
    """What is odd, by file and line; of very many the first."""
    fault_count: int
    warning_count: int
    records: int

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Faults and warnings by file and line."""
        both = (*self.faults, *self.warnings)
        return tuple(sorted(both, key=lambda it: (it.file, it.line, it.field, it.what)))


class Examination:
    """Files that are read once, and what the checks look up of them, until it is closed.

    What the graph holds is to be told to `index` between making one and asking for `result`.
    """

    def __init__(
        self,
        paths: Sequence[Path],
        *,
        ready: Callable[[Entity, str], bytes] | None = None,
        report: Report = silent,
    ) -> None:
        """Read `paths`. `ready` makes of a record and its fingerprint what a load will write."""
        self.index = Index(ready)
        self._found = Findings(self.index.database)
        self._report, self._records = report, 0
        self._drafts: list[Draft] = []
        self._size = sum(path.stat().st_size for path in paths if path.is_file())
        self._bytes = 0
        for path in dict.fromkeys(paths):
            if file := read_file(path, self._found):
                self._read(file, path)
        self.index.resolve()

    def close(self) -> None:
        """Forget what was read."""
        self.index.close()

    def result(self) -> Checked:
        """Compare the records with each other and with the graph; return all that was found."""
        for number, each in enumerate(_TOGETHER):
            self._report("Comparing", number, len(_TOGETHER), "steps")
            each(self.index, self._found)
        self._report("Comparing", len(_TOGETHER), len(_TOGETHER), "steps")
        found = self._found
        return Checked(
            tuple(self._drafts),
            found.first("fault"),
            found.first("warning"),
            found.count("fault"),
            found.count("warning"),
            self._records,
        )

    def _read(self, file: File, path: Path) -> None:
        about = head(file, self._found)
        number, total, records = self.index.open(file), 0, 0
        for record in validated(file, self._found):
            n, printed = self.index.add(record, self._found)
            total += int(printed, 16)
            records += 1
            ends(record, self._found)
            parts(record, self._found)
            for row in called(n, record):
                self.index.keep("name", *row)
            for row in former(n, record):
                self.index.keep("former", *row)
            for table, row in voices(n, record):
                self.index.keep(table, *row)
            if records % _TOLD_EACH == 0:
                self._tell(records, record.read)
        self._records += records
        self._bytes += path.stat().st_size
        self._tell(0, 0)
        if about:
            printed = _print(about, total)
            draft = Draft(about.dossier, about.title, about.notes, number, records, printed)
            self._drafts.append(draft)

    def _tell(self, records: int, read: int) -> None:
        """Tell how many records were read, of how many if the rest is like them."""
        done, share = self._records + records, (self._bytes + read) / max(1, self._size)
        self._report("Checking", done, round(done / share) if share else 0, "rows")


def _print(about: Dossier, total: int) -> str:
    """Return the fingerprint of a dossier: of its head and of the sum of those of its records."""
    content = about.model_dump(mode="json", exclude_defaults=True)
    text = json.dumps([content, total % 2**256], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
