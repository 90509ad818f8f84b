"""How long work tells how far it is."""

from typing import Literal, Protocol

__all__ = ["Report", "Unit", "silent"]

Unit = Literal["bytes", "rows", "steps"]


class Report(Protocol):
    """Somebody who is told how far long work is."""

    def __call__(self, what: str, done: int, total: int, unit: Unit) -> None:
        """Take note that `done` of `total` are there; a `total` of 0 means that none is known."""
        ...


def silent(what: str, done: int, total: int, unit: Unit) -> None:
    """Tell nobody."""
