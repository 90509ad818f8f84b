"""Measure archives, and write down what was found.

    python -m bench.archives                      everything, into bench/RESULTS.md
    python -m bench.archives --quick              a thousand statements, into build/bench
    python -m bench.archives --steps load,read    only these: load, read, shares, growth, start,
                                                  report

Each step keeps its figures in build/bench/archives/figures; one that is there is not measured
again, so that a run that broke goes on. `--again` forgets them.
"""

import argparse
import sys
from collections.abc import Callable, Sequence

from pydantic import BaseModel

from bench.archives.clock import ROOT, say
from bench.archives.figures import Kept
from bench.archives.growing import grow
from bench.archives.loading import load
from bench.archives.reading import read, shares
from bench.archives.report import report
from bench.archives.server import Memory, Server
from bench.archives.starting import start

__all__ = ["main"]

STEPS = ("load", "read", "shares", "growth", "start", "report")


def main(arguments: Sequence[str]) -> None:
    """Run the steps."""
    given = _given(arguments)
    folder = ROOT / "build" / "bench" / ("archives-quick" if given.quick else "archives")
    memory = Memory(given.heap_mb, given.page_cache_mb)
    words = f"{memory.heap_mb} MiB of heap, {memory.page_cache_mb} MiB of page cache"
    kept = Kept(folder / "figures", words)
    homes = {size: Server(folder / f"home-{size}", memory) for size in given.sizes}
    aside = Server(folder / "home-aside", memory)

    def step(name: str, work: Callable[[], BaseModel]) -> None:
        if name.partition("-")[0] not in given.steps:
            return
        if given.again:
            kept.forget(name)
        if kept.has(name):
            say(f"{name}: measured before")
            return
        say(f"{name}: begins")
        kept.keep(name, work())
        say(f"{name}: done")

    for size, server in homes.items():
        whole = size <= given.limit_up_to
        rounds = given.rounds if size <= 10_000 else 2 if whole else 1
        step(
            f"load-{size}",
            lambda size=size, server=server, rounds=rounds, whole=whole: load(
                size, server, aside, folder, rounds=rounds, limits=1 if whole else 0
            ),
        )
    for size in given.read_at:
        step(
            f"read-{size}",
            lambda size=size: read(
                size,
                homes[size],
                folder,
                clients=given.clients,
                seconds=given.seconds,
                rounds=given.rounds,
            ),
        )
        step(
            f"shares-{size}",
            lambda size=size: shares(size, homes[size], folder, seconds=given.seconds),
        )
    step("growth", lambda: grow(homes, folder, seconds=given.seconds / 2, rounds=given.rounds))
    step("start", lambda: start(min(homes), homes[min(homes)], rounds=given.rounds))
    if "report" in given.steps:
        file = folder / "RESULTS.md" if given.quick else ROOT / "bench" / "RESULTS.md"
        file.write_text(report(kept.all(mixed=given.mixed)), "utf-8")
        say(f"written: {file.relative_to(ROOT)}")


def _numbers(text: str) -> list[int]:
    return [int(each) for each in text.split(",")]


class _Given(argparse.Namespace):
    quick: bool
    again: bool
    mixed: bool
    steps: list[str]
    sizes: list[int]
    read_at: list[int]
    clients: list[int]
    seconds: float
    rounds: int
    limit_up_to: int
    heap_mb: int
    page_cache_mb: int


def _given(arguments: Sequence[str]) -> _Given:
    parser = argparse.ArgumentParser(prog="python -m bench.archives", description="Measure.")
    parser.add_argument("--quick", action="store_true", help="1,000 statements, once, briefly")
    parser.add_argument("--again", action="store_true", help="Measure again what is there.")
    parser.add_argument("--mixed", action="store_true", help="Report figures of several commits.")
    parser.add_argument("--steps", type=lambda text: text.split(","), default=list(STEPS))
    parser.add_argument("--sizes", type=_numbers, default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--read-at", type=_numbers, default=[100_000], help="sizes; of --sizes")
    parser.add_argument("--clients", type=_numbers, default=[1, 8, 32])
    parser.add_argument("--seconds", type=float, default=2.0, help="of one round of one cell")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--limit-up-to", type=int, default=100_000, help="largest, bare script")
    parser.add_argument("--heap-mb", type=int, default=2048)
    parser.add_argument("--page-cache-mb", type=int, default=2048)
    given = parser.parse_args(arguments, _Given())
    if given.quick:
        given.sizes = given.read_at = [1000]
        given.clients, given.seconds, given.rounds = [1, 8], 0.5, 1
        given.heap_mb, given.page_cache_mb = 512, 128
    given.read_at = [each for each in given.read_at if each in given.sizes]
    return given


if __name__ == "__main__":
    main(sys.argv[1:])
