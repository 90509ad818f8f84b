"""Expressions, as a stranger may write them.

Operators are read in a row, whatever binds closer: this is no evaluator. What matters is
that every word in an expression is an operand, a name in its place, or an operator.
"""

from abc import abstractmethod

from graph.guest import rules
from graph.guest.calls import Calls
from graph.guest.growth import TEXT, Growth

__all__ = ["Expressions"]

_SYMBOLS = frozenset({"+", "-", "*", "/", "%", "^", "=", "<>", "<", ">", "<=", ">=", "||"})
_SUBQUERIES = frozenset({"COUNT", "EXISTS", "COLLECT"})
_WORDS = (
    ("AND",), ("OR",), ("XOR",), ("IN",), ("STARTS", "WITH"), ("ENDS", "WITH"), ("CONTAINS",),
)  # fmt: skip
_TYPES = frozenset({
    "ANY", "BOOL", "BOOLEAN", "DATE", "DATETIME", "DURATION", "EDGE", "FLOAT", "INT", "INTEGER",
    "LIST", "LOCAL", "MAP", "NODE", "NOT", "NULL", "NOTHING", "PATH", "POINT", "PROPERTY",
    "RELATIONSHIP", "STRING", "TIME", "TIMESTAMP", "VALUE", "VARCHAR", "VERTEX",
    "ZONED",
})  # fmt: skip


class Expressions(Calls):
    """Reads expressions. Subqueries in them are read by who inherits."""

    operators: int = 0
    """Operators of the expression that stands alone in its clause, brackets included."""
    all_operators: int = 0
    exclusive: int = 0
    """XORs of it."""

    @abstractmethod
    def body(self) -> Growth:
        """Read ``{ ... }`` of a subquery and return the growth of what it returns."""

    @abstractmethod
    def growth(self, name: str) -> Growth:
        """Return the growth of a variable."""

    def expression(self) -> Growth:
        """Read operands with operators between."""
        found = self._signed()
        while True:
            if self.sees("=~"):
                self.refuse(rules.REGEX, "=~")
            words = next((each for each in _WORDS if self.sees(*each)), None)
            if words is None and self.token.upper not in _SYMBOLS:
                return found
            if self.sees("XOR"):
                self.exclusive += 1
                most = self.limits.exclusive
                self.bound(rules.OPERATORS, self.exclusive, most, "So many XORs")
            self.count_operator()
            joins = self.token.upper in ("+", "||")
            self.at += len(words or " ")
            found = Growth.of(found.all + self._signed().all)
            if joins:
                self.bound(rules.GROWTH, found.all, self.limits.joined, "A value joined so often")

    def count_operator(self) -> None:
        """Count what makes the compiler's tree of one expression deeper."""
        self.operators += 1
        most = self.limits.operators
        self.bound(rules.OPERATORS, self.operators, most, "So many operators in one expression")
        self.all_operators += 1
        most = self.limits.all_operators
        self.bound(rules.OPERATORS, self.all_operators, most, "So many operators in all")

    def _signed(self) -> Growth:
        """Read an operand with the signs in front and what follows: ``-n.x[0]``."""
        while self.take("-") or self.take("+") or self.take("NOT"):
            self.count_operator()
        found = self._operand()
        following = 0
        while True:
            following += 1
            most = self.limits.operators
            self.bound(rules.OPERATORS, following, most, "A value with so much after it")
            if self.take("."):
                self.name()
            elif self.sees("["):
                with self.inside("[", "]"):
                    self._index()
            elif self.take(":"):
                self.labels(alternatives=self.loops == 0)
            elif self.take("IS"):
                self._is()
            else:
                return found

    def _index(self) -> None:
        """Read what stands in ``[3]``, ``[1..3]``, ``[..3]`` and ``[1..]``."""
        if not self.sees(".."):
            self.expression()
        if self.take("..") and not self.sees("]"):
            self.expression()

    def _is(self) -> None:
        """Read what follows IS: NULL, NORMALIZED, a type or a label."""
        self.take("NOT")
        if self.take("::") or self.take("TYPED"):
            # In a loop, | begins what is made of each element.
            signs = ("<", ">") if self.loops else ("<", ">", "|")
            while self.token.upper in _TYPES or self.token.upper in signs:
                self.at += 1
        elif not self.take("NULL") and not self.take("NORMALIZED"):
            self.labels(alternatives=self.loops == 0)

    def _operand(self) -> Growth:
        token, after = self.token, self.ahead().upper
        if token.kind in ("text", "number"):
            self.at += 1
            return self.large(Growth.of(len(token.text) // TEXT))
        if token.kind == "parameter":
            self.at += 1
            return self.large(Growth.given(self.parameters[token.text]))
        if self.sees("["):
            return self._list()
        if self.sees("{"):
            return self._map()
        if self.sees("("):
            return self._parenthesis()
        if self.sees("CASE") and after != ".":
            return self._case()
        if token.upper in _SUBQUERIES and after == "{":
            self.at += 1
            found = self.body()
            return self.collected(found) if token.upper == "COLLECT" else Growth.of(1)
        if not token.is_name:
            self.unknown("where a value should stand")
        if self.is_call():
            return self.call()
        found = self.large(self.growth(self.name()))
        return self._projection(found) if self.sees("{") else found

    def _parenthesis(self) -> Growth:
        if self.begins_path():
            self.path()
            return Growth.of(1)
        with self.inside("(", ")"):
            return self.expression()

    def _case(self) -> Growth:
        found = 0
        with self.inside("CASE", "END"):
            if not self.sees("WHEN"):
                found += self.expression().all
            while self.take("WHEN"):
                self.count_operator()
                self.expressions("THEN")
                self.expect("THEN")
                found += self.expression().all
            if self.take("ELSE"):
                found += self.expression().all
        return Growth.of(found)

    def _list(self) -> Growth:
        """Read a list, a list comprehension or a pattern comprehension."""
        with self.inside("[", "]"):
            if self.token.is_name and self.ahead().upper == "IN":
                return self.loop("|")
            if self.token.is_name and self.ahead().upper == "=" and self.ahead(2).upper == "(":
                self.at += 2
            if not self.begins_path():
                return self.expressions("]")
            self.path()
            found = Growth.of(1)
            with self.inside_loop():
                if self.take("WHERE"):
                    self.expression()
                if self.take("|"):
                    return self.collected(self.expression())
            if self.take(","):
                found = self.expressions("]")
            return found

    def _map(self) -> Growth:
        found = 0
        with self.inside("{", "}"):
            while self.token.is_name:
                self.at += 1
                self.expect(":")
                found += self.expression().all
                if not self.take(","):
                    break
        return Growth.of(found)

    def _projection(self, found: Growth) -> Growth:
        """Read ``{.name, .*, key: value, variable}`` after a variable."""
        size = found.all
        with self.inside("{", "}"):
            while not self.sees("}"):
                if self.take("."):
                    if not self.take("*"):
                        self.name()
                elif self.ahead().upper == ":":
                    self.name()
                    self.expect(":")
                    size += self.expression().all
                else:
                    size += self.growth(self.name()).all
                if not self.take(","):
                    break
        return Growth.of(size)
