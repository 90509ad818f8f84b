"""The story that ships: who said what about Iranian missiles and drones for Russia.

Dossiers like any other, a file a theme, compiled from public reporting.
"""

from pathlib import Path

__all__ = ["CLAIM", "dossiers"]

CLAIM = "iran-sent-400-ballistic-missiles-to-russia"
"""The claim of February 2024 that the first examples ask about."""


def dossiers() -> list[Path]:
    """Return the paths of the dossiers, sorted."""
    return sorted(Path(__file__).parent.glob("*.yaml"))
