"""The results of the benchmark: aims met or missed, runs that go on, figures that do not mix."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from bench.archives import figures
from bench.archives.aims import aims
from bench.archives.clock import ROOT, About
from bench.archives.figures import (
    Cell,
    Figures,
    Grown,
    Growth,
    Kept,
    Loaded,
    Mixed,
    Reading,
    Round,
    Shares,
)
from bench.archives.jobs import BOLT, BOLTS, ETAG, GRAPHQL, OURS, QUERY_API
from bench.archives.report import report

ABOUT = About(day="2026-01-01", machine="2 cores", versions="Python", commit="abc")
LOADED = Loaded(
    size=1000,
    nodes=1000,
    relationships={"ABOUT": 9000},
    seconds=[2, 1, 3],
    stages={"Checking": 0.5, "Loading": 1.5},
    loader_cpu_s=1,
    server_cpu_s=1,
    check_s=0.4,
    peak_mb=100,
    limit_rows=10_000,
    limit_create_s=[1.0],
    limit_merge_s=[1.8],
    sampled={"neomodel, batch form": 100},
)


def measured(per_s: float, side: str, request: str = "denied", clients: int = 8) -> Cell:
    ms = {OURS: (2, 3), QUERY_API: (0, 5)}.get(side, (0, 0))
    own, server = (each * per_s / 1000 for each in ms)
    cpu_s = {"generator": 0.5, "side": own, "server": server}
    one = Round(answers=round(per_s), seconds=1, median_ms=1, p95_ms=2, cpu_s=cpu_s)
    return Cell(side=side, request=request, clients=clients, rounds=[one])


def found(**parts: Any) -> Figures:
    empty: dict[str, Any] = {"loaded": [], "readings": [], "shares": []}
    more: dict[str, Any] = {"growth": None, "started": None}
    return Figures(about=[ABOUT], memory="512 MiB", **(empty | more | parts))


def test_a_missed_aim_is_told_as_missed_with_what_is_in_the_way() -> None:
    cells = [measured(100, OURS), measured(90, QUERY_API), measured(2, GRAPHQL)]
    cells += [measured(120, BOLT), measured(160, BOLTS), measured(800, ETAG)]
    shares = Shares(size=100_000, of={"denied": {"driver": 0.25, "HTTP": 0.75}})
    reading = Reading(size=100_000, cells=cells, equal={})

    told = {each.text.partition(": ")[2]: (each.met, each.by) for each in aims(
        found(loaded=[LOADED], readings=[reading])
    )}  # fmt: skip
    text = report(found(loaded=[LOADED], readings=[reading], shares=[shares]))

    assert told == {
        "at least 0.8 of the limit": (False, "38% below"),
        "at least 20 times neomodel's batch form": (True, ""),
        "at least 20 times @neo4j/graphql": (True, ""),
        "at least 1.3 times Query API": (False, "15% below"),
        "at least 0.7 times bare Bolt": (False, "11% below"),
        "If-None-Match at least 5 times faster": (True, ""),
    }
    assert text.count("**missed**") == 3
    assert "- load, 1,000: Checking: 0.5 s, Loading: 1.5 s." in text
    assert "- denied, 100,000: the service computes in HTTP 75%, driver 25%." in text
    costs = f"{OURS}: 2.0 ms and 3.0 ms in Neo4j; Query API: 5.0 ms in Neo4j"
    assert f"- denied, 100,000: what is computed for one answer. {costs}" in text
    assert "| 1,000 | `rejoinder load` | 5,000 | 2.0 s (1.0 to 3.0) |" in text


def grown(size: int, hits_: int, median_ms: float, rows: int = 25) -> Grown:
    of: Any = {"request": "denied", "rank": "busiest", "target": "x", "about": 9, "statements": 2}
    return Grown(size=size, rows=rows, hits=hits_, median_ms=[median_ms], **of)


@pytest.mark.parametrize(
    ("large", "met"),
    [
        (grown(1_000_000, 150, 11.5), [True, True]),
        (grown(1_000_000, 151, 11.5), [True, False]),
        (grown(1_000_000, 150, 11.6), [False, True]),
        (grown(1_000_000, 400, 40, rows=60), [True, True]),
    ],
)
def test_growth_is_an_aim_missed_unless_the_answer_itself_grows(
    large: Grown, met: list[bool]
) -> None:
    growth = Growth(found=[grown(10_000, 100, 10), large], service_mb={}, server_mb={})

    assert [each.met for each in aims(found(growth=growth))] == met


def test_a_run_goes_on_where_it_broke_and_mixes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Kept(tmp_path, "512 MiB")
    monkeypatch.setattr(figures, "about", lambda: ABOUT)
    kept.keep("load-1000", LOADED)
    monkeypatch.setattr(figures, "about", lambda: ABOUT.model_copy(update={"commit": "def"}))
    kept.keep("load-2000", LOADED.model_copy(update={"size": 2000}))

    assert (kept.has("load-1000"), kept.has("load-3000")) == (True, False)
    with pytest.raises(Mixed, match=r"several commits \(abc, def\)"):
        kept.all()
    assert [each.size for each in kept.all(mixed=True).loaded] == [1000, 2000]
    assert "Figures of several states of the code" in report(kept.all(mixed=True))
    monkeypatch.setattr(figures, "about", lambda: ABOUT.model_copy(update={"machine": "8 cores"}))
    kept.keep("load-2000", LOADED)
    with pytest.raises(Mixed, match="several machines"):
        kept.all(mixed=True)


def test_neomodel_is_in_the_environment_of_the_benchmark_and_in_no_other() -> None:
    named = {
        file.relative_to(ROOT).as_posix()
        for file in (*ROOT.glob("*requirements*.txt"), *ROOT.glob("bench/*/*.txt"))
        if re.search(r"^neomodel", file.read_text("utf-8"), re.MULTILINE)
    }

    assert named == {"bench/archives/requirements.txt"}


def test_no_address_of_a_registry_is_in_the_lock_of_node() -> None:
    lock = json.loads((ROOT / "bench/archives/graphql/package-lock.json").read_text("utf-8"))

    assert all("resolved" not in each for each in lock["packages"].values())
    assert all("integrity" in each for name, each in lock["packages"].items() if name)
