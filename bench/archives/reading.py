"""Requests a second and latency: the service against bare Bolt, the Query API and GraphQL."""

import asyncio
import json
import random
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from os import kill
from pathlib import Path
from typing import Any

from bench.archives.clock import ROOT, say
from bench.archives.driving import summed
from bench.archives.figures import Cell, Reading, Round, Shares
from bench.archives.jobs import POOL, Job, Sides, jobs, unkept
from bench.archives.processes import cpu_s
from bench.archives.questions import QUESTIONS, spread, targets
from bench.archives.rows import connect
from bench.archives.server import Server
from bench.archives.service import graphql_server, service

__all__ = ["cell", "read", "shares"]

LONG_S = 15
"""A cell that takes longer than this for one round is measured once."""


def read(
    size: int, server: Server, folder: Path, *, clients: Sequence[int], seconds: float, rounds: int
) -> Reading:
    """Measure every side at every request, each cell `rounds` times for so many seconds."""
    with server.with_query_api() as reached:
        say(f"{size:,}: noting what the service runs, comparing answers")
        with ExitStack() as stack:
            recorder = stack.enter_context(service(reached, notes=folder / "notes.jsonl"))
            ours = stack.enter_context(service(reached))
            other = stack.enter_context(graphql_server(reached))
            sides = Sides(reached, recorder, ours, other)
            asked, equal = asyncio.run(jobs(sides))
            cells = _measured(size, asked, clients, seconds, rounds)
    return Reading(size=size, cells=cells, equal=equal)


def shares(size: int, server: Server, folder: Path, *, seconds: float) -> Shares:
    """Look up where the service computes while 8 clients ask, answers made anew."""
    found: dict[str, dict[str, float]] = {}
    notes = folder / "notes.jsonl"
    with server.plain() as reached:
        for question in QUESTIONS:
            with connect(reached) as driver:
                pool = spread(targets(driver, question), POOL)
            with service(reached, notes=notes) as recorder:
                job = unkept(recorder.port, [question.path(each.id) for each in pool], {})
                cell(job, 8, seconds, seconds)
                kill(recorder.pid, signal.SIGUSR1)
                cell(job, 8, seconds, 0)
            seen = json.loads(notes.with_suffix(".parts").read_text("utf-8"))
            total = max(1, sum(seen.values()))
            found[question.name] = {part: count / total for part, count in seen.items()}
    return Shares(size=size, of=found)


def cell(job: Job, clients: int, seconds: float, warm_s: float) -> Round:
    """Measure one cell once."""
    split = [clients // job.processes] * job.processes
    told: list[dict[str, Any]] = []
    with ExitStack() as stack:
        asking: list[subprocess.Popen[str]] = []
        for share in split:
            process = stack.enter_context(_asking(job.module))
            asked = job.asked | {"clients": share, "seconds": seconds, "warm_s": warm_s}
            assert process.stdin  # noqa: S101
            process.stdin.write(json.dumps(asked) + "\n")
            process.stdin.flush()
            asking.append(process)
        for each in asking:
            _line(each, "ready")
        before = {name: cpu_s(pid) for name, pid in job.pids.items()}
        for each in asking:
            assert each.stdin  # noqa: S101
            each.stdin.write("go\n")
            each.stdin.flush()
        told = [json.loads(_line(each)) for each in asking]
        after = {name: cpu_s(pid) for name, pid in job.pids.items()}
    found = summed(told)
    spent = {name: after[name] - before[name] for name in before}
    return Round(
        answers=int(found["answers"]),
        seconds=found["seconds"],
        median_ms=found["median_ms"],
        p95_ms=found["p95_ms"],
        cpu_s=spent | {"generator": found["cpu_s"]},
    )


def _asking(module: str) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", module],
        cwd=ROOT,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def _line(process: subprocess.Popen[str], wanted: str = "") -> str:
    assert process.stdout and process.stderr  # noqa: S101, PT018
    line = process.stdout.readline()
    if not line or (wanted and line.strip() != wanted):
        raise RuntimeError(f"who asks has failed: {process.stderr.read()[-2000:]}")
    return line


def _measured(
    size: int,
    jobs: dict[tuple[str, str], Job],
    clients: Sequence[int],
    seconds: float,
    rounds: int,
) -> list[Cell]:
    """Measure every cell in turns, each time in another order."""
    cells = [Cell(side=s, request=r, clients=n) for s, r in jobs for n in clients]
    chance = random.Random(1)  # noqa: S311
    for turn in range(rounds):
        order = chance.sample(cells, len(cells))
        for place, each in enumerate(order):
            job = jobs[each.side, each.request]
            if each.clients < job.processes or (each.rounds and each.rounds[0].seconds > LONG_S):
                continue
            found = cell(job, each.clients, seconds, seconds / 3 if turn else seconds)
            each.rounds.append(found)
            say(
                f"{size:,}: round {turn + 1}, {place + 1} of {len(order)}  {each.side}, "
                f"{each.request}, {each.clients} clients: {found.per_s:,.0f} a second, "
                f"{found.median_ms:,.1f} ms"
            )
    return [each for each in cells if each.rounds]
