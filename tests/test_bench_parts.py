"""Where the service computes is looked up where it computes."""

import sys
import time

from bench.archives.clock import ROOT
from bench.archives.recording import Parts, part_of


def test_where_a_process_is_is_told_by_the_innermost_part() -> None:
    frames: list[str] = []

    class Seen(str):
        def __len__(self) -> int:
            frames.append(part_of(sys._getframe(1)))  # pyright: ignore[reportPrivateUsage]
            return 9

    ours = compile("seen(len(words))", f"{ROOT}/graph/x.py", "eval")
    theirs = compile("len(words)", "/x/site-packages/neo4j/io.py", "eval")
    for code in (ours, theirs):
        eval(code, {"words": Seen(), "seen": str})  # noqa: S307

    assert frames == ["our own code", "driver"]
    assert part_of(None) == "the rest"


def test_where_a_process_computes_is_seen_and_where_it_waits_is_not() -> None:
    parts = Parts()
    busy = compile("sum(n for n in range(6_000_000))", f"{ROOT}/graph/x.py", "eval")
    waits = compile("sleep(0.3)", "/x/site-packages/neo4j/io.py", "eval")

    parts.start()
    eval(busy)  # noqa: S307
    eval(waits, {"sleep": time.sleep})  # noqa: S307
    seen = parts.stop()

    assert seen["our own code"] > 10
    assert seen["driver"] < seen["our own code"] / 5
