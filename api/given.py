"""Values as they are given in an address or on a command line."""

import json
from typing import Any

__all__ = ["json_or_text"]


def json_or_text(text: str) -> Any:
    """Return what `text` says as JSON; where it is no JSON, or too deep to be read, the text."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text
