"""Dossiers: read with their lines, checked as a whole, told what is wrong and what is right.

`check` finds every fault at once. A fault is what cannot be, and nothing of a faulty dossier
is written; a warning is what is odd and happens in real reporting.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.answers import Known
from graph.dossiers.chronology import chronology
from graph.dossiers.cycles import cycles
from graph.dossiers.findings import Finding, Findings
from graph.dossiers.fingerprints import fingerprint, kind
from graph.dossiers.identity import identity, names
from graph.dossiers.publishing import json_schema
from graph.dossiers.reading import read_file
from graph.dossiers.records import Records, validated
from graph.dossiers.references import references
from graph.dossiers.sources import denials, sources
from graph.errors import DossierError
from graph.model import Dossier

__all__ = ["Checked", "Finding", "check", "fingerprint", "json_schema", "kind", "read"]


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found."""

    dossiers: tuple[Dossier, ...]
    """Those without a fault of their own; not to be loaded while there is any fault."""
    findings: tuple[Finding, ...]
    """Faults and warnings by file and line."""

    @property
    def faults(self) -> tuple[Finding, ...]:
        """What cannot be."""
        return tuple(each for each in self.findings if each.severity == "fault")

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """What is odd."""
        return tuple(each for each in self.findings if each.severity == "warning")


def check(paths: Sequence[Path], known: Mapping[str, Known] | None = None) -> Checked:
    """Return the dossiers at `paths` with every fault and warning in and across them.

    Ids are looked up in the files together and in `known`, what the graph holds. Reads YAML 1.2
    without anchors and NDJSON, UTF-8. Nothing is raised for a faulty file: it is a finding.
    """
    graph = known or {}
    found = Findings()
    files = [read for path in dict.fromkeys(paths) if (read := read_file(path, found))]
    records = Records()
    dossiers = [dossier for file in files if (dossier := validated(file, records, found))]
    identity(records, files, graph, found)
    references(records, graph, found)
    cycles(records, found)
    names(records, found)
    chronology(records, found)
    sources(records, found)
    denials(records, graph, found)
    return Checked(tuple(dossiers), found.sorted())


def read(paths: Sequence[Path], known: Mapping[str, Known] | None = None) -> Checked:
    """Return the checked dossiers at `paths`. Raises `DossierError` with every fault."""
    checked = check(paths, known)
    if checked.faults:
        raise DossierError(checked.faults)
    return checked
