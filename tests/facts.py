"""Dossiers as records, read apart from how they are checked and loaded."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from graph.model import Dossier

__all__ = ["records"]


def records(paths: Sequence[Path]) -> tuple[Dossier, ...]:
    """Return the YAML dossiers at `paths`, whole."""
    yaml: Any = YAML(typ="safe", pure=True)
    return tuple(Dossier.model_validate(yaml.load(path.read_text("utf-8"))) for path in paths)
