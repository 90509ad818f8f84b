"""The text of a Cypher statement, cut into tokens.

It fails closed: what Neo4j might read in another way than this module is refused. Tried
on Neo4j 2026.09: backslash-u escapes are decoded before anything else, in strings,
comments and names too, so that one can end a string; CR ends a comment; block comments do
not nest; U+00A0, U+000B and U+001C are white space; a soft hyphen may stand in a pattern.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal, NoReturn, cast

from graph.errors import Refused
from graph.guest import rules
from graph.guest.rules import Rule

__all__ = ["Kind", "Source", "Token", "cut"]

Kind = Literal["word", "quoted", "text", "number", "parameter", "symbol", "end"]

_SPACE = re.compile(r"[ \t\r\n]+|//[^\r\n]*|/\*.*?\*/", re.DOTALL)
_TOKEN = re.compile(
    r"""
    (?P<word>[A-Za-z_][A-Za-z0-9_]*)
  | (?P<text>'(?:\\.|[^'\\])*' | "(?:\\.|[^"\\])*")
  | (?P<quoted>`(?:``|[^`\\])+`)
  | \$(?P<parameter>[A-Za-z_][A-Za-z0-9_]* | [0-9]+ | `(?:``|[^`\\])+`)
  | (?P<number>0x[0-9A-Fa-f_]+ | 0o[0-7_]+
      | (?:[0-9][0-9_]*(?:\.[0-9][0-9_]*)? | \.[0-9][0-9_]*)(?:[eE][+-]?[0-9]+)?)
  | (?P<symbol><>|<=|>=|=~|\|\||\.\.|::|[\[\](){}.,:;|&!%$*+/^=<>-])
    """,
    re.VERBOSE | re.DOTALL,
)
# A control character says nothing to a reader, and some are white space to Neo4j.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")
_MARGIN = 60  # characters shown on either side of the marker


@dataclass(frozen=True, slots=True)
class Token:
    """One word, name, literal or symbol of the text."""

    kind: Kind
    text: str
    """What it says: names without their back quotes, parameters without their dollar."""
    offset: int
    """Where it begins, in characters from 0."""
    line: int
    """From 1."""
    column: int
    """From 1."""

    @property
    def upper(self) -> str:
        """A bare word in capitals, a symbol as it is; empty for everything else."""
        return self.text.upper() if self.kind in ("word", "symbol") else ""

    @property
    def is_name(self) -> bool:
        """Whether it can name a variable: a bare word or a name in back quotes."""
        return self.kind in ("word", "quoted")


class Source:
    """A text, able to point at a place in itself. CR, LF and CR LF each end a line."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0, *(end.end() for end in re.finditer(r"\r\n|\r|\n", text))]

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column, both from 1."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def refuse(self, rule: Rule, offset: int, what: str) -> NoReturn:
        """Raise `Refused`, with the line and a marker under the column."""
        offset = min(offset, len(self.text))
        line, column = self.place(offset)
        before = re.split(r"[\r\n]", self.text[:offset])[-1][-_MARGIN:]
        after = re.split(r"[\r\n]", self.text[offset:])[0][:_MARGIN]
        # Marks that reorder or hide text would make the message lie about the place.
        shown = "".join(each if each.isprintable() else "·" for each in before + after)
        marker = " " * len(before) + "^"
        raise Refused(
            rule.name,
            line,
            column,
            f"{what} is refused (rule {rule.name}), line {line}, column {column}:\n"
            f"    {shown}\n    {marker}\n{rule.instead}",
        )


def cut(text: str) -> list[Token]:
    """Return the tokens of `text`, an end token last; raise `Refused` where one is unclear."""
    source = Source(text)
    escape = re.search(r"\\u", text, re.IGNORECASE)
    if escape:
        source.refuse(rules.ESCAPE, escape.start(), "An escape of the form backslash-u")
    control = _CONTROL.search(text)
    if control:
        what = f"The control character U+{ord(control[0]):04X}"
        source.refuse(rules.CHARACTER, control.start(), what)
    tokens: list[Token] = []
    at = 0
    while at < len(text):
        space = _SPACE.match(text, at)
        if space:
            at = space.end()
            continue
        match = _TOKEN.match(text, at)
        if match is None or text.startswith("/*", at):
            _unclear(source, at)
        kind = cast("Kind", match.lastgroup)
        following = text[match.end() : match.end() + 1]
        if kind == "word" and following in ("'", '"'):
            source.refuse(rules.INTERPOLATION, at, "A word that touches a string")
        digits = match[kind][-1:].isdigit() and kind == "parameter"
        if (kind == "number" or digits) and (following.isalnum() or following == "_"):
            source.refuse(rules.NUMBER, at, "A number that touches a word")
        said = match[kind]
        if said.startswith("`"):
            said = said[1:-1].replace("``", "`")
        tokens.append(Token(kind, said, at, *source.place(at)))
        at = match.end()
    tokens.append(Token("end", "", len(text), *source.place(len(text))))
    return tokens


def _unclear(source: Source, at: int) -> NoReturn:
    """Say why no token begins at `at`."""
    first = source.text[at]
    if source.text.startswith("/*", at):
        source.refuse(rules.QUOTE, at, "A comment that does not end")
    if first in "'\"`" or source.text.startswith("$`", at):
        source.refuse(rules.QUOTE, at, "A quotation that is empty, does not end or holds a \\")
    if first == "\\":
        source.refuse(rules.ESCAPE, at, "A backslash outside a string")
    source.refuse(rules.CHARACTER, at, f"The character U+{ord(first):04X}")
