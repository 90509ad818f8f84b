"""The console: where an error is, what is missing, what was cut off, and who may ask."""

import json

import httpx2
from starlette.testclient import TestClient

from api.app import create_app
from graph.driver import Neo4jStore
from graph.server import Connection
from graph.story import CLAIM
from tests.test_pages_of_questions import QUESTIONS, link, table

READS = {"Accept": "text/html"}
WRONG = "MATCH (a:Actor)\r\nWHERE a.id = 'ir'\r\nRETRUN a"


def test_the_console_marks_the_place_of_an_error_and_keeps_what_was_typed(
    service: httpx2.Client,
) -> None:
    answer = service.get("/cypher", params={"q": WRONG, "p.x": "kept"}, headers=READS)

    assert answer.status_code == 400
    assert 'data-line="3" data-column="1"' in answer.text
    assert "Line 3, column 1" in answer.text
    assert '<li value="3" class="at-fault"><mark>R</mark>ETRUN a</li>' in answer.text
    assert WRONG.replace("\r\n", "\n").replace("'", "&#39;") in answer.text
    assert 'name="p.x" value="kept"' in answer.text


def test_the_console_has_a_field_for_each_parameter_and_says_which_is_missing(
    service: httpx2.Client,
) -> None:
    text = "MATCH (c:Claim {id: $claim}) WHERE $day IS NULL RETURN c, c.text AS text"

    empty = service.get("/cypher", params={"q": text, "p.claim": "", "p.day": "null"})
    full = service.get("/cypher", params={"q": text, "p.claim": CLAIM, "p.day": "null"})

    assert empty.status_code == 400
    assert "The parameter $claim, not given" in empty.text
    assert full.status_code == 200
    assert 'name="p.claim"' in full.text
    assert 'name="p.day" value="null"' in full.text
    heads, rows = table(full.text)
    assert (heads, len(rows)) == (["c", "text"], 1)
    assert f'href="/claims/{CLAIM}"' in rows[0][0]
    for form in ("JSON", "CSV", "map", "Address of this statement and its answer"):
        assert service.get(link(full.text, form)).status_code == 200


def test_the_console_says_what_it_cut_off_and_what_the_server_remarks(
    service: httpx2.Client,
) -> None:
    many = service.get("/cypher", params={"q": "UNWIND range(1, 300) AS n RETURN n"}).text
    odd = service.get("/cypher", params={"q": "MATCH (a:Acter) RETURN a.id AS id"}).text

    assert "200 rows" in many
    assert "no room for more" in many
    assert ">map</a>" not in many
    assert len(service.get(link(many, "CSV")).text.splitlines()) == 301
    assert "No rows." in odd
    assert "Acter" in odd[odd.index("What the server remarks") :]


def test_a_console_that_is_switched_off_says_how_to_switch_it_on() -> None:
    store = Neo4jStore.connect(Connection("bolt://127.0.0.1:1", "neo4j", "nothing"), timeout_s=1)
    with TestClient(create_app(store)) as client:
        answer = client.get("/cypher?q=RETURN+1", headers=READS)
        client.portal.call(store.close)  # pyright: ignore[reportOptionalMemberAccess]

    assert answer.status_code == 403
    assert "<code>REJOINDER_CYPHER=true</code>" in answer.text
    assert "<textarea" not in answer.text


def test_ids_are_completed_by_their_beginning_and_else_by_words(service: httpx2.Client) -> None:
    def ids(kind: str, beginning: str) -> list[str]:
        asked = {"type": kind, "beginning": beginning}
        return [each["id"] for each in service.get("/v1/complete", params=asked).json()["rows"]]

    assert len(ids("claim", "")) > 20
    assert all(each.startswith("iran-s") for each in ids("claim", "iran-s"))
    assert CLAIM in ids("claim", "iran-s")
    assert "fath-360" in ids("weapon", "Fath-360")
    assert ids("actor", "'\"+-") == []
    assert service.get("/v1/complete", params={"type": "cat"}).status_code == 422


def test_days_are_parameters_of_a_statement_in_an_address(service: httpx2.Client) -> None:
    text = "RETURN $day < date('2024-03-01') AS earlier, $text AS text"
    asked = {"q": text, "p.day": "date('2024-02-24')", "p.text": json.dumps("date('x')")}

    answer = service.get("/v1/cypher", params=asked).json()

    assert answer["rows"] == [[True, "date('x')"]]
    assert service.get(answer["permalink"]).json()["rows"] == answer["rows"]


def test_only_a_text_of_ours_word_for_word_is_spared_the_grammar(service: httpx2.Client) -> None:
    ours = QUESTIONS["who_changed_position"]
    params = {each.name: None for each in ours.params}

    def asked(text: str) -> int:
        body = {"statement": text, "parameters": params}
        return service.post("/v1/cypher", json=body).status_code

    assert asked(ours.text) == 200
    assert asked(ours.text + " ") == 400
