"""How values, lists and near words are put into a finding: short, and on one line."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

__all__ = ["anyof", "listed", "meant", "path_text", "shown"]

LONGEST = 60
"""Characters of a value that a finding repeats."""


def shown(value: object) -> str:
    """Return `value` as a finding shows it: quoted if it is text, cut short, on one line."""
    match value:
        case None:
            return "nothing"
        case bool():
            return "true" if value else "false"
        case str():
            return repr(value if len(value) <= LONGEST else value[: LONGEST - 1] + "…")
        case dict():
            return "a mapping"
        case list():
            return "a list"
        case _:
            return str(value)[:LONGEST]


def listed(words: Iterable[str]) -> str:
    """Return `words` with commas: ``a, b, c``."""
    return ", ".join(words)


def anyof(words: Sequence[str]) -> str:
    """Return `words` as a choice: ``a, b or c``."""
    return " or ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def meant(word: str, words: Iterable[str]) -> list[str]:
    """Return at most three of `words` that `word` is likely to be a slip for, nearest first."""
    return get_close_matches(word[:120], list(words), n=3)


def path_text(path: Iterable[str | int]) -> str:
    """Return a path as ``statements[3].claim``."""
    text = ""
    for step in path:
        if isinstance(step, int):
            text += f"[{step}]"
        else:
            name = step if step.isidentifier() and len(step) <= LONGEST else shown(step)
            text += f".{name}" if text else name
    return text
