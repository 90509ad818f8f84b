"""Hostile words, and maps that have them in every field that reaches a page."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

__all__ = ["Payload", "payloads"]

FILE = Path(__file__).with_name("payloads.yaml")


@dataclass(frozen=True)
class Payload:
    """Hostile words."""

    text: str
    why: str
    """What they try."""
    bites: bool = False
    """Whether they run, or change the page, where nothing escapes them."""

    def __str__(self) -> str:
        return ascii(self.text[:40])


def payloads() -> list[Payload]:
    """Return the corpus, in the order of its file."""
    entries: list[dict[str, Any]] = YAML(typ="safe").load(FILE.read_text("utf-8"))  # pyright: ignore[reportUnknownMemberType]
    return [
        Payload(each["text"] * each.pop("times", 1), each["why"], each.get("bites", False))
        for each in entries
    ]
