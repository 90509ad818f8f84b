"""Calls of functions, and what loops on one row: comprehensions, quantifiers, ranges."""

from abc import abstractmethod
from collections.abc import Generator
from contextlib import contextmanager

from graph.guest import rules
from graph.guest.growth import COLLECTED, Growth
from graph.guest.patterns import Patterns

__all__ = ["Calls"]

_LOOPS = frozenset({"ALL", "ANY", "NONE", "SINGLE"})
_PATHS = frozenset({"SHORTESTPATH", "ALLSHORTESTPATHS"})


class Calls(Patterns):
    """Reads calls and loops. Expressions in them are read by who inherits."""

    loops: int = 0
    """Loops around the token to be read next."""
    elements: list[str]
    """Their variables."""
    rows: int = 1
    """Rows that UNWIND has made since the last WITH, as far as the text tells."""
    ranges: int = 1
    """The sizes of all ranges so far, multiplied."""

    @abstractmethod
    def expression(self) -> Growth:
        """Read one expression."""

    @abstractmethod
    def grow(self, name: str, found: Growth) -> None:
        """Note the growth of a variable."""

    def is_call(self) -> bool:
        """Whether a name, dotted or not, is followed by a parenthesis."""
        by = 1
        while self.ahead(by).upper == "." and self.ahead(by + 1).is_name:
            by += 2
        return self.ahead(by).upper == "("

    def function_name(self) -> str:
        """Step over a dotted name and return it."""
        parts = [self.name()]
        while self.take("."):
            parts.append(self.name())
        return ".".join(parts)

    def call(self) -> Growth:
        """Read the call of an allowed function."""
        first = self.at
        name = self.function_name()
        lower = name.lower()
        if lower not in rules.FUNCTIONS or lower in self.limits.foreign:
            self.refuse(rules.FUNCTION, f"The function {name[:60]}", first)
        if lower == "range":
            return self._range(first)
        if name.upper() in _PATHS:
            self.at = first
            self.pattern()
            return Growth.of(1)
        with self.inside("(", ")"):
            if name.upper() in _LOOPS:
                self.loop("")
                return Growth.of(1)
            if lower == "count" and self.take("*"):
                return Growth.of(1)
            if not self.take("DISTINCT"):
                self.take("ALL")
            found = self.expressions(")")
            most = self.limits.arguments
            self.bound(rules.FUNCTION, found.items, most, "A call with so many arguments", first)
        if lower in rules.SMALL:
            return Growth.of(1)
        many = lower == "split" or lower.startswith("collect")
        return self.collected(found) if many else Growth.of(found.all)

    def _range(self, at: int) -> Growth:
        """Read a range, and refuse it unless its text says that it is short."""
        most = self.limits.range_items
        with self.inside("(", ")"):
            ends = [self._end()]
            while self.take(","):
                ends.append(self._end())
            if not self.sees(")"):
                self.refuse(rules.RANGE, "A range whose ends are worked out", at)
        step = ends[2] if len(ends) == 3 else 1
        if len(ends) not in (2, 3) or not step:
            self.refuse(rules.RANGE, "A range without a plain start, end and step", at)
        start, end = ends[:2]
        if start is None or end is None:
            # As long as a list that is there already; the number beside it adds to that.
            items = COLLECTED
            self.bound(rules.RANGE, abs(start or end or 0), most, "A range so long", at)
        else:
            items = max(0, (end - start) // step + 1)
            self.bound(rules.RANGE, items, most, "A range so long", at)
        self.ranges *= max(1, items)
        self.bound(rules.RANGE, self.ranges, self.limits.ranges, "Ranges so long", at)
        return Growth.times(items, 1)

    def _end(self) -> int | None:
        """Read one argument of a range; None stands for the size of something."""
        minus = self.take("-")
        if self.token.kind == "parameter":
            value = self.parameters.get(self.token.text)
            self.at += 1
        elif self.token.upper in ("SIZE", "LENGTH") and self.ahead().upper == "(" and not minus:
            self.call()
            beside = 0
            while self.take("-") or self.take("+"):
                beside += self.number() or 0
            self.bound(rules.RANGE, beside, self.limits.range_items, "A range so long")
            return None
        else:
            value = self.number()
        if not isinstance(value, int) or isinstance(value, bool):
            self.refuse(rules.RANGE, "A range whose ends are no whole numbers")
        return -value if minus else value

    def loop(self, mapping: str) -> Growth:
        """Read ``x IN list WHERE ... | ...``: a loop on one row, which no time limit ends."""
        first = self.at
        name = self.name()
        self.expect("IN")
        found = self.expression()
        if self.loops:
            what = "A loop in a loop over a list that may be long"
            self.bound(rules.LOOPS, found.items, self.limits.short, what, first)
        self.grow(name, Growth.of(found.one))
        with self.inside_loop(name):
            if self.take("WHERE"):
                self.expression()
            if mapping and self.take(mapping):
                found = Growth.times(found.items, self.expression().all)
        return found

    @contextmanager
    def inside_loop(self, *names: str) -> Generator[None]:
        """Read what is done for each element, called so."""
        self.loops += 1
        self.bound(rules.LOOPS, self.loops, self.limits.loops, "A loop in loops")
        self.elements.extend(names)
        yield
        del self.elements[len(self.elements) - len(names) :]
        self.loops -= 1

    def large(self, found: Growth) -> Growth:
        """Refuse the large value just read if it would be worked through for each element.

        An element of the loop itself may be large: all of them together are one list.
        """
        value, before = self.tokens[self.at - 1], self.ahead(-2).upper
        sized = before == "(" and self.ahead(-3).upper == "SIZE"
        cheap = (
            sized
            or before == "IN"
            or self.sees("[")
            or (value.is_name and value.text in self.elements)
        )
        if self.loops and not cheap:
            what = "A long list or text, worked through in a loop,"
            self.bound(rules.LOOPS, found.items, self.limits.short, what, self.at - 1)
        return found

    def expressions(self, closing: str) -> Growth:
        """Read expressions with commas between, up to (not over) `closing`, as of a list."""
        each: list[int] = []
        while not self.sees(closing):
            each.append(self.expression().all)
            if not self.take(","):
                break
        return Growth(sum(max(1, size) for size in each), max(each, default=0), max(1, len(each)))

    def collected(self, each: Growth) -> Growth:
        """Return the growth of a list of such values, one a row."""
        return Growth.times(max(COLLECTED, self.rows), each.all)
