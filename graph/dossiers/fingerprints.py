"""What kind a record is, and whether two definitions are the same."""

import hashlib
import json

from graph.model import Dossier, Entity

__all__ = ["fingerprint", "kind"]


def kind(record: Entity) -> str:
    """Return the label of the node that a record becomes: ``State``, ``Claim`` ..."""
    return type(record).__name__


def fingerprint(record: Entity | Dossier) -> str:
    """Return the SHA-256 of a definition: equal for equal definitions however written."""
    content = record.model_dump(mode="json", exclude_defaults=True)
    text = json.dumps([type(record).__name__, content], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
