"""Scripts: several statements in one text, with ``:param`` lines between them.

Any file of this package is one; so is what an analyst wrote without a header. `read` takes it
apart without knowing Cypher: it only tells strings, names in back quotes and comments from the
rest, so a semicolon in them ends nothing. A statement keeps its lines and columns, so that the
server names the places of the script.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from cypher import StatementError
from cypher.literals import Unreadable, literal

__all__ = ["Script", "Step", "read"]

_PIECE = re.compile(
    r"""
    (?P<quoted>'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:``|[^`])*`)
    |(?P<comment>//[^\n]*|/\*.*?\*/)
    |(?P<command>^:[A-Za-z][^\n]*)
    |(?P<end>;)
    |(?P<param>\$(?:`(?P<strange>(?:``|[^`])+)`|(?!(?:any|all)\s*\()(?P<plain>\w+)))
    """,
    re.DOTALL | re.MULTILINE | re.VERBOSE,
)
_PARAM = re.compile(r":param\s+(?:`(?P<strange>(?:``|[^`])+)`|(?P<plain>\w+))\s*=>\s*(?P<rest>.*)")
_SET = re.compile(r":param\s")
_DAY = re.compile(r"^// param: +(\w+) +DATE\b", re.MULTILINE)
_RIGHT = (
    "Right would be :param name => 'text'; with a text, a number, true, false, null, "
    "date('2024-02-23'), or a list or map of these."
)


@dataclass(frozen=True, slots=True)
class Step:
    """One statement of a script."""

    text: str
    """As sent to the server: empty lines stand for what comes before it in the script."""
    used: tuple[str, ...]
    """Names of the parameters that it uses."""
    params: Mapping[str, object]
    """Values of the ``:param`` lines above it."""


@dataclass(frozen=True, slots=True)
class Script:
    """A text, taken apart."""

    steps: tuple[Step, ...]
    params: Mapping[str, object]
    """Values of all its ``:param`` lines, with those that were there before."""
    days: frozenset[str]
    """Parameters that a header declares to be a DATE."""


def read(source: str, params: Mapping[str, object] | None = None) -> Script:
    """Take `source` apart; `params` are set before its first line.

    Raises `StatementError` with every ``:param`` line that cannot be read, each with its place.
    """
    reading = _Reading(source, dict(params or {}))
    reading.read()
    if reading.faults:
        raise StatementError("\n".join([*reading.faults, _RIGHT]))
    days = frozenset(match[1] for match in _DAY.finditer(source))
    return Script(tuple(reading.steps), reading.params, days)


class _Reading:
    """A script, read from its beginning to its end."""

    def __init__(self, source: str, params: dict[str, object]) -> None:
        self.steps: list[Step] = []
        self.params = params
        self.faults: list[str] = []
        self._source = source
        self._begin = 0
        self._holes: list[tuple[int, int]] = []
        self._words: list[tuple[int, int]] = []
        self._used: list[str] = []

    def read(self) -> None:
        at = 0
        while match := _PIECE.search(self._source, at):
            start, at = match.span()
            if match["comment"]:
                self._words.append((start, at))
            elif match["command"]:
                if not (_SET.match(match[0]) or self._nothing(start)):
                    at = start + 1  # a label that begins a line
                    continue
                self._command(start, match[0])
                self._words.append((start, at))
                self._holes.append((start, at))
            elif match["end"]:
                self._step(start)
                self._begin = at
            elif match["param"]:
                self._used.append(_name(match))
        self._step(len(self._source))

    def _nothing(self, end: int) -> bool:
        """Return whether the statement that began last holds nothing up to `end`."""
        return not _without(self._source, self._words, self._begin, end).strip()

    def _step(self, end: int) -> None:
        if not self._nothing(end):
            before = self._source[: self._begin]
            _, _, line = before.rpartition("\n")
            text = _without(self._source, self._holes, self._begin, end).rstrip()
            place = "\n" * before.count("\n") + " " * len(line)
            used = tuple(dict.fromkeys(self._used))
            self.steps.append(Step(place + text, used, dict(self.params)))
        self._holes, self._words, self._used = [], [], []

    def _command(self, start: int, text: str) -> None:
        number = self._source.count("\n", 0, start) + 1
        match = _PARAM.fullmatch(text)
        if match is None:
            known = "is no command of a script, only :param is"
            if _SET.match(text):
                known = "cannot be read"
            self.faults.append(f"Line {number}: {text!r} {known}.")
            return
        try:
            self.params[_name(match)] = literal(match["rest"])
        except Unreadable as why:
            self.faults.append(f"Line {number}: {_name(match)}: {why}.")


def _name(match: re.Match[str]) -> str:
    return match["plain"] or match["strange"].replace("``", "`")


def _without(source: str, holes: list[tuple[int, int]], begin: int, end: int) -> str:
    """Return a part of `source` with `holes` left out."""
    kept: list[str] = []
    for start, stop in holes:
        kept.append(source[begin:start])
        begin = stop
    return "".join(kept) + source[begin:end]
