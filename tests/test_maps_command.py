"""``rejoinder map``: files and JSON of every map, as a person types it."""

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx2
import pytest

from api.commands.maps import maps
from api.completion import complete_group, complete_weapon
from graph.server import PrivateNeo4j
from graph.story import CLAIM
from tests.graphs import Graph
from tests.test_house import README
from tests.test_maps_served import FATH, ISLAND
from tests.typed import Rejoinder
from viz import GROUPS

DOSSIER = "arms-for-russia-missiles-fath-360-2024"
WIDER = "iran-sent-ballistic-missiles-to-russia"
DENIED = "MATCH way = (:Actor)-[:DENIED]->(:Claim {id: $claim}) RETURN way"


@pytest.fixture
def rejoinder(story: Graph, neo4j: PrivateNeo4j) -> Rejoinder:
    assert story.holds_story
    return Rejoinder(neo4j.status().home)


def timeless(graph: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in graph.items() if key != "made"}


@pytest.mark.parametrize(
    ("words", "path"),
    [
        (["claim", FATH, "--as-of", "2024-09-10"], f"claims/{FATH}?as_of=2024-09-10"),
        (["actor", "united states"], "actors/us"),
        (
            ["state", "iran", "--level", "evidence", "--no-undated"],
            "states/ir?level=evidence&undated=false",
        ),
        (["weapon", "fath-360", "--since", "2024-09-01"], "weapons/fath-360?since=2024-09-01"),
        (
            ["between", "iran", "ru", "--hide", "denied", "--hide", "open"],
            "between/ir/ru?hide=denied&hide=open",
        ),
        (["dossier", DOSSIER, "--until", "2024-09-10"], f"dossiers/{DOSSIER}?until=2024-09-10"),
        (["question", "narrower_claims", WIDER], f"questions/narrower_claims?claim={WIDER}"),
        (
            ["question", "connection", "kp", "other=united states"],
            "questions/connection?actor=kp&other=us",
        ),
        (["cypher", DENIED, "--param", f"claim={CLAIM}"], f"cypher?q={DENIED}&p.claim={CLAIM}"),
        (["schema", "--hide", "from-derived"], "schema?hide=from-derived"),
    ],
)
def test_json_is_what_the_service_answers(
    words: list[str], path: str, rejoinder: Rejoinder, service: httpx2.Client
) -> None:
    told = json.loads(rejoinder("map", *words, "--json"))

    assert timeless(told) == timeless(service.get(f"/v1/graph/{path}").json())


def test_a_file_holds_the_map_as_it_was_asked_for_and_asks_nobody(
    rejoinder: Rejoinder, tmp_path: Path
) -> None:
    file = tmp_path / "map.html"
    words = ("--level", "states", "--hide", "open", "--hide", "implied", "--open", "actor:ir")

    rejoinder("map", "claim", FATH, "-o", str(file), *words, "--since", "2024-09-01")

    html = file.read_text("utf-8")
    found = ISLAND.search(html)
    assert found
    given = json.loads(found[1])
    assert (given["level"], given["served"], given["address"]) == ("states", False, None)
    assert given["state"] == {
        "as_of": None,
        "since": "2024-09-01",
        "until": None,
        "hide": ["open", "implied"],
        "undated": True,
        "at": "actor:ir",
    }
    assert "connect-src" not in html
    assert [each.name for each in tmp_path.iterdir()] == ["map.html"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (["actor", "united states"], "us.html"),
        (["between", "iran", "russia"], "ir-ru.html"),
        (["question", "narrower-claims", WIDER], "narrower_claims.html"),
        (["schema"], "schema.html"),
    ],
)
def test_a_file_is_called_as_what_is_on_it(
    words: list[str], name: str, rejoinder: Rejoinder, tmp_path: Path, monkeypatch: Any
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent.parent))

    told = rejoinder("map", *words)

    assert told.strip() == str(tmp_path / name)
    assert (tmp_path / name).read_text("utf-8").rstrip().endswith("</html>")


@pytest.mark.parametrize("line", [x for x in README.splitlines() if x.startswith("rejoinder map ")])
def test_what_the_readme_shows_can_be_typed(
    line: str, rejoinder: Rejoinder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent.parent))

    assert rejoinder(*shlex.split(line)[1:])


def test_every_map_and_its_address_are_in_the_readme(service: httpx2.Client) -> None:
    paths = service.get("/openapi.json").json()["paths"]
    pages = [each.removeprefix("/maps/") for each in paths if each.startswith("/maps/")]
    graphs = [each.removeprefix("/v1/graph/") for each in paths if each.startswith("/v1/graph/")]
    commands = [str(each.name) for each in maps.registered_commands]

    assert pages == graphs
    assert len(pages) == len(commands)
    assert [each for each in commands if f"| `rejoinder map {each}` |" not in README] == []
    assert [each for each in pages if f"`/maps/{each.partition('{')[0]}" not in README] == []


def test_json_goes_to_a_file_where_one_is_named(rejoinder: Rejoinder, tmp_path: Path) -> None:
    file = tmp_path / "graph.json"

    told = rejoinder("map", "schema", "--json", "-o", str(file))

    assert told.strip() == str(file)
    assert json.loads(file.read_text("utf-8"))["level"] == "schema"


def test_a_statement_comes_from_a_file_or_from_standard_input(
    rejoinder: Rejoinder, neo4j: PrivateNeo4j, tmp_path: Path
) -> None:
    file = tmp_path / "denied.cypher"
    file.write_text(f":param claim => '{CLAIM}';\n{DENIED};\n", "utf-8")

    from_file = json.loads(rejoinder("map", "cypher", "-f", str(file), "--json"))
    piped = subprocess.run(
        [sys.executable, "-m", "api", "map", "cypher", "-", "--json"],
        input=file.read_bytes(),
        env={**os.environ, "REJOINDER_HOME": str(neo4j.status().home)},
        capture_output=True,
        check=True,
    )

    assert {each["group"] for each in from_file["edges"]} == {"denied"}
    assert timeless(json.loads(piped.stdout)) == timeless(from_file)


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["claim", FATH, "--hide", "denials"], 2, ", ".join(GROUPS)),
        (["claim", FATH, "--level", "all"], 2, "evidence"),
        (["claim", "iran-delivered-fath-360"], 3, FATH),
        (["state", "cia"], 2, "no state"),
        (["between", "us", "united states"], 2, "name two"),
        (["weapon", "fath 36"], 3, "weapon"),
        (["dossier", "drones"], 3, "arms-for-russia-drones"),
        (["question", "without_quote"], 2, "no graph"),
        (["question", "connection", "kp"], 2, "other: must be given"),
        (["cypher", "RETURN 1 AS one"], 2, "nothing to draw"),
        (["cypher", "MATCH (n) RETURN n; MATCH (m) RETURN m"], 2, "these are 2"),
        (["cypher", "MATCH (n) DETACH DELETE n"], 2, "only read here"),
        (["cypher", DENIED], 2, "--param claim="),
        (["schema", "-o", "/nowhere/map.html"], 2, "cannot be written"),
    ],
)
def test_what_cannot_be_drawn_is_told_in_a_sentence_and_leaves_no_file(
    words: list[str],
    code: int,
    says: str,
    rejoinder: Rejoinder,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent.parent))

    told = rejoinder("map", *words, code=code)

    assert says.lower() in " ".join(told.replace("│", " ").split()).lower()
    assert "Traceback" not in told
    assert list(tmp_path.iterdir()) == []


def test_the_shell_completes_groups_and_weapons(
    monkeypatch: pytest.MonkeyPatch, neo4j: PrivateNeo4j, story: Graph
) -> None:
    monkeypatch.setenv("REJOINDER_HOME", str(neo4j.status().home))

    assert story.holds_story
    assert complete_group("re") == ["reported", "rejected", "reacted", "relay", "relation"]
    assert [each for each, _ in complete_weapon("fath-3")] == ["fath-360", "fath-360-launcher"]
