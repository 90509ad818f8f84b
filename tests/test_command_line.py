"""The command line, as a person types it: in processes of its own, on the run's Neo4j."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import httpx2
import pytest

from graph.server import PrivateNeo4j
from graph.server.ports import free_port
from graph.story import CLAIM
from tests.graphs import Graph
from tests.test_dossiers import THIRTY
from tests.test_loading import BASE, written
from tests.typed import Rejoinder


@pytest.fixture
def rejoinder(story: Graph, neo4j: PrivateNeo4j) -> Rejoinder:
    assert story.holds_story
    return Rejoinder(neo4j.status().home)


def test_who_denied_about_iran_is_a_table_with_words_and_documents(rejoinder: Rejoinder) -> None:
    told = rejoinder("who", "denied", "--about", "iran", "--claim", CLAIM)

    assert "Permanent Mission" in told
    assert "(implied:" in told
    assert "morally" in told
    assert "2024-02-23" in told


def test_json_and_csv_are_what_the_service_gives(
    rejoinder: Rejoinder, service: httpx2.Client
) -> None:
    as_json = json.loads(rejoinder("who", "denied", "--claim", CLAIM, "--json"))
    as_csv = rejoinder("who", "denied", "--claim", CLAIM, "--csv")

    assert as_json == service.get(f"/v1/who/denied?claim={CLAIM}").json()
    assert len(list(csv.DictReader(io.StringIO(as_csv)))) == len(as_json["rows"])


def test_a_dossier_is_asked_for_the_denials_that_it_states(rejoinder: Rejoinder) -> None:
    north = rejoinder("who", "denied", "--dossier", "arms-for-russia-north-korea", "--csv")

    assert [row["statement"] for row in csv.DictReader(io.StringIO(north))] == [
        "kim-yo-jong-2024-05-17",
        "maria-zakharova-2024-01-12",
        "vassily-nebenzia-2024-01-10",
    ]


def test_the_clock_of_the_record_is_asked_beside_that_of_what_was_said(
    rejoinder: Rejoinder, service: httpx2.Client
) -> None:
    days = ("--as-of", "2024-03-01", "--recorded-as-of", "2020-01-01")

    told = rejoinder("claim", CLAIM, *days)
    as_json = json.loads(rejoinder("claim", CLAIM, *days, "--json"))

    assert "no position as of 2024-03-01 by what was on record on 2020-01-01" in told
    asked = f"/v1/claims/{CLAIM}?as_of=2024-03-01&recorded_as_of=2020-01-01"
    assert as_json == service.get(asked).json()
    assert as_json["positions"] == []


def test_a_claim_and_an_actor_are_printed_with_what_they_rest_on(rejoinder: Rejoinder) -> None:
    claim = rejoinder("claim", CLAIM)
    actor = rejoinder("actor", "united states")

    assert "standing           disputed" in claim
    assert "1 independent" in claim
    assert "had not responded" in claim
    assert "narrower claim" in actor


def test_a_claim_is_printed_with_what_takes_it_for_granted(rejoinder: Rejoinder) -> None:
    told = rejoinder("claim", "iran-delivered-fath-360-to-russia")

    assert "presupposed by     fath-360-arrived-without-launchers" in told


def test_search_finds_what_begins_so(rejoinder: Rejoinder) -> None:
    assert "zolfaghar" in rejoinder("search", "zolfag")


def test_a_map_is_written_whole(rejoinder: Rejoinder, tmp_path: Path) -> None:
    file = tmp_path / "map.html"

    told = rejoinder("map", "claim", CLAIM, "-o", str(file))

    assert str(file) in told
    assert file.read_text("utf-8").rstrip().endswith("</html>")
    assert [each.name for each in tmp_path.iterdir()] == ["map.html"]


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["who", "foo"], 2, "is no act"),
        (["who", "denied", "--bogus"], 2, "bogus"),
        (["claim", "iran-sent-400-balistic-missiles-to-russia"], 3, CLAIM),
        (["actor", "nobody at all"], 3, "no actor"),
        (["who", "denied", "--dossier", "launchers-2025"], 3, "arms-for-russia-launchers-2025"),
        (["load"], 2, "nothing to load"),
        (["check", str(THIRTY)], 4, "30 faults"),
        (["load", str(THIRTY)], 4, "nothing of these dossiers is written"),
        (["map", "claim", CLAIM, "-o", "/nowhere/map.html"], 2, "cannot be written"),
    ],
)
def test_an_error_is_a_sentence_with_a_code(
    rejoinder: Rejoinder, words: list[str], code: int, says: str
) -> None:
    told = rejoinder(*words, code=code)

    assert says in told
    assert "Traceback" not in told


def test_without_a_graph_the_way_to_one_is_told(tmp_path: Path) -> None:
    told = Rejoinder(tmp_path / "none")("claim", CLAIM, code=5)

    assert "rejoinder up" in told


def test_status_says_how_to_connect_and_keeps_the_password(
    rejoinder: Rejoinder, neo4j: PrivateNeo4j
) -> None:
    told = rejoinder("neo4j", "status")

    connection = neo4j.status().connection
    assert connection
    assert connection.uri in told
    assert "2026.09.0" in told
    assert connection.password not in told


def test_derived_relationships_are_proven_from_the_command_line(rejoinder: Rejoinder) -> None:
    assert "0 differences" in rejoinder("derive", "--check")


def test_the_schema_is_printed_as_json(rejoinder: Rejoinder) -> None:
    assert json.loads(rejoinder("schema"))["title"] == "A Rejoinder dossier"


def test_a_dossier_is_checked_where_no_graph_runs(tmp_path: Path) -> None:
    told = Rejoinder(tmp_path / "none")("check", str(written(tmp_path, BASE)))

    assert "0 faults, 0 warnings" in told
    assert "no graph runs" in told


def test_a_neo4j_of_your_own_is_used_and_nothing_private_is_started(
    story: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection = story.connection
    monkeypatch.setenv("NEO4J_URI", connection.uri.replace("bolt", "neo4j"))
    monkeypatch.setenv("NEO4J_PASSWORD", connection.password)

    told = Rejoinder(tmp_path / "none")("claim", CLAIM)

    assert "disputed" in told
    assert not (tmp_path / "none").exists()
    monkeypatch.setenv("NEO4J_PASSWORD", "wrong")
    assert "NEO4J_PASSWORD" in Rejoinder(tmp_path)("claim", CLAIM, code=5)


def test_up_serves_until_it_is_interrupted_and_leaves_a_joined_neo4j_running(
    rejoinder: Rejoinder, neo4j: PrivateNeo4j
) -> None:
    port = free_port()
    process = rejoinder.start("up", "--port", str(port))
    answer = _wait(f"http://127.0.0.1:{port}/readyz")

    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=180)

    assert answer == 200
    assert process.returncode == 0, told
    assert f"http://127.0.0.1:{port}/maps/claims/{CLAIM}" in told
    assert "was running already" in told
    assert neo4j.status().running


def test_a_busy_port_of_the_service_is_told_before_anything_starts(tmp_path: Path) -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()

        told = Rejoinder(tmp_path)("up", "--port", str(taken.getsockname()[1]), code=6)

    assert "--port" in told
    assert not list(tmp_path.iterdir())


def test_completion_knows_acts_and_ids(neo4j: PrivateNeo4j, story: Graph) -> None:
    from api.completion import complete_act, complete_claim, complete_dossier

    os.environ["REJOINDER_HOME"] = str(neo4j.status().home)
    try:
        found = complete_claim("iran-sent-400")
        dossiers = complete_dossier("arms-for-russia-n")
    finally:
        del os.environ["REJOINDER_HOME"]

    assert story.holds_story
    assert [each[0] for each in found] == [CLAIM]
    assert [each[0] for each in dossiers] == ["arms-for-russia-north-korea"]
    assert "denied" in [each[0] for each in complete_act("de")]


def _wait(address: str) -> int:
    for _ in range(1800):
        try:
            return httpx2.get(address).status_code
        except httpx2.TransportError:
            time.sleep(0.1)
    raise AssertionError(f"{address} does not answer")


def test_a_command_imports_nothing_that_only_others_need() -> None:
    unwanted = ("api.app", "uvicorn", "fastapi", "api.prompt", "prompt_toolkit", "pyvis", "jgo")
    asked = f"import api.cli, sys; print([x for x in {unwanted} if x in sys.modules])"

    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)  # noqa: S603

    assert told.stdout.strip() == "[]"
