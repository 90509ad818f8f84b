"""Cypher over HTTP: what legitimate statements answer, and in which forms."""

import asyncio
import csv
import io
import json
import socket
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode, urlsplit

import httpx2
import pytest

from cypher import load
from tests.graphs import Graph
from tests.guest import Case, legitimate

LEGITIMATE = legitimate()
LONG = "MATCH (a), (b), (c) WHERE a.id + b.id + c.id = '' RETURN count(*) AS number"
ABOUT = "MATCH (c:Claim {id: $claim}) RETURN c.text AS text"


def ask(service: httpx2.Client, text: str, **more: Any) -> httpx2.Response:
    return service.post("/v1/cypher", json={"statement": text, **more})


def running(story: Graph) -> int:
    """Return how many transactions of strangers the server lists."""
    listed = story.ask(story.store.run(load("guest.any_running"), {}))
    return listed[0]["transactions"]


def until(truth: Callable[[], bool], seconds: float) -> bool:  # 8: soon, and not the limit of 10
    end = time.monotonic() + seconds
    while not truth():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


@pytest.mark.parametrize("case", LEGITIMATE, ids=str)
def test_what_is_legitimate_is_answered(case: Case, service: httpx2.Client) -> None:
    answer = ask(service, case.text, parameters=case.params)

    assert answer.status_code == 200, answer.text
    assert answer.json()["columns"]


def test_values_that_json_has_no_form_for_keep_all_that_they_are(service: httpx2.Client) -> None:
    text = """RETURN 9007199254740993 AS a, 1.0/0 AS b, date('2024-02-29') AS c,
      datetime('2024-02-29T10:00:00.123456789+03:30') AS d, localdatetime('2024-02-29T10:00') AS e,
      time('10:00:00+01:00') AS f, localtime('10:00') AS g, duration('P1M2DT3.5S') AS h,
      point({longitude: 51.4, latitude: 35.7}) AS i, {`$type`: 'x'} AS j,
      [1, null, 'a', true] AS k"""

    answer = ask(service, text).json()

    told = dict(zip(answer["columns"], answer["rows"][0], strict=True))
    assert told["a"] == {"$type": "Integer", "_value": "9007199254740993"}
    assert told["b"] == {"$type": "Float", "_value": "Infinity"}
    assert told["c"] == {"$type": "Date", "_value": "2024-02-29"}
    assert told["d"] == {"$type": "ZonedDateTime", "_value": "2024-02-29T10:00:00.123456789+03:30"}
    assert told["e"]["$type"] == "LocalDateTime"
    assert (told["f"]["$type"], told["g"]["$type"]) == ("Time", "LocalTime")
    assert told["h"] == {"$type": "Duration", "_value": "P1M2DT3.5S"}
    assert told["i"] == {"$type": "Point", "_value": "SRID=4326;POINT (51.4 35.7)"}
    assert told["j"] == {"$type": "Map", "_value": {"$type": "x"}}
    assert told["k"] == [1, None, "a", True]


def test_nodes_relationships_and_paths_are_told_apart(service: httpx2.Client) -> None:
    text = "MATCH way = (a:Claim)-[r:PRESUPPOSES]->(b:Claim) RETURN a, r, way LIMIT 1"

    node, edge, way = ask(service, text).json()["rows"][0]

    assert node["$type"] == "Node"
    assert node["_value"]["_properties"]["id"] == "fath-360-arrived-without-launchers"
    assert edge["_value"]["_type"] == "PRESUPPOSES"
    assert [each["$type"] for each in way["_value"]] == ["Node", "Relationship", "Node"]
    assert edge["_value"]["_start_node_element_id"] == node["_value"]["_element_id"]


def test_an_address_asks_again_what_was_asked(service: httpx2.Client) -> None:
    params = {"claim": "iran-arms-neither-side", "odd": [1, {"a": "123"}], "text": "12"}
    text = "RETURN $claim AS a, $odd AS b, $text AS c"

    posted = ask(service, text, parameters=params, rows=5).json()
    again = service.get(posted["permalink"]).json()
    long = ask(service, "RETURN $a AS a", parameters={"a": "x" * 9_000}).json()

    assert posted["rows"] == [["iran-arms-neither-side", [1, {"a": "123"}], "12"]]
    assert again == posted
    assert long["permalink"] is None
    assert service.get(f"/v1/cypher?q=RETURN+$a+AS+a&p.a={'[' * 9_000}").status_code == 200


def test_rows_come_as_lines_when_asked_so(service: httpx2.Client) -> None:
    text = "UNWIND range(1, 3) AS number RETURN number, date('2024-01-01') AS day"

    answer = ask(service, text, format="ndjson")

    head, *rows, tail = [json.loads(line) for line in answer.text.splitlines()]
    assert answer.headers["content-type"] == "application/x-ndjson"
    assert head["columns"] == ["number", "day"]
    assert rows[2] == [3, {"$type": "Date", "_value": "2024-01-01"}]
    assert tail == {"truncated": None}


def test_a_refusal_of_lines_is_a_problem_and_a_failure_among_them_is_the_last(
    service: httpx2.Client,
) -> None:
    refused = ask(service, "MATCH (n) DELETE n", format="ndjson")
    failed = ask(service, "UNWIND [1, 0] AS x RETURN 1 / x AS y", format="ndjson")

    assert refused.status_code == 400
    assert refused.json()["rule"] == "command"
    assert "by zero" in json.loads(failed.text.splitlines()[-1])["error"]


def test_lines_that_take_too_long_end_with_a_line_that_says_so(
    service: httpx2.Client, story: Graph
) -> None:
    text = f"UNWIND range(1, 20) AS x RETURN x UNION ALL {LONG.replace('number', 'x')}"

    told = ((s, ask(service, text, format="ndjson", timeout=s)) for s in (1, 2, 4, 8))
    limit, lines = next((s, x.text.splitlines()) for s, x in told if "[1]" in x.text or s == 8)

    assert lines[1] == "[1]"  # within a second, unless a busy machine plans for longer
    assert f"longer than the {limit} s" in json.loads(lines[-1])["error"]
    assert until(lambda: running(story) == 0, 8)


def test_tables_cannot_run_in_a_spreadsheet(service: httpx2.Client) -> None:
    text = "RETURN '=1+1' AS `=a`, {b: 1} AS map, ['x', '-y'] AS list, date('2024-01-02') AS day"

    table = list(csv.reader(io.StringIO(ask(service, text, format="csv").text)))

    assert table == [["'=a", "map", "list", "day"], ["'=1+1", '{"b":1}', "x | -y", "2024-01-02"]]


def test_more_rows_than_may_be_are_cut_and_it_says_so(service: httpx2.Client) -> None:
    many = ask(service, "UNWIND range(1, 1500) AS x RETURN x").json()
    few = ask(service, "UNWIND range(1, 1500) AS x RETURN x", rows=10).json()
    exact = ask(service, "UNWIND range(1, 1000) AS x RETURN x").json()

    assert (len(many["rows"]), many["truncated"]) == (1000, "rows")
    assert (len(few["rows"]), few["truncated"]) == (10, "rows")
    assert (len(exact["rows"]), exact["truncated"]) == (1000, None)


def test_more_bytes_than_may_be_are_cut_and_it_says_so(service: httpx2.Client) -> None:
    text = "UNWIND range(1, 1000) AS x RETURN $a AS a, $b AS b"
    params = {"a": "x" * 10_000, "b": "y" * 10_000}

    answer = ask(service, text, parameters=params)

    assert answer.json()["truncated"] == "bytes"
    assert 7_900_000 < len(answer.content) < 8_100_000


def test_what_the_server_remarks_comes_back_in_words_with_its_place(
    service: httpx2.Client,
) -> None:
    text = "MATCH (a:Claim),\n  (b:Claims)\nRETURN a.colour AS x, count(b) AS y"

    notes = ask(service, text).json()["notes"]

    told = {(each["category"], each["line"]) for each in notes}
    assert ("UNRECOGNIZED", 2) in told
    assert ("UNRECOGNIZED", 3) in told
    assert any("cartesian product" in each["description"] for each in notes)


def test_what_the_server_does_not_understand_is_shown_at_its_place(
    service: httpx2.Client,
) -> None:
    answer = ask(service, "MATCH (c:Claim)\nRETURN c.id AS id, d.id AS other")

    problem = answer.json()
    assert (answer.status_code, problem["type"]) == (400, "/problems/cypher")
    assert (problem["line"], problem["column"]) == (2, 20)
    assert "    RETURN c.id AS id, d.id AS other\n" + " " * 23 + "^" in problem["detail"]
    assert "not defined" in problem["detail"]


def test_a_syntax_error_is_shown_at_its_place(service: httpx2.Client) -> None:
    problem = ask(service, "MATCH (c:Claim)\nRETRN c").json()

    assert (problem["type"], problem["line"], problem["column"]) == ("/problems/refused", 2, 1)
    assert "    RETRN c\n    ^\nUse MATCH" in problem["detail"]


def test_a_day_that_cannot_be_carried_over_is_told(service: httpx2.Client) -> None:
    problem = ask(service, "RETURN date({year: 123456}) AS day").json()

    assert (problem["status"], "9999" in problem["detail"]) == (400, True)


def test_a_statement_that_takes_too_long_is_ended(service: httpx2.Client, story: Graph) -> None:
    answer = ask(service, LONG, timeout=1)

    assert (answer.status_code, answer.json()["type"]) == (504, "/problems/too-slow")
    assert "longer than the 1 s" in answer.json()["detail"]
    assert until(lambda: running(story) == 0, 8)


def test_a_caller_who_hangs_up_ends_the_statement_on_the_server(
    address: str, service: httpx2.Client, story: Graph
) -> None:
    place = urlsplit(address)
    path = f"/v1/cypher?{urlencode({'q': LONG})}"
    with socket.create_connection((place.hostname, place.port)) as caller:
        caller.sendall(f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        began = until(lambda: running(story) == 1, 8)

    assert began
    assert until(lambda: running(story) == 0, 8)


def test_a_caller_of_lines_who_hangs_up_ends_the_statement_too(
    service: httpx2.Client, story: Graph, caplog: pytest.LogCaptureFixture
) -> None:
    text = "UNWIND range(1, 10000) AS x MATCH (a), (b) RETURN a.id AS a, b.id AS b"
    with service.stream(
        "POST", "/v1/cypher", json={"statement": text, "format": "ndjson"}
    ) as answer:
        next(answer.iter_lines())

    assert until(lambda: running(story) == 0, 8)
    assert [each for each in caplog.records if each.levelname == "ERROR"] == []


def test_as_many_as_may_are_answered_and_one_more_is_asked_to_come_back(
    address: str, service: httpx2.Client, story: Graph
) -> None:
    async def five() -> list[httpx2.Response]:
        async with httpx2.AsyncClient(base_url=address, timeout=30) as client:
            body = {"statement": LONG, "timeout": 2}
            return await asyncio.gather(*(client.post("/v1/cypher", json=body) for _ in range(5)))

    def one_too_many() -> bool:
        # A place of an earlier test is free a moment after its statement has ended.
        told.extend(asyncio.run(five()))
        return sorted(each.status_code for each in told[-5:]) == [503, 504, 504, 504, 504]

    told: list[httpx2.Response] = []

    assert until(one_too_many, 20)
    refusal = next(each for each in told[-5:] if each.status_code == 503)
    assert refusal.json()["type"] == "/problems/busy"
    assert int(refusal.headers["retry-after"]) >= 1
    assert until(lambda: running(story) == 0, 8)
    assert until(lambda: ask(service, "RETURN 1 AS one").status_code == 200, 5)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"statement": "RETURN 1", "timeout": 60}, "at most 10"),
        ({"statement": "RETURN 1", "rows": 5000}, "at most 1000"),
        ({"statement": "RETURN 1", "params": {}}, "no such parameter"),
        ({}, "statement: Field required"),
    ],
)
def test_what_is_asked_beyond_a_limit_or_not_meant_is_told(
    body: dict[str, Any], words: str, service: httpx2.Client
) -> None:
    answer = service.post("/v1/cypher", json=body)

    assert answer.status_code in (400, 422)
    assert words in answer.json()["detail"]


def test_a_body_beyond_all_bounds_is_not_read(service: httpx2.Client) -> None:
    answer = ask(service, "RETURN $a AS a", parameters={"a": "x" * 5_000_000})

    assert answer.status_code == 413
    assert answer.json()["status"] == 413


def test_parameters_that_are_none_of_the_statement_are_told(service: httpx2.Client) -> None:
    answer = service.get("/v1/cypher", params={"q": ABOUT, "claim": "x"})

    assert answer.status_code == 400
    assert "that of the statement is p.claim" in answer.json()["detail"]


def test_what_a_statement_returns_is_drawn(service: httpx2.Client) -> None:
    text = "MATCH way = (:Actor)-[:DENIED {explicit: false}]->(:Claim) RETURN way LIMIT 20"

    drawn = service.get("/maps/cypher", params={"q": text})
    table = service.get("/maps/cypher", params={"q": "RETURN 1 AS one"})

    assert "denied, implied" in drawn.text
    assert "unsafe" not in drawn.headers["content-security-policy"]
    assert table.status_code == 400
    assert "nothing to draw" in table.json()["detail"]
