"""An id that was changed leads to the one of now; what left the record says so."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx2
import pytest

from graph import finding
from graph.errors import NotFound, Renamed
from tests.graphs import Graph
from tests.outline import outline
from tests.test_loading import BASE, written

CLAIM, NEW = "aa-sent-arms-to-bb", "aa-armed-bb"
READS = {"Accept": "text/html"}
THINGS = {
    "claims": ("claim", CLAIM, NEW),
    "actors": ("actor", "first-wire", "wire-one"),
    "documents": ("document", "second-report", "report-two"),
    "statements": ("statement", "aa-denies", "aa-denied-it"),
    "weapons": ("weapon", "arrow", "arrow-one"),
}
ARMS = BASE.replace("claims:\n", "weapons:\n  - {id: arrow, name: Arrow, kind: missile}\nclaims:\n")


def renamed(text: str, old: str, new: str, *before: str) -> str:
    """Return a dossier in which something has another id, and says what it had."""
    named = text.replace(old, new)
    former = ", ".join((old, *before))
    for start in ("{id: ", "- id: "):
        end = ", " if start == "{id: " else "\n    "
        named = named.replace(f"{start}{new}{end}", f"{start}{new}{end}formerly: [{former}]{end}")
    assert "formerly" in named
    return named


@pytest.fixture
def client(address: str) -> Iterator[httpx2.Client]:
    """Somebody who asks and follows nothing by themselves."""
    with httpx2.Client(base_url=address, timeout=30) as client:
        yield client


def moved(client: httpx2.Client, path: str, **headers: str) -> str:
    """Return where `path` has gone, for good, without its being kept."""
    found = client.get(path, headers=headers)
    assert found.status_code == 308, (path, found.status_code, found.text[:300])
    assert found.headers["cache-control"] == "no-cache"
    return found.headers["location"]


@pytest.mark.parametrize("delete", [False, True], ids=["withdrawn", "deleted"])
def test_the_old_address_of_each_kind_leads_to_the_new_one_with_its_query(
    empty: Graph, tmp_path: Path, client: httpx2.Client, delete: bool
) -> None:
    empty.load([written(tmp_path, ARMS)])
    text = ARMS
    for _, old, new in THINGS.values():
        text = renamed(text, old, new)
        empty.load([written(tmp_path, text)], delete=delete)

    for kind, (_, old, new) in THINGS.items():
        data = moved(client, f"/v1/{kind}/{old}")
        assert data == f"/v1/{kind}/{new}"
        assert client.get(data).status_code == 200
    asked = "as_of=2024-02-24&recorded_as_of=2030-01-01"
    for kind, (_, old, new) in THINGS.items():
        page = moved(client, f"/{kind}/{old}?{asked}", **READS)
        assert page == f"/{kind}/{new}?{asked}"
        assert client.get(page, headers=READS).status_code == 200
    for kind in ("claims", "actors", "weapons"):
        _, old, new = THINGS[kind]
        for under in ("/maps", "/v1/graph"):
            drawn = moved(client, f"{under}/{kind}/{old}?hide=reacted&hide=open")
            assert drawn == f"{under}/{kind}/{new}?hide=reacted&hide=open"
            assert client.get(drawn).status_code == 200


def test_an_old_id_in_a_query_or_below_a_thing_is_led_on_as_well(
    empty: Graph, tmp_path: Path, client: httpx2.Client
) -> None:
    empty.load([written(tmp_path, BASE)])
    empty.load([written(tmp_path, renamed(BASE, CLAIM, NEW))])

    below = moved(client, f"/v1/claims/{CLAIM}/positions?limit=3&format=csv")
    listed = moved(client, f"/v1/who/denied?claim={CLAIM}&limit=3")
    asked = moved(client, f"/v1/questions/who_denied?claim={CLAIM}")

    assert below == f"/v1/claims/{NEW}/positions?limit=3&format=csv"
    assert listed == f"/v1/who/denied?claim={NEW}&limit=3"
    assert asked == f"/v1/questions/who_denied?claim={NEW}"
    assert len(client.get(listed).json()["rows"]) == 1
    form = moved(client, f"/questions/who_denied?claim={CLAIM}", **READS)
    feed = moved(client, f"/feeds/claims/{CLAIM}.atom")
    citation = moved(client, f"/v1/claims/{CLAIM}/citation?format=ris")
    assert form == f"/questions/who_denied?claim={NEW}"
    assert feed == f"/feeds/claims/{NEW}.atom"
    assert citation == f"/v1/claims/{NEW}/citation?format=ris"
    told = client.get(f"/v1/claims/{CLAIM}").json()
    assert told["type"] == "/problems/renamed"
    assert told["near"] == [NEW]
    assert (
        "308"
        in client.get("/openapi.json").json()["paths"]["/v1/claims/{claim}"]["get"]["responses"]
    )


@pytest.mark.parametrize("tells_both", [False, True], ids=["the last", "both"])
def test_a_chain_of_two_renamings_is_followed_in_one_step(
    empty: Graph, tmp_path: Path, client: httpx2.Client, tells_both: bool
) -> None:
    first = renamed(BASE, CLAIM, "second-id")
    second = renamed(
        BASE.replace(CLAIM, "second-id"), "second-id", "third-id", *[CLAIM][:tells_both]
    )
    for text in (BASE, first, second):
        empty.load([written(tmp_path, text)])

    assert moved(client, f"/claims/{CLAIM}") == "/claims/third-id"
    assert moved(client, "/claims/second-id") == "/claims/third-id"
    assert client.get("/claims/third-id").status_code == 200


def test_an_id_given_back_stands_again_and_the_other_leads_to_it(
    empty: Graph, tmp_path: Path, client: httpx2.Client
) -> None:
    back = BASE.replace(f"id: {CLAIM}, ", f"id: {CLAIM}, formerly: [{NEW}], ")
    for text in (BASE, renamed(BASE, CLAIM, NEW), back):
        empty.load([written(tmp_path, text)])

    assert client.get(f"/claims/{CLAIM}").status_code == 200
    assert moved(client, f"/claims/{NEW}") == f"/claims/{CLAIM}"
    empty.load([written(tmp_path, BASE[: BASE.index("claims:")])])  # both left: a ring
    found = client.get(f"/claims/{NEW}")
    assert found.status_code == 200
    assert "It left the record on" in found.text


def test_what_left_the_record_says_so_under_its_title(
    empty: Graph, tmp_path: Path, client: httpx2.Client
) -> None:
    empty.load([written(tmp_path, ARMS)])
    assert "It left the record" not in client.get(f"/claims/{CLAIM}").text
    answered = '<p>What followed: <a href="/statements/aa-denies">aa-denies</a>.'

    for path, id_, followed in (
        (f"/claims/{CLAIM}", CLAIM, ""),
        (f"/claims/{CLAIM}/brief", CLAIM, ""),
        ("/actors/first-wire", "first-wire", ""),
        ("/documents/second-report", "second-report", ""),
        ("/weapons/arrow", "arrow", ""),
        ("/statements/first-wire-reports", "first-wire-reports", answered),
        ("/statements/aa-denies", "aa-denies", "<p>No answer to it is recorded."),
    ):
        empty.record([id_], withdrawn=datetime(2025, 3, 4, 23, 59, tzinfo=UTC))
        text = " ".join(client.get(path).text.split())
        title, _, rest = text.partition("</h1>")
        assert "<h1>" in title
        banner = "It left the record on 4 March 2025 (UTC), because its dossier no longer has it."
        assert rest.startswith(f' <p class="banner">{banner}</p>'), path
        assert "It left the record" not in title
        assert followed in rest
        assert outline(text).open == []


def test_it_is_told_what_has_an_id_and_since_when_it_does_not(empty: Graph, tmp_path: Path) -> None:
    empty.load([written(tmp_path, BASE)])
    before = empty.ask(finding.record(empty.store, "claim", CLAIM))
    empty.load([written(tmp_path, renamed(BASE, CLAIM, NEW))])
    after = empty.ask(finding.record(empty.store, "claim", CLAIM))
    of_now = empty.ask(finding.record(empty.store, "claim", NEW))

    assert (before.type, before.withdrawn_at, before.now) == ("Claim", None, None)
    assert (after.type, after.now) == ("Claim", NEW)
    assert after.withdrawn_at
    assert (of_now.type, of_now.withdrawn_at, of_now.now) == ("Claim", None, None)
    for odd in ("", '"', "\\", "*", "formerly:*", "aa sent", "x" * 40_000, CLAIM.upper()):
        found = empty.ask(finding.record(empty.store, "claim", odd))
        assert (found.type, found.now) == (None, None), odd


def test_only_something_of_the_same_kind_is_led_to(empty: Graph, tmp_path: Path) -> None:
    empty.load([written(tmp_path, renamed(BASE, CLAIM, NEW))])

    with pytest.raises(Renamed, match=NEW):
        empty.ask(finding.require(empty.store, "claim", CLAIM))
    with pytest.raises(NotFound) as told:
        empty.ask(finding.require(empty.store, "actor", CLAIM))
    assert not isinstance(told.value, Renamed)
