"""An invented archive of any size, as a dossier.

    python -m bench.world 10000 --seed 1 -o archive.ndjson.gz

Skewed as real news is: few actors speak most, few claims draw most statements; outlets relay
outlets, words come in bursts, days are partial or missing, sources unnamed, documents copied.
The same number and seed give the same bytes everywhere. Every name is invented, and nothing is
held but what was said of one claim of late: memory does not grow with the number of statements.
"""

import argparse
import sys
from collections.abc import Iterator
from math import gcd
from pathlib import Path

from bench.affair import Affair
from bench.cast import Cast
from bench.packing import opened, write
from bench.skew import Skew
from graph.model import Dossier, Entity

__all__ = ["PER_CLAIM", "head", "world"]

PER_CLAIM = 20
"""Statements for each claim, on average; the busiest has a hundredth of a million, a tenth of ten
thousand."""
_FLATNESS = 11
"""The more, the more statements are on the busiest claims."""


def head(statements: int, seed: int = 1) -> Dossier:
    """Return what the dossier says of itself."""
    return Dossier(
        dossier=f"invented-{statements}-{seed}",
        title=f"An invented archive of {statements} statements",
        notes=f"Everything in it is invented. Made by bench.world with seed {seed}.",
    )


def world(statements: int, seed: int = 1) -> Iterator[Entity]:
    """Yield the records of an archive with exactly so many statements.

    A record names what came before it; only claims may name claims that come after.
    """
    cast = Cast(statements, seed)
    yield from cast.everybody()
    yield from cast.arms()
    claims = max(1, statements // PER_CLAIM)
    busy = Skew(claims, shift=claims**0.5 / _FLATNESS)
    stride = next(n for n in range(busy.count * 5 // 8 + 1, 2 * busy.count + 2) if _fit(n, busy))
    for turn in range(busy.count):
        rank = turn * stride % busy.count
        upto, before = (round(statements * busy.share(each)) for each in (rank + 1, rank))
        yield from Affair(cast, seed, rank, upto - before).records()


def _fit(stride: int, busy: Skew) -> bool:
    """Return whether steps of that length come by every claim once."""
    return gcd(stride, busy.count) == 1


def main(arguments: list[str]) -> None:
    """Write one archive."""
    parser = argparse.ArgumentParser(prog="python -m bench.world", description="Invent an archive.")
    parser.add_argument("statements", type=int, help="How many.")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-o", "--output", type=Path, required=True, help="A file: .gz packs it.")
    given = parser.parse_args(arguments)
    with opened(given.output) as to:
        count = write(world(given.statements, given.seed), head(given.statements, given.seed), to)
    print(f"Written: {given.output}, {count} records", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1:])
