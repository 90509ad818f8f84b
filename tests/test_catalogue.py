"""The catalogue of questions: over HTTP, on the command line, with files of the user's own."""

import csv
import io
import json
from functools import partial
from pathlib import Path

import httpx2
import pytest
import typer
from typer.main import get_command

from api.cli import app
from api.completion import complete_question, complete_value
from cypher import names
from graph.driver import Neo4jReader
from graph.errors import BadRequest
from graph.questions import catalogue, check_own, drawn
from graph.server import PrivateNeo4j
from graph.story import CLAIM
from tests.graphs import Graph
from tests.readme import README, table, written
from tests.typed import Rejoinder

QUESTIONS = catalogue().questions
DRAWN = sorted(name for name, each in QUESTIONS.items() if drawn(each))

OWN = """\
// name:    questions.denials_by
// mode:    read
// asks:    How many denials did an actor make?
// param:   actor  STRING NOT NULL  id of the actor
// param:   since  DATE             said on this day or later; null for all
// values:  actor  ids of actors
// returns: denials  INTEGER  how many
//
// A count of statements, not of people.
:param actor => 'nasser-kanaani';
:param since => null;

MATCH (:Actor {id: $actor})<-[:MADE_BY]-(statement:Statement {act: 'denies'})
WHERE $since IS NULL OR statement.saidEarliest >= $since
RETURN count(statement) AS denials
ORDER BY denials;
"""


@pytest.fixture
def rejoinder(story: Graph, neo4j: PrivateNeo4j) -> Rejoinder:
    assert story.holds_story
    return Rejoinder(neo4j.status().home)


def test_the_thirty_questions_are_listed_with_what_they_take_and_give(
    service: httpx2.Client,
) -> None:
    listed = service.get("/v1/questions").json()["rows"]

    assert [each["name"] for each in listed] == sorted(QUESTIONS)
    assert len(listed) == len(names("questions")) == 30
    by_name = {each["name"]: each for each in listed}
    clock = by_name["what_stood_on"]["parameters"][2]
    assert (clock["required"], clock["allowed"], clock["example"]) == (
        True,
        ["said", "recorded"],
        "said",
    )
    claim = by_name["origins"]["parameters"][0]
    assert (claim["type"], claim["idsOf"]) == ("STRING", "claim")
    assert all(each["about"] and each["columns"] for each in listed)


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_answers_at_the_address_that_the_list_shows(
    name: str, service: httpx2.Client
) -> None:
    listed = {each["name"]: each for each in service.get("/v1/questions").json()["rows"]}

    answer = service.get(listed[name]["ask"])
    text = service.get(listed[name]["cypher"])
    joint = "&" if "?" in listed[name]["ask"] else "?"
    table = service.get(f"{listed[name]['ask']}{joint}format=csv")

    assert answer.status_code == 200, answer.text
    found = answer.json()
    assert found["question"] == QUESTIONS[name].asks
    columns = [each["name"] for each in listed[name]["columns"]]
    assert all(list(row) == columns for row in found["rows"])
    assert text.text == QUESTIONS[name].source
    lines = list(csv.reader(io.StringIO(table.text)))
    assert (lines[0], len(lines) - 1) == (columns, len(found["rows"]))


@pytest.mark.parametrize("name", QUESTIONS)
def test_rows_that_are_a_graph_are_drawn_and_others_say_why_not(
    name: str, service: httpx2.Client
) -> None:
    example = {each.name: each.example for each in QUESTIONS[name].params if each.example}

    answer = service.get(f"/maps/questions/{name}", params=example)

    if name in DRAWN:
        assert answer.headers["content-type"].startswith("text/html")
        assert "unsafe" not in answer.headers["content-security-policy"]
    else:
        assert answer.status_code == 400
        assert "no graph" in answer.json()["detail"]


def test_the_table_of_the_readme_has_every_question_and_what_it_answers(
    service: httpx2.Client,
) -> None:
    assert written(README.read_text("utf-8")) == table(service)


def test_every_value_that_cannot_be_meant_is_told_at_once(service: httpx2.Client) -> None:
    address = "/v1/questions/what_stood_on?day=tomorrow&clock=maybe&colour=red"

    told = service.get(address).json()["detail"]

    assert "colour is no parameter of it (it takes claim, day, clock)" in told
    assert "claim: must be given" in told
    assert "'tomorrow' is no DATE" in told
    assert "'maybe' is none of said, recorded" in told


@pytest.mark.parametrize(
    ("asked", "status", "words"),
    [
        ("/v1/questions/orgins", 404, "origins"),
        ("/v1/questions/orgins.cypher", 404, "origins"),
        ("/v1/questions/origins?claim=iran-sent-400-missiles", 404, "Nearest: iran-sent-400"),
        ("/v1/questions/origins?claim=ir", 404, "no claim with the id 'ir'"),
        (f"/v1/questions/origins?claim={CLAIM}&claim=x", 400, "claim: given more than once"),
        (f"/v1/questions/origins?claim={CLAIM}&limit=0", 422, "limit"),
    ],
)
def test_what_is_not_there_or_not_meant_is_a_problem_that_says_what_would_be(
    asked: str, status: int, words: str, service: httpx2.Client
) -> None:
    answer = service.get(asked)

    assert answer.status_code == status
    assert words in answer.json()["detail"]


def test_days_are_parameters_in_either_spelling_and_cut_the_answer(
    service: httpx2.Client,
) -> None:
    address = f"/v1/questions/who-denied?claim={CLAIM}"

    before = service.get(f"{address}&as_of=2024-02-22").json()
    also = service.get(f"{address}&asOf=2024-02-22").json()
    on = service.get(f"{address}&asOf=2024-02-23").json()

    assert before == also
    assert before["parameters"]["asOf"] == "2024-02-22"
    assert (len(before["rows"]), len(on["rows"])) == (0, 1)


def test_an_answer_that_was_cut_says_so(service: httpx2.Client) -> None:
    whole = service.get("/v1/questions/without_quote?limit=500").json()
    cut = service.get("/v1/questions/without_quote?limit=3").json()

    assert (whole["truncated"], cut["truncated"]) == (False, True)
    assert cut["rows"] == whole["rows"][:3]


def test_paths_are_nodes_and_relationships_by_the_ids_of_the_graph(service: httpx2.Client) -> None:
    address = "/v1/questions/presupposed?claim=fath-360-arrived-without-launchers"

    path = service.get(address).json()["rows"][0]["path"]

    ends = ("fath-360-arrived-without-launchers", "iran-delivered-fath-360-to-russia")
    assert tuple(each["id"] for each in path["nodes"]) == ends
    step = path["relationships"][0]
    assert (step["type"], step["start"], step["end"]) == ("PRESUPPOSES", *ends)


def test_a_question_of_the_users_own_is_one_file(tmp_path: Path, story: Graph) -> None:
    (tmp_path / "denials_by.cypher").write_text(OWN, "utf-8")
    known = catalogue(tmp_path)

    found = story.ask(known.ask(story.store, "denials-by", {"actor": "nasser-kanaani"}))

    assert len(known.questions) == 31
    assert found.rows == [{"denials": 3}]


def test_faults_in_files_of_the_users_own_are_all_told_each_with_its_line(tmp_path: Path) -> None:
    wrong = OWN.replace("denials_by", "a").replace("$actor}", "$act}").replace("DATE", "DAY ")
    (tmp_path / "a.cypher").write_text(wrong, "utf-8")
    writes = OWN.replace("denials_by", "origins").replace("mode:    read", "mode:    write")
    (tmp_path / "origins.cypher").write_text(writes, "utf-8")
    (tmp_path / "b.cypher").write_text(OWN.replace("denials_by", "b").replace("actors", "persons"))

    with pytest.raises(BadRequest) as told:
        catalogue(tmp_path)

    text = str(told.value)
    assert "5 faults" in text
    assert "questions.a, line 4: declares actor, does not use it" in text
    assert "questions.a, line 13: uses $act, does not declare it" in text
    assert "questions.b, line 4: param: actor: there are no ids of persons" in text
    assert "questions.origins, line 1: name: a question that ships is called so" in text
    assert "questions.origins, line 2: mode: a question reads" in text


def test_a_question_of_ones_own_that_the_server_does_not_understand_is_told_by_line(
    tmp_path: Path, story: Graph
) -> None:
    texts = {
        "a": OWN.replace("RETURN count(statement)", "RETURN count(sentence)"),
        "b": OWN.replace("AS denials\nORDER BY denials", "AS number\nORDER BY number"),
        "c": OWN.replace("RETURN", "SET statement.act = 'x'\nRETURN"),
        "d": OWN,
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.cypher").write_text(text.replace("denials_by", name), "utf-8")

    async def check() -> None:
        reader = Neo4jReader.connect(story.connection, at_once=1)
        try:
            await check_own(catalogue(tmp_path), partial(reader.explain, tag="x", timeout_s=5))
        finally:
            await reader.close()

    with pytest.raises(BadRequest) as told:
        story.ask(check())

    number, *lines = str(told.value).splitlines()
    assert number.startswith("3 faults")
    assert lines[0].startswith("questions.a, line 15: Variable `sentence` not defined")
    assert lines[1] == "questions.b, line 13: returns number; its header says denials"
    assert "questions.c, line" in lines[2]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadRequest, match="is no folder"):
        catalogue(tmp_path / "none")


def test_ask_lists_describes_and_answers_on_the_command_line(rejoinder: Rejoinder) -> None:
    listed = rejoinder("ask")
    described = rejoinder("ask", "what-stood-on", "--describe")
    asked = rejoinder("ask", "parties_without_position", "iran-sent-ballistic-missiles-to-russia")

    assert all(name in listed for name in QUESTIONS)
    assert "said or recorded" in described
    assert "Two clocks that must not be mixed" in described
    assert "Russia" in asked
    assert rejoinder("ask", "origins", "--cypher") == QUESTIONS["origins"].source


def test_ask_gives_what_the_service_gives(rejoinder: Rejoinder, service: httpx2.Client) -> None:
    address = "/v1/questions/connection?actor=kp&other=us"
    words = ("ask", "connection", "north korea", "other=United States")

    assert json.loads(rejoinder(*words, "--json")) == service.get(address).json()
    table = service.get(f"{address}&format=csv").text
    assert rejoinder(*words, "--csv").splitlines() == table.splitlines()


def test_the_shell_completes_questions_parameters_ids_and_words(
    monkeypatch: pytest.MonkeyPatch, neo4j: PrivateNeo4j, story: Graph
) -> None:
    monkeypatch.setenv("REJOINDER_HOME", str(neo4j.status().home))
    context = typer.Context(get_command(app))
    context.params["question"] = "what-stood-on"

    names = [name for name, _ in complete_question("who_d")]
    params = [name for name, _ in complete_value(context, "")]
    ids = [name for name, _ in complete_value(context, "claim=iran-sent-4")]
    words = [name for name, _ in complete_value(context, "clock=")]

    assert story.holds_story
    assert names == ["who_denied"]
    assert params == ["claim=", "day=", "clock="]
    assert ids == [f"claim={CLAIM}"]
    assert words == ["clock=said", "clock=recorded"]
    assert complete_value(context, "nothing=x") == []


def test_ask_writes_a_map_and_refuses_what_it_cannot_mean(
    rejoinder: Rejoinder, tmp_path: Path
) -> None:
    file = tmp_path / "map.html"

    rejoinder("ask", "narrower_claims", CLAIM, "--map", str(file))
    missing = rejoinder("ask", "connection", "kp", code=2)
    unknown = rejoinder("ask", "connection", "kp", "other=atlantis", code=3)

    assert "Which claims narrow the claim" in file.read_text("utf-8")
    assert "other: must be given" in missing
    assert "atlantis" in unknown
