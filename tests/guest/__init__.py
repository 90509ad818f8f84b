"""Statements from strangers, hostile and legitimate, as the tests read them."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from ruamel.yaml import YAML

from graph.guest.limits import Limits
from graph.guest.reading import read

__all__ = ["Case", "hostile", "legitimate"]

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Case:
    """One statement with its parameters, and what stops it."""

    id: str
    text: str
    rule: str = ""
    """Name of the rule that refuses it."""
    layer: str = ""
    """What stops it later, where the reader lets it pass."""
    params: dict[str, Any] = field(default_factory=dict[str, Any])

    def __str__(self) -> str:
        return self.id

    def read(self, limits: Limits | None = None) -> None:
        read(self.text, self.params, limits or Limits())


def hostile() -> list[Case]:
    return [_case(entry) for entry in _entries("hostile.yaml")]


def legitimate() -> list[Case]:
    return [_case(entry) for entry in _entries("legitimate.yaml")]


def _entries(name: str) -> list[dict[str, Any]]:
    loaded: Any = YAML(typ="safe").load((FOLDER / name).read_text("utf-8"))  # pyright: ignore[reportUnknownMemberType]
    return cast("list[dict[str, Any]]", loaded)


def _case(entry: dict[str, Any]) -> Case:
    made = {name: _value(kind, number) for name, (kind, number) in entry.pop("make", {}).items()}
    params = entry.pop("params", {}) | made
    if "repeat" in entry:
        entry["text"] = _repeated(**entry.pop("repeat"))
    return Case(**entry, params=params)


def _repeated(
    *, each: str, times: int, before: str = "", middle: str = "", close: str = "", after: str = ""
) -> str:
    def turns(text: str) -> str:
        return "".join(text.replace("%i", str(turn)) for turn in range(1, times + 1))

    return before + turns(each) + middle + turns(close) + after


def _value(kind: str, number: int) -> object:
    """Return a parameter too large, or too odd, to be written in YAML."""
    nested: object = 1
    if kind in ("deep", "deep-maps"):
        for _ in range(number):
            nested = [nested] if kind == "deep" else {"a": nested}
        return nested
    values: dict[str, object] = {
        "text": "x" * number,
        "key": {"x" * number: 1},
        "texts": ["x" * 9_000] * number,
        "items": [1] * number,
        "lists": [[1] * 100] * number,
        "bytes": b"x" * number,
        "set": set(range(number)),
        "surrogate": "\ud800" * number,
    }
    return values[kind]
