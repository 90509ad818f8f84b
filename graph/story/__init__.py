"""The story that ships: did Iran send missiles and drones to Russia? Who said what of it?

Dossiers like any other, a file a theme, compiled from public reporting.
"""

from pathlib import Path

__all__ = ["CLAIM", "dossiers"]

CLAIM = "iran-sent-400-ballistic-missiles-to-russia"
"""The claim of February 2024 that the first examples ask about."""


def dossiers() -> list[Path]:
    """Return the paths of the dossiers, sorted."""
    return sorted(Path(__file__).parent.glob("*.yaml"))
