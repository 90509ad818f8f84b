"""How large the values of an expression can grow, as far as its text tells.

A statement can double a value from clause to clause (WITH l + l AS l), which neither a
time limit nor a memory limit stops. So every variable is given a size: how many copies of
values it may hold. It is an estimate, made to tell 2 to the 30th from an honest query.
"""

from typing import NamedTuple, cast

__all__ = ["COLLECTED", "TEXT", "Growth"]

COLLECTED = 100
"""Values that `collect` is taken to collect: what it really does, only the rows tell."""
TEXT = 50
"""Characters that count as one value."""


class Growth(NamedTuple):
    """How many copies of values of the graph an expression may hold, at most."""

    all: int
    one: int
    """The same for one element, should it be a list."""
    items: int
    """How many elements it may have, should it be a list."""

    @classmethod
    def of(cls, size: int) -> "Growth":
        """Return that of something of that size: one large element, or many small ones."""
        return cls(size, size, max(1, size))

    @classmethod
    def times(cls, items: int, each: int) -> "Growth":
        """Return that of a list of so many things of that size."""
        return cls(items * max(1, each), max(1, each), max(1, items))

    @classmethod
    def given(cls, value: object) -> "Growth":
        """Return that of a parameter: its lists are as long as they are."""
        if isinstance(value, dict):
            inner = cast("dict[str, object]", value).values()
            return cls.of(sum(cls.given(each).all for each in inner) or 1)
        if isinstance(value, list):
            sizes = [cls.given(each).all for each in cast("list[object]", value)]
            return cls(sum(sizes) or 1, max(sizes, default=1), max(1, len(sizes)))
        return cls.of(1 + (len(value) // TEXT if isinstance(value, str) else 0))
