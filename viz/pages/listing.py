"""A text with a place marked in it, for who must mend it."""

import re
from dataclasses import dataclass

__all__ = ["Line", "around"]

_ENDS = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text, cut where the place is."""

    number: int
    before: str
    at: str
    """The character that is meant; empty in other lines."""
    after: str


def around(text: str, line: int | None, column: int | None, *, near: int = 2) -> list[Line]:
    """Return the line that is meant with up to `near` on either side; none without a line.

    Lines and columns count from 1, as errors give them. A column behind the line is its end.
    """
    lines = _ENDS.split(text)
    if line is None or not 1 <= line <= len(lines):
        return []
    found: list[Line] = []
    for number in range(max(1, line - near), min(len(lines), line + near) + 1):
        words = lines[number - 1]
        if number == line and column:
            at = min(column - 1, len(words))
            found.append(Line(number, words[:at], words[at : at + 1] or " ", words[at + 1 :]))
        else:
            found.append(Line(number, words, "", ""))
    return found
