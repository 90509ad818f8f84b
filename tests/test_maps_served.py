"""Maps over real HTTP: every address as a page and as JSON, its filters, its errors."""

import json
import re
from typing import Any

import httpx2
import pytest

from graph.story import CLAIM
from viz import GROUPS, LEVELS

FATH = "iran-delivered-fath-360-to-russia"
SUBJECTS = (
    f"claims/{FATH}",
    "actors/us",
    "states/ir",
    "weapons/fath-360",
    "between/ir/ru",
    "dossiers/arms-for-russia-missiles-fath-360-2024",
)
GRAPHS = (
    "questions/narrower_claims?claim=iran-sent-ballistic-missiles-to-russia",
    "cypher?q=MATCH+w=(:Actor)-[:DENIED]->(:Claim {id: $claim})+RETURN+w&p.claim=" + CLAIM,
    "schema",
)
PLACED = ("side", "box")
"""What JSON says of a node beside all its places: where it stands."""
ISLAND = re.compile(r'<script[^>]* id="island"[^>]*>(.*?)</script>', re.DOTALL)


def island(service: httpx2.Client, path: str) -> dict[str, Any]:
    """Return what the scripts of a page are given."""
    answer = service.get(f"/maps/{path}")
    found = ISLAND.search(answer.text)
    assert answer.status_code == 200, answer.text
    assert found
    return json.loads(found[1])


def graph(service: httpx2.Client, path: str) -> dict[str, Any]:
    answer = service.get(f"/v1/graph/{path}")
    assert answer.status_code == 200, answer.text
    return answer.json()


def ids(values: list[dict[str, Any]]) -> list[str]:
    return [each["id"] for each in values]


@pytest.mark.parametrize("path", [*SUBJECTS, *GRAPHS])
def test_a_map_is_a_page_that_may_ask_its_own_service_and_nobody_else(
    path: str, service: httpx2.Client
) -> None:
    answer = service.get(f"/maps/{path}")

    policy = answer.headers["content-security-policy"]
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert policy.startswith("default-src 'none'; ")
    assert "connect-src 'self'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors" in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("path", [*SUBJECTS, *GRAPHS])
def test_json_has_the_nodes_the_lines_and_the_statements_of_the_page(
    path: str, service: httpx2.Client
) -> None:
    page, found = island(service, path), graph(service, path)

    for kind in ("nodes", "edges"):
        here = [{k: v for k, v in each.items() if k not in PLACED} for each in found[kind]]
        assert here == page[kind]
    for each in found["nodes"]:
        assert [each[key] for key in PLACED] == each["places"]["wide"][-1][3:]
    assert found["statements"] == page["statements"]
    assert found["nodes"]
    assert (found["title"], found["caution"]) == (page["caption"]["title"], page["caption"]["rule"])
    assert (found["shown"], found["truncated"]) == (found["total"], False)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("path", SUBJECTS)
def test_a_map_of_statements_has_each_level_and_names_the_others(
    path: str, level: str, service: httpx2.Client
) -> None:
    page, found = island(service, f"{path}?level={level}"), graph(service, f"{path}?level={level}")

    assert page["level"] == found["level"] == level
    assert [each["name"] for each in page["levels"]] == list(LEVELS)
    assert page["levels"][1]["address"] == f"/maps/{path}?level=evidence"
    assert ids(found["nodes"]) == ids(page["nodes"])


@pytest.mark.parametrize("path", SUBJECTS)
def test_the_filters_of_the_address_are_what_the_page_begins_with(
    path: str, service: httpx2.Client
) -> None:
    days = "as_of=2024-09-11&since=2024-01-01&until=2024-09-10"

    page = island(service, f"{path}?{days}&hide=open&hide=implied&undated=false&at=actor:us")

    assert page["state"] == {
        "as_of": "2024-09-11",
        "since": "2024-01-01",
        "until": "2024-09-10",
        "hide": ["open", "implied"],
        "undated": False,
        "at": "actor:us",
    }
    assert (page["served"], page["address"]) == (True, f"/maps/{path}")
    assert page["caption"]["asOfDay"] == "2024-09-11"


@pytest.mark.parametrize("path", GRAPHS)
def test_a_map_of_any_graph_begins_with_its_groups_hidden_and_a_node_open(
    path: str, service: httpx2.Client
) -> None:
    page = island(service, f"{path}{'&' if '?' in path else '?'}hide=denied&at=node:1")

    assert (page["state"]["hide"], page["state"]["at"]) == (["denied"], "node:1")
    assert page["address"] == f"/maps/{path.partition('?')[0]}"
    assert page["levels"] == []


def test_json_leaves_out_what_the_filters_hide(service: httpx2.Client) -> None:
    every = graph(service, f"claims/{FATH}")

    less = graph(service, f"claims/{FATH}?hide=denied")
    early = graph(service, f"claims/{FATH}?as_of=2024-09-10")
    late = graph(service, f"claims/{FATH}?since=2024-09-11")

    said = set(ids(every["statements"]))
    denials = {each["id"] for each in every["statements"] if each["group"] == "denied"}
    assert denials
    assert set(ids(less["statements"])) == said - denials
    assert not [each for each in less["edges"] if each["group"] == "denied"]
    assert len(less["nodes"]) < len(every["nodes"])
    known = {each["id"] for each in every["statements"] if each["knownDay"] <= "2024-09-10"}
    assert set(ids(early["statements"])) == known < said
    assert early["asOf"] == "2024-09-10"
    later = {each["id"] for each in every["statements"] if (each["latest"] or "9") >= "2024-09-11"}
    assert set(ids(late["statements"])) == later < said


def test_groups_of_any_graph_are_hidden_too(service: httpx2.Client) -> None:
    every, less = graph(service, GRAPHS[1]), graph(service, f"{GRAPHS[1]}&hide=denied")

    assert {each["group"] for each in every["edges"]} == {"denied"}
    assert less["edges"] == []


@pytest.mark.parametrize("of", ["/maps", "/v1/graph"])
@pytest.mark.parametrize(
    ("path", "near"),
    [
        ("claims/iran-sent-400-balistic-missiles-to-russia", CLAIM),
        ("actors/dmitry-peskow", "dmitry-peskov"),
        ("states/irr", "ir"),
        ("weapons/fath-36", "fath-360"),
        ("between/us/dmitry-peskow", "dmitry-peskov"),
        ("dossiers/arms-for-russia-drone", "arms-for-russia-drones"),
        ("questions/narrow_claims", "narrower_claims"),
        ("questions/narrower_claims?claim=iran-sent-400-missiles", CLAIM),
    ],
)
def test_an_id_that_is_not_there_comes_with_near_ones(
    of: str, path: str, near: str, service: httpx2.Client
) -> None:
    answer = service.get(f"{of}/{path}")

    assert answer.status_code == 404
    assert near in answer.json()["detail"]


@pytest.mark.parametrize("of", ["/maps", "/v1/graph"])
@pytest.mark.parametrize(
    ("path", "status", "says"),
    [
        (f"claims/{FATH}?hide=denials", 422, ", ".join(GROUPS)),
        (f"claims/{FATH}?level=all", 422, "'statements', 'evidence' or 'states'"),
        (f"claims/{FATH}?as_of=soon", 422, "as_of"),
        (f"claims/{FATH}?undated=perhaps", 422, "undated"),
        (f"claims/{FATH}?colour=red", 422, "no such parameter"),
        ("states/cia", 400, "/maps/actors/cia has its map"),
        ("between/us/us", 400, "name two"),
        ("schema?level=states", 422, "no such parameter"),
        ("schema?hide=x", 422, ", ".join(GROUPS)),
        (f"{GRAPHS[0]}&level=states", 400, "level is no parameter of it"),
        (f"{GRAPHS[0]}&claim=x", 400, "given more than once"),
        (f"{GRAPHS[0]}&hide=x", 422, ", ".join(GROUPS)),
        ("questions/without_quote", 400, "no graph"),
        ("cypher?q=RETURN+1+AS+one", 400, "nothing to draw"),
        ("cypher?q=MATCH+(n)+DETACH+DELETE+n", 400, "DETACH is refused"),
        ("cypher?q=MATCH+(n)+RETURN+n&rows=3", 400, "that of the statement is p.rows"),
    ],
)
def test_what_cannot_be_meant_is_told_with_what_would_be_right(
    of: str, path: str, status: int, says: str, service: httpx2.Client
) -> None:
    answer = service.get(f"{of}/{path}")

    assert answer.status_code == status, answer.text
    assert says in answer.json()["detail"]


def test_a_question_asked_for_its_map_leads_to_it(service: httpx2.Client) -> None:
    asked = GRAPHS[0].replace("?", "?format=map&")

    answer = service.get(f"/v1/{asked}", follow_redirects=True)

    assert answer.url.path == "/maps/questions/narrower_claims"
    assert answer.headers["content-type"].startswith("text/html")
