"""Every hostile statement, sent to a service in a process of its own."""

import json
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx2
import psutil
import pytest

from graph.server import PrivateNeo4j
from tests.graphs import Graph
from tests.guest import Case, hostile

MOST_MB = 300


@pytest.fixture(scope="module")
def process(neo4j: PrivateNeo4j, graph: Graph) -> Generator[tuple[psutil.Process, str], None, None]:
    """A service that joined the run's Neo4j: its process and its address."""
    graph.load_story()
    environment = {**os.environ, "REJOINDER_HOME": str(neo4j.status().home), "REJOINDER_PORT": "0"}
    started = subprocess.Popen(
        [sys.executable, "-m", "api", "up"],
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert started.stderr
    found = next(
        match[1] for line in started.stderr if (match := re.search(r"serves (http\S+)\.", line))
    )
    threading.Thread(target=started.stderr.read, daemon=True).start()
    yield psutil.Process(started.pid), found
    started.terminate()
    started.wait()
    started.stderr.close()


@dataclass
class Observed:
    """What a bystander sees while others are hostile."""

    slowest_s: float = 0.0
    largest_mb: float = 0.0
    failures: list[str] = field(default_factory=list[str])


def observe(process: psutil.Process, address: str, until: threading.Event) -> Observed:
    found = Observed()
    with httpx2.Client(base_url=address, timeout=30) as client:
        while not until.is_set():
            began = time.monotonic()
            status = client.get("/healthz").status_code
            found.slowest_s = max(found.slowest_s, time.monotonic() - began)
            if status != 200:
                found.failures.append(f"/healthz {status}")
            found.largest_mb = max(found.largest_mb, process.memory_info().rss / 1e6)
            time.sleep(0.02)
    return found


def quietly(process: psutil.Process, address: str) -> Observed:
    """Observe for a second in which nobody is hostile: others may keep this machine busy."""
    over = threading.Event()
    threading.Timer(1, over.set).start()
    return observe(process, address, over)


@contextmanager
def ended(over: threading.Event, bystander: threading.Thread) -> Generator[None, None, None]:
    """Send the bystander home, whatever happens."""
    try:
        yield
    finally:
        over.set()
        bystander.join()


def written(case: Case) -> bool:
    """Return whether JSON can say it: what it cannot say cannot be sent."""
    try:
        return json.loads(json.dumps(case.params, allow_nan=False)) == case.params
    except (TypeError, ValueError, RecursionError):
        return False


def send(client: httpx2.Client, case: Case) -> httpx2.Response:
    body: dict[str, Any] = {"statement": case.text, "parameters": case.params, "timeout": 2}
    headers = {"content-type": "application/json"}
    return client.post("/v1/cypher", content=json.dumps(body), headers=headers)


def test_nothing_hostile_changes_the_graph_the_server_or_what_others_are_told(
    process: tuple[psutil.Process, str], story: Graph, neo4j: PrivateNeo4j
) -> None:
    service, address = process
    before, pid = story.contents(), neo4j.status().pid
    usual = quietly(service, address)
    start_mb = service.memory_info().rss / 1e6
    over = threading.Event()
    seen: list[Observed] = []
    bystander = threading.Thread(target=lambda: seen.append(observe(service, address, over)))
    wrong: list[str] = []

    bystander.start()
    with httpx2.Client(base_url=address, timeout=60) as client, ended(over, bystander):
        for case in filter(written, hostile()):
            answer = send(client, case)
            if case.layer != "limits" and answer.status_code == 200:
                wrong.append(f"{case.id}: answered")
            if answer.status_code >= 500 and answer.status_code != 504:
                wrong.append(f"{case.id}: {answer.status_code} {answer.text[:200]}")
            if case.rule and answer.json().get("rule") != case.rule:
                wrong.append(f"{case.id}: {answer.text[:200]}")
        other = client.post("/v1/cypher", json={"statement": "RETURN 1 AS one"})

    assert wrong == []
    assert other.json()["rows"] == [[1]]
    assert story.contents() == before
    assert neo4j.status().pid == pid
    assert seen[0].failures == []
    assert seen[0].slowest_s < max(1, 20 * usual.slowest_s), (usual, seen[0])
    assert seen[0].largest_mb - start_mb < MOST_MB, (start_mb, seen[0])


def test_parameters_nested_beyond_all_bounds_are_a_problem_too(
    process: tuple[psutil.Process, str],
) -> None:
    deep = "[" * 100_000 + "]" * 100_000
    body = f'{{"statement": "RETURN $a AS a", "parameters": {{"a": {deep}}}}}'
    headers = {"content-type": "application/json"}

    answer = httpx2.post(f"{process[1]}/v1/cypher", content=body, headers=headers)

    assert 400 <= answer.status_code < 500
    assert answer.headers["content-type"] == "application/problem+json"
