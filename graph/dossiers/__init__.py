"""Dossiers: read with their lines, checked as a whole, told what is wrong and what is right.

`check` finds every fault at once. A fault is what cannot be, and nothing of a faulty dossier
is written; a warning is what is odd and happens in real reporting.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from graph.answers import Known
from graph.dossiers.checking import Checked, Draft, Examination
from graph.dossiers.findings import Finding
from graph.dossiers.fingerprints import fingerprint, kind
from graph.dossiers.index import Index
from graph.dossiers.publishing import json_schema

__all__ = [
    "Checked",
    "Draft",
    "Examination",
    "Finding",
    "Index",
    "check",
    "fingerprint",
    "json_schema",
    "kind",
]


def check(paths: Sequence[Path], known: Mapping[str, Known] | None = None) -> Checked:
    """Return every fault and warning in and across the dossiers at `paths`.

    Ids are looked up in the files together and in `known`, what the graph holds. Reads YAML 1.2
    without anchors and NDJSON, UTF-8. Nothing is raised for a faulty file: it is a finding.
    """
    examination = Examination(paths)
    examination.index.hold((known or {}).values())
    return examination.result()
