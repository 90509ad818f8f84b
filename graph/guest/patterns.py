"""Patterns, as a stranger may write them: nodes, relationships, repeated steps, labels."""

from abc import ABC, abstractmethod

from graph.guest import rules
from graph.guest.cursor import Cursor

__all__ = ["Patterns"]

_SELECTORS = frozenset({"ALL", "ANY", "SHORTEST", "PATH", "PATHS", "GROUP", "GROUPS"})
_QUANTIFIERS = frozenset({"{", "+", "*"})


class Patterns(Cursor, ABC):
    """Reads patterns. Expressions in them are read by who inherits."""

    hops: int = 0
    """Relationships written out since the last WITH."""
    all_hops: int = 0
    """The same since the beginning."""

    @abstractmethod
    def expression(self) -> object:
        """Read one expression."""

    def patterns(self) -> None:
        """Read one or more patterns, with commas between."""
        first, found = self.at, 1
        self.pattern()
        while self.take(","):
            found += 1
            self.pattern()
        self.bound(rules.PATTERNS, found, self.limits.patterns, "So many patterns", first)

    def pattern(self) -> None:
        """Read one pattern, with its name and what chooses among its paths."""
        if self.token.is_name and self.ahead().upper == "=":
            self.at += 2
        if self.token.upper in ("SHORTESTPATH", "ALLSHORTESTPATHS"):
            self.at += 1
            with self.inside("(", ")"):
                self.path()
            return
        while self.token.upper in _SELECTORS or self.token.kind == "number":
            self.at += 1
        self.path()

    def path(self) -> None:
        """Read nodes and groups, with relationships between."""
        self._element()
        while self.token.upper in ("-", "<", "("):
            if not self.sees("("):
                self._relationship()
                self._quantifier()
            self._element()

    def begins_path(self) -> bool:
        """Whether the parenthesis here is a node with a relationship after it."""
        if self.token.upper != "(":
            return False
        after = self.after_brackets() - self.at
        first, second, third = (self.ahead(after + by).upper for by in range(3))
        if first == "<":
            return second == "-" and third in ("[", "-")
        return first == "-" and (second == "[" or (second == "-" and third in ("(", ">")))

    def labels(self, *, alternatives: bool = True) -> None:
        """Read a label expression: ``A|B&!(C|%)``, and ``$(...)`` in a label's place."""
        first = self.at
        while True:
            most = 2 * self.limits.operators
            self.bound(rules.OPERATORS, self.at - first, most, "A label expression so long", first)
            while self.take("!"):
                pass
            if self.sees("("):
                with self.inside("(", ")"):
                    self.labels()
            elif self.take("$"):
                with self.inside("(", ")"):
                    self.expression()
            elif not self.take("%"):
                self.name()
            if alternatives and self.take("|"):
                self.take(":")
            elif not (self.take("&") or self.take(":")):
                return

    def _element(self) -> None:
        """Read a node, or a group of a path with its quantifier."""
        first = self.ahead().upper
        named_path = self.ahead().is_name and self.ahead(2).upper == "="
        if first == "(" or named_path:
            with self.inside("(", ")"):
                self.pattern()
                self._where()
            self._quantifier()
            return
        with self.inside("(", ")"):
            self._filling()

    def _relationship(self) -> None:
        """Read ``-[name:TYPE*1..3 {key: value} WHERE ...]->`` or one of its shorter forms."""
        self.hops += 1
        self.all_hops += 1
        self.bound(rules.HOPS, self.hops, self.limits.hops, "So many relationships")
        self.bound(rules.HOPS, self.all_hops, self.limits.all_hops, "So many relationships in all")
        self.take("<")
        self.expect("-")
        if self.sees("["):
            with self.inside("[", "]"):
                self._filling()
        self.expect("-")
        self.take(">")

    def _filling(self) -> None:
        """Read what stands in a node or relationship."""
        if self.token.is_name and not (self.sees("WHERE") or self.sees("IS")):
            self.at += 1
        if self.take(":") or self.take("IS"):
            self.labels()
        if self.sees("*"):
            self._repeat()
        if self.token.kind == "parameter":
            self.at += 1
        elif self.sees("{"):
            self.expression()
        self._where()

    def _where(self) -> None:
        if self.take("WHERE"):
            self.expression()

    def _repeat(self) -> None:
        """Read ``*``, ``*3``, ``*1..3``: refused without an upper bound."""
        first = self.at
        self.expect("*")
        upper = self.number()
        if self.take(".."):
            upper = self.number()
        self._steps(upper, first)

    def _quantifier(self) -> None:
        """Read ``{3}``, ``{1,3}``, ``+`` or ``*``, if one comes: refused without a bound."""
        first = self.at
        if self.token.upper not in _QUANTIFIERS:
            return
        if self.take("+") or self.take("*"):
            self._steps(None, first)
        with self.inside("{", "}"):
            upper = self.number()
            if self.take(","):
                upper = self.number()
        self._steps(upper, first)

    def _steps(self, upper: int | None, at: int) -> None:
        if upper is None:
            self.refuse(rules.STEPS, "A repeated step without an upper bound", at)
        self.bound(rules.STEPS, upper, self.limits.steps, "A step repeated so often", at)
