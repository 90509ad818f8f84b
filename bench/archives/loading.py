"""Loading an archive: the command against a bare script, neomodel and one row at a time."""

import json
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from bench.archives.bare import Way, merge_each
from bench.archives.clock import ROOT, say
from bench.archives.figures import Loaded
from bench.archives.processes import Ended, cpu_s, ours, run
from bench.archives.rows import Counted, ask, connect, count, sample, schema, spool
from bench.archives.server import Reached, Server

__all__ = ["NEOMODEL_PYTHON", "archive_of", "load", "loaded_rows"]

NEOMODEL_PYTHON = ROOT / ".venv" / "bench-archives" / "bin" / "python"
"""The environment that has neomodel; `make bench` sets it up."""
SAMPLED = 200
"""Statements of which the sample for slow ways is made."""


class Unequal(ValueError):
    """Two ways did not make the same graph."""


def archive_of(size: int, folder: Path) -> Path:
    """Return the file of an invented archive of so many statements, made if it is not there."""
    file = folder / f"archive-{size}.ndjson.gz"
    if not file.exists():
        say(f"inventing {size:,} statements")
        part = file.with_name(f"part-{file.name}")
        command = [sys.executable, "-m", "bench.world", str(size), "-o", str(part)]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)  # noqa: S603
        part.replace(file)
    return file


def load(
    size: int, server: Server, aside: Server, folder: Path, *, rounds: int, limits: int
) -> Loaded:
    """Load an archive `rounds` times, and leave `server` with it; load its rows otherwise.

    `aside` is the home of the others, emptied after each; `limits` says how often the bare script
    loads the rows in each way, 0 for not at all; then the check by itself is left out too.
    """
    archive, log = archive_of(size, folder), folder / f"load-{size}.log"
    check = run(ours("check", str(archive)), aside.env, log) if limits else None
    if check:
        say(f"{size:,}: checked in {check.seconds:.1f} s")
    loads: list[Ended] = []
    counted, own_cpu = Counted(0, {}), 0.0
    texts: list[str] = []
    sampled: list[dict[str, Any]] = []
    for turn in range(rounds):
        with server.empty() as reached:
            before = cpu_s(reached.pid)
            loads.append(run(ours("load", str(archive)), server.env, log))
            with suppress(Exception):  # a loader may have put another process in its place
                own_cpu = cpu_s(reached.pid) - before
            rate = 0.0
            with connect(reached) as driver:
                counted = count(driver)
                rate = counted.rows / loads[-1].seconds
                if turn == rounds - 1 and limits:
                    say(f"{size:,}: reading the rows back")
                    spool(driver, folder / "rows.pickle")
                texts, sampled = schema(driver), _plain(sample(driver, SAMPLED))
        say(f"{size:,}: loaded in {loads[-1].seconds:.1f} s, {rate:,.0f} rows a second")
    found = Loaded(
        size=size,
        nodes=counted.nodes,
        relationships=counted.relationships,
        seconds=[each.seconds for each in loads],
        stages=dict(loads[-1].stages),
        loader_cpu_s=loads[-1].cpu_s,
        server_cpu_s=own_cpu,
        check_s=check.seconds if check else None,
        peak_mb=max(each.peak_mb for each in loads),
    )
    if not limits:
        return found
    for way in ("create", "merge"):
        for _ in range(limits):
            rows, seconds = _limit(aside, texts, folder / "rows.pickle", way)
            loaded_rows(counted, rows, way)
            found.limit_rows = rows
            getattr(found, f"limit_{way}_s").append(seconds)
            say(f"{size:,}: bare {way} in {seconds:.1f} s, {rows / seconds:,.0f} rows a second")
    (folder / "rows.pickle").unlink()
    _samples(found, aside, texts, sampled)
    aside.remove()
    return found


def loaded_rows(graph: Counted, rows: int, way: str) -> None:
    """Raise `Unequal` unless as many rows were made otherwise as the graph holds."""
    if rows != graph.rows:
        raise Unequal(f"{way} made {rows} rows and the graph holds {graph.rows}")


def _limit(aside: Server, texts: list[str], file: Path, way: Way) -> tuple[int, float]:
    with aside.empty() as reached:
        _prepare(reached, texts)
        asked = {"uri": reached.uri, "password": reached.password, "spool": str(file)}
        command = [sys.executable, "-m", "bench.archives.bare", way]
        done = subprocess.run(  # noqa: S603
            command, input=json.dumps(asked), text=True, check=True, capture_output=True, cwd=ROOT
        )
        with connect(reached) as driver:
            made = count(driver).rows
    return made, float(json.loads(done.stdout)["seconds"])


def _samples(found: Loaded, aside: Server, texts: list[str], rows: list[dict[str, Any]]) -> None:
    """Measure the slow ways on a sample, each in an empty database."""
    ways = {"plain MERGE, a row a transaction": _one_by_one}
    if NEOMODEL_PYTHON.exists():
        ways["neomodel, batch form"] = _neomodel
    for name, way in ways.items():
        with aside.empty() as reached:
            _prepare(reached, texts)
            count_, seconds = way(reached, rows)
        found.sampled[name], found.sample_rows = count_ / seconds, count_
        say(f"{found.size:,}: {name}, {found.sampled[name]:,.0f} rows a second")


def _one_by_one(reached: Reached, rows: list[dict[str, Any]]) -> tuple[int, float]:
    with connect(reached) as driver:
        return merge_each(driver, rows)


def _neomodel(reached: Reached, rows: list[dict[str, Any]]) -> tuple[int, float]:
    asked = {"uri": reached.uri, "password": reached.password, "rows": rows}
    done = subprocess.run(  # noqa: S603
        [str(NEOMODEL_PYTHON), str(Path(__file__).parent / "with_neomodel.py")],
        input=json.dumps(asked),
        text=True,
        capture_output=True,
        check=True,
    )
    told = json.loads(done.stdout.splitlines()[-1])
    return told["rows"], told["seconds"]


def _prepare(reached: Reached, texts: list[str]) -> None:
    with connect(reached) as driver:
        for text in texts:
            ask(driver, text)
        ask(driver, "CALL db.awaitIndexes(120)")


def _plain(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return rows with days as text, as JSON has them."""
    return json.loads(json.dumps(rows, default=str))
