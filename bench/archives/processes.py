"""Processes that are measured: the time they compute, the memory they take."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import psutil

from bench.archives.clock import ROOT

__all__ = ["Ended", "cpu_s", "end", "environment", "ours", "run", "tree_mb"]

_EVERY_S = 0.02


@dataclass(frozen=True, slots=True)
class Ended:
    """A process that was watched until its end."""

    seconds: float
    cpu_s: float
    """Of itself and its children, as far as they were seen."""
    peak_mb: float
    """Most resident memory of itself and its children together, MiB."""
    stages: Mapping[str, float]
    """Seconds by what its lines of progress said it was doing."""
    output: str


@dataclass(slots=True)
class _Seen:
    peak: float = 0
    cpu: dict[int, float] = field(default_factory=dict[int, float])


def ours(*arguments: str) -> list[str]:
    """Return the command line of ``rejoinder`` with `arguments`."""
    return [sys.executable, "-m", "api", *arguments]


def environment(**more: str) -> dict[str, str]:
    """Return the environment without what would lead to a Neo4j of the user's own."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("NEO4J_", "REJOINDER_"))}
    cache = os.environ.get("REJOINDER_CACHE")
    return kept | ({"REJOINDER_CACHE": cache} if cache else {}) | more


def run(command: list[str], env: Mapping[str, str], log: Path) -> Ended:
    """Run `command` to its end and return what it took. What it says on errors goes to `log`.

    Raises `CalledProcessError` when it fails.
    """
    began = time.perf_counter()
    with subprocess.Popen(  # noqa: S603
        command,
        cwd=ROOT,
        env=dict(env),
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        seen, over = _Seen(), threading.Event()
        stages: list[tuple[float, str]] = []
        watching = threading.Thread(target=_watch, args=(process.pid, seen, over))
        reading = threading.Thread(target=_read, args=(process, stages, log))
        watching.start()
        reading.start()
        assert process.stdout  # noqa: S101
        output = process.stdout.read()
        reading.join()
        code = process.wait()
        ended = time.perf_counter()
        over.set()
        watching.join()
    if code:
        raise subprocess.CalledProcessError(code, command, output, log.read_text("utf-8"))
    shares = _durations(stages, began, ended)
    return Ended(ended - began, sum(seen.cpu.values()), seen.peak, shares, output)


def cpu_s(pid: int) -> float:
    """Return the seconds that a process and its children have computed so far."""
    process = psutil.Process(pid)
    total = 0.0
    for each in (process, *process.children(recursive=True)):
        with suppress(psutil.Error):
            times = each.cpu_times()
            total += times.user + times.system
    return total


def tree_mb(pid: int) -> float:
    """Return the resident memory of a process and its children, MiB."""
    process = psutil.Process(pid)
    total = 0
    for each in (process, *process.children(recursive=True)):
        with suppress(psutil.Error):
            total += each.memory_info().rss
    return total / 2**20


def end(process: subprocess.Popen[bytes], within_s: float = 40) -> None:
    """Ask `process` to end, and make it."""
    process.terminate()
    try:
        process.wait(within_s)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _watch(pid: int, seen: _Seen, over: threading.Event) -> None:
    while not over.wait(_EVERY_S):
        with suppress(psutil.Error):
            root = psutil.Process(pid)
            memory = 0
            for each in (root, *root.children(recursive=True)):
                with suppress(psutil.Error):
                    memory += each.memory_info().rss
                    times = each.cpu_times()
                    seen.cpu[each.pid] = times.user + times.system
            seen.peak = max(seen.peak, memory / 2**20)


def _read(process: subprocess.Popen[str], stages: list[tuple[float, str]], log: Path) -> None:
    assert process.stderr  # noqa: S101
    with log.open("w", encoding="utf-8") as to:
        for line in process.stderr:
            to.write(line)
            what = line.partition(":")[0].strip(" .\n")
            if what and (not stages or stages[-1][1] != what):
                stages.append((time.perf_counter(), what))


def _durations(stages: list[tuple[float, str]], began: float, ended: float) -> dict[str, float]:
    """Return seconds by stage; what came before the first line is ``before it says anything``."""
    marks = [(began, "before it says anything"), *stages, (ended, "")]
    found: dict[str, float] = {}
    for (start, what), (stop, _) in pairwise(marks):
        found[what] = found.get(what, 0) + stop - start
    return found
