"""``rejoinder cypher``: statements, files and pipes of the owner, on a real Neo4j."""

import csv
import io
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2
import pytest
from typer.testing import CliRunner

import cypher
from api.cli import app
from api.routes.cypher import CypherAnswer
from api.terminal import exit_code
from cypher import names
from graph.errors import RejoinderError
from graph.server import PrivateNeo4j
from graph.story import CLAIM
from tests.graphs import Graph
from tests.typed import QUIET, Rejoinder

FOLDER = Path(cypher.__file__).parent
QUESTIONS = [FOLDER / f"{name.replace('.', '/')}.cypher" for name in names("questions")]
WHO_DENIED = FOLDER / "questions/who_denied.cypher"
BY_HAND = "rejoinder derive"


@dataclass(frozen=True, slots=True)
class Told:
    """What a command said."""

    code: int
    out: str
    err: str


class Commands:
    """Runs ``rejoinder cypher`` in this process: what a process costs is paid twice below."""

    def __init__(self, home: Path) -> None:
        self._environment = {**QUIET, "REJOINDER_HOME": str(home)}

    def __call__(self, *words: str, typed: str = "", code: int = 0) -> Told:
        done = CliRunner().invoke(app, ["cypher", *words], input=typed, env=self._environment)
        error = done.exception
        if isinstance(error, RejoinderError):
            told = Told(exit_code(error), done.stdout, f"{done.stderr}{error}\n")
        else:
            assert error is None or isinstance(error, SystemExit), error
            told = Told(done.exit_code, done.stdout, done.stderr)
        assert told.code == code, told
        return told

    def rows(self, *words: str) -> list[list[Any]]:
        return json.loads(self(*words, "--json").out)["rows"]


@pytest.fixture
def commands(graph: Graph, neo4j: PrivateNeo4j) -> Commands:
    assert graph.connection
    return Commands(neo4j.status().home)


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
def test_a_question_file_runs_as_it_stands(path: Path, commands: Commands, story: Graph) -> None:
    assert story.holds_story

    answer = json.loads(commands("-f", str(path), "--json").out)

    assert answer["columns"]
    assert answer["rows"] or path.stem == "assessors"


def test_a_file_and_a_pipe_run_in_processes_of_their_own(story: Graph, neo4j: PrivateNeo4j) -> None:
    home = neo4j.status().home
    piped = subprocess.run(
        [sys.executable, "-m", "api", "cypher"],
        input="RETURN 1 AS one;\n\nRETURN nothing;\n",
        env={**os.environ, **QUIET, "REJOINDER_HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )

    told = Rejoinder(home)("cypher", "-f", str(WHO_DENIED))

    assert story.holds_story
    assert "iran-un-mission-2024-02-23" in told
    assert piped.returncode == 2
    assert "one" in piped.stdout
    assert "1 of 2 statements were carried out" in piped.stderr
    assert "Line 3, column 8:\n    RETURN nothing\n           ^" in piped.stderr


def test_json_is_the_answer_of_the_service(
    commands: Commands, service: httpx2.Client, story: Graph
) -> None:
    text = "MATCH (c:Claim)<-[r:ABOUT]-(s) WHERE c.id = $claim RETURN c, s.saidEarliest, r LIMIT 2"

    mine = json.loads(commands(text, "--param", f"claim={CLAIM}", "--json").out)
    theirs = service.post("/v1/cypher", json={"statement": text, "parameters": {"claim": CLAIM}})

    assert story.holds_story
    assert CypherAnswer.model_validate(mine)
    assert set(mine) == set(theirs.json())
    assert mine["rows"] == theirs.json()["rows"]


def test_the_schema_is_printed_as_the_service_tells_it(
    service: httpx2.Client, story: Graph, neo4j: PrivateNeo4j
) -> None:
    rejoinder = Rejoinder(neo4j.status().home)

    told = json.loads(rejoinder("cypher", "--schema", "--json"))
    tables = rejoinder("cypher", "--schema")

    assert story.holds_story
    assert told == service.get("/v1/schema").json()
    assert "(:Statement:Entity)  174 nodes" in tables


def test_values_are_shown_as_patterns_and_wide_rows_as_cards(
    commands: Commands, story: Graph
) -> None:
    path = "MATCH p = (n:Claim)-[r:NARROWS]->(m) RETURN n, r, p ORDER BY n.id, m.id LIMIT 1"
    wide = commands(
        "UNWIND range(1, 2) AS i RETURN i, " + ", ".join(f"'{'x' * 40}' AS c{n}" for n in range(7))
    )
    many = commands("RETURN 1 AS a, 2 AS b, 3 AS c, 4 AS d, 5 AS e, 6 AS f, 7 AS g, 8 AS h")

    told = commands(path).out

    assert story.holds_story
    assert ":Claim" in told
    assert "-[NARROWS]->" in told
    assert "-NARROWS->" in told.replace("\n", "")
    assert wide.out.count("c6") == 2
    assert many.out.splitlines()[1].split() == list("┃a┃b┃c┃d┃e┃f┃g┃h┃")


def test_what_was_cut_and_what_the_server_remarks_is_told_beside_the_rows(
    commands: Commands,
) -> None:
    told = commands(
        "UNWIND [1, 2, 3] AS i\nRETURN '=' + i AS cell, id(null)", "--csv", "--limit", "2"
    )

    assert [row["cell"] for row in csv.DictReader(io.StringIO(told.out))] == ["'=1", "'=2"]
    assert "Only the first 2 rows" in told.err
    assert "WARNING (DEPRECATION), line 2, column 25: " in told.err


def test_a_parameter_given_wins_and_a_day_is_a_day(commands: Commands, story: Graph) -> None:
    before = commands.rows("-f", str(WHO_DENIED), "--param", "asOf=2024-02-22")
    on = commands.rows("-f", str(WHO_DENIED), "--param", "asOf=2024-02-23")
    values = commands.rows(
        "RETURN $a, $b, $c",
        "--param",
        "a=[1]",
        "--param",
        "b=x y",
        "--param",
        "c=date('2024-02-23')",
    )

    assert story.holds_story
    assert (len(before), len(on)) == (0, 1)
    assert values == [[[1], "x y", {"$type": "Date", "_value": "2024-02-23"}]]


def test_several_statements_see_the_parameters_above_them(
    commands: Commands, tmp_path: Path
) -> None:
    file = tmp_path / "several.cypher"
    file.write_text(
        "// name: nothing that is checked\n:param x => {days: [date('2024-02-23')]};\n"
        "RETURN $x.days[0].year AS y, ';' AS s; // and more\n:param x => \"it's\"\nRETURN $x AS z",
        "utf-8",
    )

    told = commands("-f", str(file), "--json").out.splitlines()

    assert [json.loads(line)["rows"] for line in told] == [[[2024, ";"]], [["it's"]]]


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["RETURN $a, $b", "--param", "c=1"], 2, ["a: must be", "b: must be", "c: no statement"]),
        (["RETURN 1", "--param", "c"], 2, ["NAME=VALUE"]),
        (["RETURN 1", "-f", "x.cypher"], 2, ["exclude each other"]),
        (["RETURN 1", "--json", "--csv"], 2, ["exclude each other"]),
        (["RETURN 1; RETURN 2", "--csv"], 2, ["2 statements"]),
        (["-f", "nowhere.cypher"], 2, ["nowhere.cypher cannot be read"]),
        (["// nothing"], 2, ["no statement"]),
        ([], 2, ["no statement"]),
        ([":param x => now()\n:use y\nRETURN 1"], 2, ["Line 1: x: 'now()'", "Line 2: ':use y'"]),
        (["RETURN $n", "--param", f"n={2**70}"], 2, ["64 bits"]),
        (["CALL (*) { CREATE (:X) } IN TRANSACTIONS", "--write"], 2, ["leave IN TRANSACTIONS"]),
        (["UNWIND range(1, 10000000000) AS i RETURN sum(i)", "--timeout", "0.3"], 1, ["--timeout"]),
    ],
    ids=lambda each: str(each)[:40],
)
def test_what_cannot_be_done_is_told_with_a_code(
    words: list[str], code: int, says: list[str], commands: Commands
) -> None:
    told = commands(*words, code=code).err

    assert all(each in told for each in says)


def test_a_neo4j_of_your_own_is_asked_with_its_password(
    graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_URI", graph.connection.uri)
    monkeypatch.setenv("NEO4J_PASSWORD", graph.connection.password)
    own = Commands(tmp_path / "none")

    assert own.rows("RETURN 1") == [[1]]
    monkeypatch.setenv("NEO4J_PASSWORD", "wrong")
    assert "NEO4J_PASSWORD" in own("RETURN 1", code=5).err
    assert not (tmp_path / "none").exists()


def test_without_write_nothing_is_written_and_the_way_to_it_is_told(
    commands: Commands, empty: Graph
) -> None:
    before = empty.contents()

    told = commands("CREATE (:Note {id: 'x'}) RETURN 1", code=2)
    hidden = commands("RETURN COLLECT { CREATE (n:Note) RETURN n }", code=2)

    assert "--write" in told.err
    assert not told.out
    assert hidden.err
    assert empty.contents() == before


def test_with_write_each_statement_is_committed_and_tells_what_changed(
    commands: Commands, empty: Graph
) -> None:
    text = "CREATE (:Note {id: 'x'})-[:OF]->(:Note {id: 'y'}); MATCH (n:Note) RETURN nope"

    told = commands(text, "--write", code=2)
    kept = commands.rows("MATCH (n:Note) RETURN n.id ORDER BY n.id")
    beyond = json.loads(
        commands(
            "UNWIND range(1, 9) AS i CREATE (n:Note) RETURN n", "--write", "--limit", "2", "--json"
        ).out
    )
    gone = commands("MATCH (n:Note) DETACH DELETE n", "--write")
    again = commands("MATCH (n:Note) DETACH DELETE n", "--write")

    assert BY_HAND in told.err
    assert "2 nodes created" in told.err
    assert "1 relationship created" in told.err
    assert "1 of 2 statements were carried out before it and stay" in told.err
    assert kept == [["x"], ["y"]]
    assert (len(beyond["rows"]), beyond["truncated"]) == (2, "rows")
    assert beyond["changes"]["nodes_created"] == 9
    assert "11 nodes deleted" in gone.err
    assert "nothing changed" in again.err
    assert BY_HAND not in commands("RETURN 1").err
