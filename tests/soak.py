"""Kill the loader and the server in the middle of a load, and compare the graph afterwards.

    python -m tests.soak 10

Each round starts from an empty graph, begins a load in a process of its own, and kills that
process, or the server under it, with SIGKILL at a random moment. After a restart and a second
load the graph must equal that of an undisturbed load. It is done with the shipped story, of which
each dossier is written whole or not at all, and with an archive that is written in batches.
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Literal

from bench.packing import opened, write
from bench.world import head, world
from tests.conftest import private
from tests.graphs import Graph

__all__ = ["Soak"]

Victim = Literal["loader", "server"]
STATEMENTS = 12_000
"""Of the archive: they make more records than one transaction takes."""
ENDED_BY_KILL = (-signal.SIGKILL, 5)  # 5: the loader found that Neo4j does not answer


class Soak:
    """A private Neo4j that is treated badly."""

    def __init__(self, home: Path, archive: Path | None = None) -> None:
        """Load `archive`, or the shipped story without one."""
        self._files = [str(archive)] if archive else ["--story"]
        self.neo4j = private(home)
        self.neo4j.start()
        self._home = home
        self.expected = self._load()
        self._wipe()
        began = time.monotonic()
        assert self._loader().wait() == 0
        self.load_s = time.monotonic() - began

    def round(self, victim: Victim, moment: float) -> bool:
        """Kill `victim` after `moment` (0 to 1) of a load; return whether it was in the middle.

        Raises `AssertionError` when the graph differs after a restart and a second load.
        """
        self._wipe()
        pid = self.neo4j.status().pid
        loader = self._loader()
        time.sleep(moment * self.load_s)
        running = loader.poll() is None
        if victim == "server":
            os.kill(pid or 0, signal.SIGKILL)
        elif running:
            loader.kill()
        code = loader.wait()
        if victim == "server" and code == 0:
            running = False  # it was leaving, with its last answer, when the server was killed
        assert code in ENDED_BY_KILL if running else code == 0, code
        self.neo4j.start()
        if not running:
            found = self._contents()
            assert found == self.expected, differences(self.expected, found)
        found = self._load()
        assert found == self.expected, differences(self.expected, found)
        return running

    def _load(self) -> list[str]:
        assert self._loader().wait() == 0
        return self._contents()

    def _contents(self) -> list[str]:
        connection = self.neo4j.status().connection
        assert connection
        graph = Graph(connection)
        try:
            return graph.contents()
        finally:
            graph.close()

    def _wipe(self) -> None:
        connection = self.neo4j.status().connection
        assert connection
        graph = Graph(connection)
        graph.wipe()
        graph.close()

    def _loader(self) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-m", "api", "load", *self._files, "--home", str(self._home)]
        quiet = subprocess.DEVNULL
        return subprocess.Popen(command, stdout=quiet, stderr=quiet)  # noqa: S603


def differences(expected: list[str], found: list[str]) -> str:
    """Return what two graphs do not share, shortly."""
    missing, extra = set(expected) - set(found), set(found) - set(expected)
    return f"missing {sorted(missing)[:5]}, left over {sorted(extra)[:5]}"


def main(rounds: int) -> None:
    """Kill each of the two `rounds` times in the middle of a load."""
    seed = random.randrange(10**6)  # noqa: S311
    print(f"seed {seed}")
    chance = random.Random(seed)  # noqa: S311  moments, not secrets
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "archive.ndjson.gz"
        with opened(archive) as to:
            write(world(STATEMENTS), head(STATEMENTS), to)
        for name, file in (("story", None), ("archive", archive)):
            soak = Soak(Path(folder) / name, file)
            print(f"{name}: {soak.load_s:.1f} s undisturbed, {len(soak.expected)} lines")
            for victim in ("loader", "server"):
                hits = late = 0
                while hits < rounds:
                    in_the_middle = soak.round(victim, chance.random())
                    hits, late = hits + in_the_middle, late + (not in_the_middle)
                print(f"{victim}: killed {hits} times in a load, {late} just after; graphs equal")
            soak.neo4j.stop()


if __name__ == "__main__":
    main(int(sys.argv[1]))
