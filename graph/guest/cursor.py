"""A place among the tokens of a statement, and the counts kept while it moves."""

from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from typing import NoReturn

from graph.guest import rules
from graph.guest.limits import Limits
from graph.guest.rules import Rule
from graph.guest.tokens import Source, Token

__all__ = ["Cursor"]


class Cursor:
    """Moves over tokens, and refuses what is not expected or goes past a limit."""

    def __init__(
        self,
        source: Source,
        tokens: Sequence[Token],
        parameters: Mapping[str, object],
        limits: Limits,
    ) -> None:
        self.source = source
        self.tokens = tokens
        self.parameters = parameters
        self.limits = limits
        self.at: int = 0
        self.depth: int = 0
        self.partners = _partners(source, tokens)

    @property
    def token(self) -> Token:
        """The token to be read next."""
        return self.tokens[self.at]

    def ahead(self, by: int = 1) -> Token:
        """Return a later token; the end token when there is none."""
        return self.tokens[min(self.at + by, len(self.tokens) - 1)]

    def after_brackets(self) -> int:
        """Return the index of the token after the bracket that closes the one here."""
        return self.partners[self.at] + 1

    def sees(self, *words: str) -> bool:
        """Whether these words or symbols, in capitals, come next."""
        return all(self.ahead(by).upper == word for by, word in enumerate(words))

    def take(self, *words: str) -> bool:
        """Step over these words if they come next; return whether they did."""
        found = self.sees(*words)
        if found:
            self.at += len(words)
        return found

    def expect(self, word: str) -> None:
        """Step over `word`, or refuse."""
        if not self.take(word):
            self.unknown(f"where {word} should stand")

    def name(self) -> str:
        """Step over a name and return it."""
        if not self.token.is_name:
            self.unknown("where a name should stand")
        self.at += 1
        return self.tokens[self.at - 1].text

    def number(self) -> int | None:
        """Step over a whole number if one comes next, and return it."""
        if self.token.kind != "number":
            return None
        try:
            found = int(self.token.text, 0)
        except ValueError:
            self.unknown("where a whole number should stand")
        self.at += 1
        return found

    @contextmanager
    def inside(self, opening: str, closing: str) -> Generator[None]:
        """Step over a bracket (or CASE), and over its end afterwards."""
        self.expect(opening)
        self.depth += 1
        self.bound(rules.DEPTH, self.depth, self.limits.depth, "Nesting this deep", self.at - 1)
        yield
        self.expect(closing)
        self.depth -= 1

    def bound(self, rule: Rule, found: int, most: int, what: str, at: int | None = None) -> None:
        """Refuse when `found` is more than `most`."""
        if found > most:
            self.refuse(rule, f"{what} (more than {most:,})", at)

    def refuse(self, rule: Rule, what: str, at: int | None = None) -> NoReturn:
        """Raise `Refused` at a token, the next one unless told otherwise."""
        token = self.tokens[self.at if at is None else at]
        self.source.refuse(rule, token.offset, what)

    def unknown(self, where: str) -> NoReturn:
        """Refuse the next token for being nothing that the grammar knows here."""
        token = self.token
        what = "The end of the text" if token.kind == "end" else f"{token.text[:40]!r}"
        self.refuse(rules.FORM, f"{what} {where}")


def _partners(source: Source, tokens: Sequence[Token]) -> dict[int, int]:
    """Return, for each opening bracket, the index of the one that closes it."""
    pairs = {"(": ")", "[": "]", "{": "}"}
    partners: dict[int, int] = {}
    opened: list[int] = []
    for at, token in enumerate(tokens):
        if token.upper in pairs:
            opened.append(at)
        elif token.upper and token.upper in ")]}":
            if not opened or pairs[tokens[opened[-1]].text] != token.text:
                source.refuse(rules.FORM, token.offset, f"{token.text} that closes nothing")
            partners[opened.pop()] = at
    if opened:
        open_ = tokens[opened[-1]]
        source.refuse(rules.FORM, open_.offset, f"{open_.text} that is never closed")
    return partners
