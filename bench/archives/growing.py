"""The same questions at every size, asked in turns: medians, and database hits of their plans."""

# The driver leaves its arguments untyped.
# pyright: reportUnknownMemberType=false

import asyncio
import json
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any, LiteralString, cast

from neo4j import Driver

from bench.archives.clock import say
from bench.archives.figures import Grown, Growth
from bench.archives.jobs import Job, unkept
from bench.archives.processes import tree_mb
from bench.archives.questions import QUESTIONS, Question, Target, ranked, targets
from bench.archives.reading import cell
from bench.archives.recording import unpacked
from bench.archives.rows import connect
from bench.archives.server import Reached, Server
from bench.archives.service import Recorder, got, service

__all__ = ["grow", "hits"]


def grow(servers: Mapping[int, Server], folder: Path, *, seconds: float, rounds: int) -> Growth:
    """Ask one client's questions of every size in turn, `rounds` times for so many seconds each.

    All servers run at once, so that what else the machine does falls on all of them.
    """
    with ExitStack() as stack:
        found: list[tuple[Grown, Job]] = []
        pids: dict[int, tuple[int, int]] = {}
        for size, server in servers.items():
            reached = stack.enter_context(server.with_query_api())
            say(f"{size:,}: counting database hits")
            with service(reached, notes=folder / "notes.jsonl") as noting:
                grown = asyncio.run(_grown(size, reached, noting))
            side = stack.enter_context(service(reached))
            pids[size] = (side.pid, reached.pid)
            found += [(each, _job(each, side.port)) for each in grown]
        for turn in range(rounds + 1):
            say(f"growth: {f'round {turn} of {rounds}' if turn else 'warming up'}")
            for each, job in sorted(found, key=lambda pair: (pair[0].request, pair[0].rank)):
                took = cell(job, 1, seconds, seconds / 4).median_ms
                if turn:
                    each.median_ms.append(took)
        return Growth(
            found=[each for each, _ in found],
            service_mb={size: tree_mb(of) for size, (of, _) in pids.items()},
            server_mb={size: tree_mb(of) for size, (_, of) in pids.items()},
        )


def hits(driver: Driver, text: str, params: dict[str, Any]) -> int:
    """Return how often the database was hit for one statement."""
    profiled = cast("LiteralString", f"PROFILE {text}")
    given = cast("dict[str, Any]", unpacked(params))
    summary = driver.execute_query(profiled, given, database_="neo4j").summary
    return _summed(cast("dict[str, Any]", summary.profile))


async def _grown(size: int, reached: Reached, noting: Recorder) -> list[Grown]:
    found: list[Grown] = []
    with connect(reached) as driver:
        for question in QUESTIONS:
            every = targets(driver, question)
            await noting.statements(_path(question, every[0]))  # what it learns only once
            for rank, target in ranked(every).items():
                ran = await noting.statements(_path(question, target))
                found.append(await _one(size, driver, question, (rank, target), ran, noting.port))
    return found


async def _one(
    size: int,
    driver: Driver,
    question: Question,
    asked: tuple[str, Target],
    ran: list[tuple[str, dict[str, Any]]],
    port: int,
) -> Grown:
    rank, target = asked
    _, _, body = await got(port, _path(question, target))
    return Grown(
        size=size,
        request=question.name,
        rank=rank,
        target=target.id,
        about=target.about,
        rows=len(json.loads(body)[question.listed]),
        hits=sum(hits(driver, text, params) for text, params in ran),
        statements=len(ran),
    )


def _job(each: Grown, port: int) -> Job:
    question = next(one for one in QUESTIONS if one.name == each.request)
    return unkept(port, [question.path(each.target)], {})


def _path(question: Question, target: Target) -> str:
    return question.path(target.id)


def _summed(plan: dict[str, Any]) -> int:
    own = int(plan.get("dbHits") or plan.get("args", {}).get("DbHits") or 0)
    return own + sum(_summed(each) for each in plan.get("children", []))
