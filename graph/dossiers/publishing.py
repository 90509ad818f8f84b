"""The format of a dossier, for editors that complete and underline."""

from typing import Any

from graph.model import Dossier

__all__ = ["json_schema"]


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a dossier. Field names are those of the files."""
    found = Dossier.model_json_schema()
    found["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    found["title"] = "A Rejoinder dossier"
    return found
