"""The service over real HTTP."""

import csv
import io
import json
from typing import Any

import httpx2
import pytest

from api import examples
from api.problems import PROBLEMS
from graph import errors
from graph.errors import RejoinderError
from graph.story import CLAIM
from graph.vocabulary import ACTS
from tests.examples import ADDRESSES, shown

FATH = "iran-delivered-fath-360-to-russia"


def rows(service: httpx2.Client, address: str) -> list[dict[str, Any]]:
    answer = service.get(address)
    assert answer.status_code == 200, answer.text
    return answer.json()["rows"]


def test_who_denied_answers_the_mission_implicit_with_words_and_documents(
    service: httpx2.Client,
) -> None:
    found = rows(service, f"/v1/who/denied?claim={CLAIM}")

    assert [each["statement"] for each in found] == ["iran-un-mission-2024-02-23"]
    denial = found[0]
    assert denial["speakers"][0]["id"] == "iran-un-mission"
    assert denial["onBehalfOf"][0]["id"] == "ir"
    assert (denial["explicit"], denial["restsOn"]) == (False, "characterisation")
    assert denial["said"] == "2024-02-23"
    assert len(denial["reports"]) >= 2
    assert "denies" in {each["characterisedAs"] for each in denial["reports"]}
    assert any("morally obligated" in (each["quote"] or "") for each in denial["reports"])


@pytest.mark.parametrize("word", [each.act.value for each in ACTS.values()])
def test_every_act_has_an_address_also_by_its_plain_verb(service: httpx2.Client, word: str) -> None:
    verb = next(each.past for each in ACTS.values() if each.act == word)

    by_act, by_verb = (rows(service, f"/v1/who/{each}?limit=500") for each in (word, verb))

    assert by_act == by_verb
    assert {each["act"] for each in by_act} <= {word}


@pytest.mark.parametrize(
    ("condition", "some"),
    [
        (f"claim={FATH}", "nasser-kanaani-2024-09-10"),
        ("speaker=dmitry-peskov", "dmitry-peskov-2024-09-11"),
        ("state=ru", "dmitry-peskov-2024-09-11"),
        ("about=ir", "iran-un-mission-2024-02-23"),
        ("weapon=fath-360", "nasser-kanaani-2024-09-10"),
        ("weapon=fateh-110", "iran-un-mission-2024-02-23"),
        ("supplier=ir&recipient=ru", "iran-un-mission-2024-02-23"),
        ("dossier=arms-for-russia-missiles-early-2024", "iran-un-mission-2024-02-23"),
        ("since=2024-02-01&until=2024-02-29", "iran-un-mission-2024-02-23"),
        ("named=true", "iran-un-mission-2024-02-23"),
        ("named=false", "reuters-iranian-diplomat-resolution-2231-2022-10-18"),
        ("as_of=2024-02-23", "iran-un-mission-2024-02-23"),
    ],
)
def test_each_condition_keeps_some_denials_and_leaves_others_out(
    service: httpx2.Client, condition: str, some: str
) -> None:
    every = {each["statement"] for each in rows(service, "/v1/who/denied?limit=500")}

    kept = {each["statement"] for each in rows(service, f"/v1/who/denied?limit=500&{condition}")}

    assert some in kept
    assert kept < every


def test_explicit_only_leaves_the_implied_denial_out(service: httpx2.Client) -> None:
    assert rows(service, f"/v1/who/denied?claim={CLAIM}&explicit_only=true") == []


def test_the_day_before_the_denial_does_not_know_it(service: httpx2.Client) -> None:
    assert rows(service, f"/v1/who/denied?claim={CLAIM}&as_of=2024-02-22") == []
    before = service.get(f"/v1/claims/{CLAIM}?as_of=2024-02-22").json()
    assert before["standing"]["opposing"] == 0


def test_following_next_gives_every_row_once(service: httpx2.Client) -> None:
    address: str | None = "/v1/who/denied?limit=4"
    found: list[str] = []

    while address:
        page = service.get(address).json()
        found += [each["statement"] for each in page["rows"]]
        address = page["next"]

    every = [each["statement"] for each in rows(service, "/v1/who/denied?limit=500")]
    assert len(every) > 20
    assert found == every


def test_csv_has_a_line_for_each_row_and_runs_no_formula(service: httpx2.Client) -> None:
    answer = service.get("/v1/who/denied?about=ir&limit=3&format=csv")

    table = list(csv.DictReader(io.StringIO(answer.text)))
    assert answer.headers["content-type"].startswith("text/csv")
    assert 'rel="next"' in answer.headers["link"]
    assert len(table) == 3
    assert all(row["speakers.name"] and row["reports.document"] for row in table)


def test_csv_parts_the_voices_of_a_statement_in_the_same_order_in_every_column(
    service: httpx2.Client,
) -> None:
    answer = service.get(f"/v1/who/denied?claim={CLAIM}&format=csv")

    row = next(csv.DictReader(io.StringIO(answer.text)))
    assert row["voices.id"] == "ir | iran-mfa | iran-un-mission"
    assert row["voices.type"] == "State | Institution | Institution"
    assert row["voices.as"] == "on behalf | organ | itself"


def test_a_claim_has_standing_positions_timeline_and_origins(service: httpx2.Client) -> None:
    found = service.get(f"/v1/claims/{CLAIM}").json()

    assert found["standing"]["standing"] == "disputed"
    assert [each["origin"] for each in found["origins"]] == ["reuters"]
    assert len(found["positions"]) == len(found["timeline"]) == 13
    accused = {each["id"]: each["acts"] for each in found["standing"]["accused"]}
    assert accused == {"ir": ["declines_to_comment", "denies"], "ru": ["no_response"]}


def test_the_us_shows_both_its_voices_and_the_change(service: httpx2.Client) -> None:
    found = service.get("/v1/actors/us").json()

    held = {(each["claim"]["id"], each["act"]) for each in found["positions"]}
    assert {(CLAIM, "declines_to_confirm"), (FATH, "confirms")} <= held
    assert "narrower claim" in {each["kind"] for each in found["changes"]}


def test_a_statement_comes_with_its_thread(service: httpx2.Client) -> None:
    found = service.get("/v1/statements/iran-un-mission-2024-02-23").json()

    assert "reuters-six-sources-2024-02-21" in [each["answered"] for each in found["thread"]]


def test_words_that_no_index_keeps_hinder_no_search(service: httpx2.Client) -> None:
    found = rows(service, "/v1/search?q=Ministry+of+Defence+of+Iran&type=Actor")

    assert found[0]["id"] == "iran-mod"


def test_search_ignores_accents_and_cannot_be_made_to_fail(service: httpx2.Client) -> None:
    assert rows(service, "/v1/search?q=Zölfaghár")[0]["id"] == "zolfaghar"
    for odd in ('"', "a AND", "/", "(a", "x:y", "\\", "*"):
        answer = service.get("/v1/search", params={"q": odd})
        assert answer.status_code in (200, 400), answer.text


@pytest.mark.parametrize(
    ("path", "status", "says"),
    [
        ("/v1/claims/iran-sent-400-balistic-missiles-to-russia", 404, CLAIM),
        ("/v1/actors/dmitry-peskow", 404, "dmitry-peskov"),
        ("/v1/statements/nothing-like-it", 404, "no statement"),
        ("/v1/documents/reuters-2024-02-20", 404, "reuters-2024-02-21"),
        ("/v1/weapons/zolfagar", 404, "zolfaghar"),
        ("/v1/who/denyed", 400, "denied"),
        ("/v1/who/denied?claim=nope", 404, "no claim"),
        ("/v1/who/denied?dossier=launchers-2025", 404, "arms-for-russia-launchers-2025"),
        ("/v1/who/denied?cliam=x", 422, "no such parameter"),
        ("/v1/who/denied?as_of=soon", 422, "as_of"),
        ("/v1/who/denied?limit=0", 422, "limit"),
        ("/maps/claims/nope", 404, "no claim"),
        ("/nowhere", 404, "Not Found"),
    ],
)
def test_an_error_is_a_problem_that_says_what_would_be_right(
    service: httpx2.Client, path: str, status: int, says: str
) -> None:
    answer = service.get(path)

    problem = answer.json()
    assert answer.status_code == problem["status"] == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert says in problem["detail"]
    assert problem["instance"] == path.partition("?")[0]


def test_a_problem_never_repeats_what_was_sent(service: httpx2.Client) -> None:
    answer = service.get("/v1/who/denied", params={"as_of": "<script>alert(1)</script>"})

    assert "script" not in answer.text


def test_every_error_of_the_domain_is_a_problem_of_its_own_or_of_its_base() -> None:
    kinds = [getattr(errors, name) for name in errors.__all__]

    unplaced = [each for each in kinds if not set(each.__mro__) & set(PROBLEMS)]

    assert RejoinderError in PROBLEMS
    assert not unplaced


def test_health_and_readiness(service: httpx2.Client) -> None:
    assert service.get("/healthz").json() == {"status": "ok"}
    assert service.get("/readyz").json() == {"status": "ok"}


@pytest.mark.parametrize("name", examples.names())
def test_every_example_in_the_schema_is_what_the_service_answers(
    service: httpx2.Client, name: str
) -> None:
    example = examples.load(name)

    answer = service.get(example["address"]).json()

    assert example["address"] == ADDRESSES[name]
    assert shown(answer) == example["answer"]


def test_the_schema_describes_every_parameter_and_every_problem(service: httpx2.Client) -> None:
    schema = service.get("/openapi.json").json()

    for path, operations in schema["paths"].items():
        for operation in operations.values():
            assert operation["description"], path
            bare = [p["name"] for p in operation.get("parameters", []) if not about(p)]
            assert set(bare) <= {"claim", "actor", "statement", "document", "weapon"}, path
            assert "application/problem+json" in json.dumps(operation["responses"]["4XX"]), path


def about(parameter: dict[str, Any]) -> str:
    return parameter.get("description") or parameter["schema"].get("description", "")


@pytest.mark.parametrize("path", [f"/maps/claims/{CLAIM}", "/maps/actors/us"])
def test_a_map_is_served_sealed(service: httpx2.Client, path: str) -> None:
    answer = service.get(path)

    policy = answer.headers["content-security-policy"]
    assert answer.status_code == 200
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "frame-ancestors" in policy
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_reader_without_a_graph_is_told_so_and_the_service_lives() -> None:
    from starlette.testclient import TestClient

    from api.app import create_app
    from graph.driver import Neo4jStore
    from graph.server import Connection
    from graph.server.ports import free_port

    nobody = Connection(f"bolt://127.0.0.1:{free_port()}", "neo4j", "nothing")
    store = Neo4jStore.connect(nobody, timeout_s=1)
    with TestClient(create_app(store)) as client:
        answer = client.get("/readyz")
        alive = client.get("/healthz")
        client.portal.call(store.close)  # pyright: ignore[reportOptionalMemberAccess]

    assert (answer.status_code, alive.status_code) == (503, 200)
    assert "rejoinder neo4j status" in answer.json()["detail"]
