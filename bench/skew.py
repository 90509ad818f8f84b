"""How unevenly things are shared out: the first of many get most."""

import random
from dataclasses import dataclass

__all__ = ["Skew"]


@dataclass(frozen=True, slots=True)
class Skew:
    """So many ranks, whose weight falls as ``(rank + shift) ** -steepness`` (Zipf-Mandelbrot).

    A large shift keeps the first rank from taking all. Nothing is held for each rank.
    """

    count: int
    steepness: float = 1.1
    """Anything but 1."""
    shift: float = 20.0

    def share(self, ranks: int) -> float:
        """Return what part of everything the first `ranks` get, 0 to 1."""
        return self._mass(ranks) / self._mass(self.count)

    def pick(self, chance: random.Random) -> int:
        """Return a rank, from 0."""
        power = 1 - self.steepness
        mass = chance.random() * self._mass(self.count)
        at = (self.shift**power + power * mass) ** (1 / power) - self.shift
        return min(max(int(at), 0), self.count - 1)

    def _mass(self, ranks: int) -> float:
        power = 1 - self.steepness
        return ((ranks + self.shift) ** power - self.shift**power) / power
