"""An id that was changed leads to the one of now; what left the record says so."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx2
import pytest

from cypher import load
from graph import finding
from graph.dossiers import Examination, check
from graph.errors import DossierError, NotFound, Renamed
from graph.loading import examine
from graph.model import State
from graph.schema import VERSION, prepare
from graph.writing import node
from tests.graphs import Graph
from tests.outline import outline
from tests.test_loading import BASE, INDEXES, written

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
        assert rest.startswith(f' <p class="banner" role="note">{banner}</p>'), path
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


def test_a_node_without_another_id_carries_no_list_of_them() -> None:
    plain, other = (
        State(id="aa", type="state", name="Aland"),
        State(id="aa", type="state", name="Aland", formerly=("zz",)),
    )

    assert "formerly" not in node(plain)["properties"]
    assert node(other)["properties"]["formerly"] == ["zz"]


SHARED = "dossier: other\nactors:\n  - {id: aa, type: state, name: Aland}\n"


@pytest.mark.parametrize(
    ("old", "new", "field", "what", "right"),
    [
        ("id: bb,", "id: bb, formerly: [aa],", "actors[1].formerly[0]", "is defined in", "take it"),
        ("id: bb,", "id: bb, formerly: [bb],", "actors[1].formerly[0]", "is its id now", "before"),
        ("id: bb,", "id: bb, formerly: [b, b],", "actors[1].formerly[1]", "is there twice", "keep"),
        (
            "id: bb,",
            "id: bb, formerly: [a],",
            "actors[1].formerly[0]",
            "was the id of 'aa'",
            "keep",
        ),
        ("id: bb,", "id: bb, formerly: [B],", "actors[1].formerly[0]", "is not an id", "write"),
        ("id: bb,", "id: bb, formerly: b,", "actors[1].formerly", "is not a list", "brackets"),
        (
            "    by: aa\n",
            "    by: a\n",
            "statements[1].by",
            "'a' has the id 'aa' now",
            "write that",
        ),
    ],
)
def test_an_old_id_that_cannot_be_is_a_fault(
    tmp_path: Path, old: str, new: str, field: str, what: str, right: str
) -> None:
    text = BASE.replace("id: aa,", "id: aa, formerly: [a],").replace(old, new)

    found = check([written(tmp_path, text)])

    line = next(n for n, each in enumerate(text.splitlines(), 1) if new.strip() in each)
    assert [(each.line, each.field) for each in found.faults] == [(line, field)]
    assert what in found.faults[0].what
    assert right in found.faults[0].right


def test_what_two_dossiers_share_may_have_had_another_id(tmp_path: Path) -> None:
    paths = [
        written(tmp_path, text.replace("id: aa,", "id: aa, formerly: [a],"), name)
        for text, name in ((BASE, "dispute.yaml"), (SHARED, "other.yaml"))
    ]

    assert check(paths).faults == ()


def faults(graph: Graph, path: Path) -> list[str]:
    examination = Examination([path])
    try:
        return [str(each) for each in graph.ask(examine(graph.store, examination)).faults]
    finally:
        examination.close()


def test_an_old_id_that_something_in_the_graph_has_is_a_fault(empty: Graph, tmp_path: Path) -> None:
    empty.load([written(tmp_path, BASE), written(tmp_path, SHARED, "other.yaml")])
    text = (
        BASE.replace("aa,", "a-land,").replace("[aa]", "[a-land]").replace("by: aa", "by: a-land")
    )
    path = written(tmp_path, text.replace("id: a-land,", "id: a-land, formerly: [aa],"))

    with pytest.raises(DossierError, match="'aa' is in the graph, by other; check and load both"):
        empty.load([path])

    shared = SHARED.replace("id: aa,", "id: a-land, formerly: [aa],")
    empty.load([path, written(tmp_path, shared, "other.yaml")])
    with pytest.raises(Renamed, match="'a-land'"):
        empty.ask(finding.require(empty.store, "actor", "aa"))
    assert faults(empty, path) == []


def test_an_old_id_of_something_in_the_graph_is_given_to_nothing_else(
    empty: Graph, tmp_path: Path
) -> None:
    empty.load([written(tmp_path, BASE.replace("id: aa,", "id: aa, formerly: [a],"))])
    one = "dossier: other\nactors:\n  - {id: a, type: state, name: Another}\n"
    two = "dossier: other\nactors:\n  - {id: b, formerly: [a], type: state, name: Another}\n"
    kind = "dossier: other\nweapons:\n  - {id: b, formerly: [bb], name: Another, kind: missile}\n"

    first = faults(empty, written(tmp_path, one, "other.yaml"))
    second = faults(empty, written(tmp_path, two, "other.yaml"))
    empty.load([written(tmp_path, "dossier: dispute\n")])
    third = faults(empty, written(tmp_path, kind, "other.yaml"))
    gone = faults(empty, written(tmp_path, two, "other.yaml"))

    assert len(first) == len(second) == len(third) == 1
    assert ":3: fault: actors[0].id: 'a' was the id of 'aa', in the graph, by dispute;" in first[0]
    assert (
        "actors[0].formerly[0]: 'a' was the id of 'aa' too, in the graph, by dispute" in second[0]
    )
    assert "weapons[0].formerly[0]: 'bb' was the id of something else: State;" in third[0]
    assert gone == []


def test_a_graph_of_before_gets_the_index_of_old_ids_and_is_checked_without_it(
    empty: Graph, tmp_path: Path
) -> None:
    path = written(tmp_path, BASE)
    empty.load([path])
    empty.alter("DROP INDEX formerly")
    empty.ask(empty.store.write([(load("load.version"), {"version": VERSION - 1})]))

    assert faults(empty, path) == []
    empty.ask(prepare(empty.store))

    assert {"name": "formerly"} in empty.ask(empty.store.run(INDEXES, {}))
