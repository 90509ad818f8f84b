"""Conditional requests and what is kept: never stale, and not answered twice."""

from collections.abc import Sequence
from pathlib import Path

import httpx2
import pytest
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from api.app import create_app
from api.fresh import Fresh
from cypher import Statement, parse
from graph.driver import Neo4jStore
from graph.errors import Unavailable
from graph.questions import Catalogue, catalogue
from graph.store import Row
from tests.graphs import Graph

DISPUTE = Path(__file__).parent / "gold" / "dispute.yaml"
WHO = "/v1/who/denied?about=ir"
CITED = "/v1/statements/iran-un-mission-2024-02-23/citation"
READING = [
    WHO,
    f"{WHO}&format=csv",
    f"{WHO}&as_of=2024-03-31",
    "/v1/claims",
    "/v1/claims/iran-delivered-fath-360-to-russia",
    "/v1/actors/us",
    "/v1/statements/iran-un-mission-2024-02-23",
    "/v1/search?q=zolfaghar",
    "/v1/questions/who_denied?claim=iran-delivered-fath-360-to-russia",
    "/v1/questions/who-denied?claim=iran-delivered-fath-360-to-russia&format=csv",
    "/v1/schema",
    "/feeds/new.atom",
    "/feeds/claims/iran-delivered-fath-360-to-russia.json",
    "/feeds/questions/who-denied.atom?claim=iran-delivered-fath-360-to-russia",
]
TOUCH = parse(
    "tests.touch",
    "// name:    tests.touch\n// mode:    write\n// returns: id  STRING  id\n//\n// Touches.\n"
    "MERGE (note:Note {id: 'touched'}) SET note.times = coalesce(note.times, 0) + 1\n"
    "RETURN note.id AS id;",
)
"""A change that no answer shows."""
CLOCK = parse(
    "questions.today",
    "// name:    questions.today\n// mode:    read\n// asks:    What day is it?\n"
    "// returns: day  DATE  the day\n//\n// The day.\nRETURN date() AS day\nORDER BY day;",
)


class Counting:
    """A store that counts what it is asked."""

    def __init__(self, store: Neo4jStore) -> None:
        self._store = store
        self.ran: list[str] = []

    async def version(self) -> str:
        return await self._store.version()

    async def run(self, statement: Statement, params: Row, *, most: int | None = None) -> list[Row]:
        self.ran.append(statement.name)
        return await self._store.run(statement, params, most=most)

    async def write(self, steps: Sequence[tuple[Statement, Row]]) -> list[list[Row]]:
        return await self._store.write(steps)


class Desk:
    """A graph that has a version, and an application that answers with a text."""

    def __init__(self, text: str = "x" * 5000, status: int = 200) -> None:
        self.version, self.text, self.status, self.asked = "1", text, status, 0

    async def told(self) -> str:
        if self.version == "gone":
            raise Unavailable("gone")
        return self.version

    def client(self, **more: int) -> TestClient:
        async def app(scope: Scope, receive: Receive, send: Send) -> None:
            self.asked += 1
            await PlainTextResponse(self.text, self.status)(scope, receive, send)

        def reads(path: str) -> bool:
            return path.startswith("/v1")

        return TestClient(Fresh(app, version=self.told, reads=reads, **more))


@pytest.mark.parametrize("path", READING)
def test_whoever_names_the_tag_is_told_that_nothing_is_new(
    service: httpx2.Client, path: str
) -> None:
    first = service.get(path)
    tag = first.headers["etag"]

    again = service.get(path, headers={"If-None-Match": tag})
    other = service.get(path, headers={"If-None-Match": '"another"'})
    any_ = service.get(path, headers={"If-None-Match": "*"})

    assert first.status_code == other.status_code == 200
    assert first.content == other.content
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert any_.status_code == 304
    assert first.headers["cache-control"] == again.headers["cache-control"] == "no-cache"
    assert first.headers["vary"] == "Accept-Encoding"


@pytest.mark.parametrize("path", READING)
def test_a_packed_answer_is_the_plain_one(service: httpx2.Client, path: str) -> None:
    plain = service.get(path, headers={"Accept-Encoding": "identity"})

    packed = service.get(path, headers={"Accept-Encoding": "gzip"})

    assert packed.content == plain.content
    assert packed.headers["etag"] == plain.headers["etag"]
    assert packed.headers["content-type"] == plain.headers["content-type"]
    assert ("content-encoding" in packed.headers) is (len(plain.content) >= 1000)


@pytest.mark.parametrize(
    "path", ["/v1/who/dneied", "/v1/who/denied?claim=no-such-claim", "/v1/who/denied?limit=0"]
)
def test_a_problem_has_no_tag_and_is_not_kept(service: httpx2.Client, path: str) -> None:
    answers = [service.get(path, headers={"If-None-Match": known}) for known in ("*", '"a"')]

    assert {each.status_code for each in answers} < {400, 404, 422}
    assert all("etag" not in each.headers for each in answers)


@pytest.mark.parametrize(
    "path", ["/v1/cypher?q=RETURN+1", "/v1/questions", "/healthz", "/readyz", CITED]
)
def test_what_does_not_hang_on_the_graph_alone_has_no_tag(
    service: httpx2.Client, path: str
) -> None:
    assert "etag" not in service.get(path).headers


def test_neither_a_known_nor_a_kept_answer_runs_a_statement(story: Graph) -> None:
    store = Counting(Neo4jStore.connect(story.connection, timeout_s=30))
    with TestClient(create_app(store)) as client:
        tag = client.get(WHO).headers["etag"]
        ran = len(store.ran)
        kept = client.get(WHO)
        known = client.get(WHO, headers={"If-None-Match": tag})
        after = len(store.ran)
        client.get(f"{WHO}&limit=3")
        client.portal.call(store._store.close)  # pyright: ignore[reportOptionalMemberAccess, reportPrivateUsage]

    assert (kept.status_code, known.status_code) == (200, 304)
    assert 0 < ran == after < len(store.ran)


def test_every_committed_change_is_a_new_version_and_reading_is_none(empty: Graph) -> None:
    reader = Neo4jStore.connect(empty.connection, timeout_s=30)

    async def told() -> list[str]:
        found = [await reader.version(), await reader.version()]
        for _ in range(2):
            await empty.store.write([(TOUCH, {})])
            found += [await reader.version(), await reader.version()]
        await reader.close()
        return found

    versions = empty.ask(told())

    assert versions[::2] == versions[1::2]
    assert len(set(versions)) == 3


def test_a_load_and_a_change_by_hand_change_the_tag(address: str, empty: Graph) -> None:
    answers: list[httpx2.Response] = []
    with httpx2.Client(base_url=address, timeout=30) as client:
        answers += [client.get("/v1/claims")]
        empty.load([DISPUTE])
        known = {"If-None-Match": answers[-1].headers["etag"]}
        answers += [client.get("/v1/claims", headers=known)]
        empty.ask(empty.store.write([(TOUCH, {})]))
        known = {"If-None-Match": answers[-1].headers["etag"]}
        answers += [client.get("/v1/claims", headers=known)]

    assert [each.status_code for each in answers] == [200, 200, 200]
    claims = [len(each.json()["rows"]) for each in answers]
    assert claims[0] == 0 < claims[1] == claims[2]
    assert len({each.headers["etag"] for each in answers}) == 3


def test_a_question_of_your_own_may_look_at_the_clock(story: Graph) -> None:
    own = catalogue()
    asked = Catalogue({**own.questions, "today": CLOCK}, frozenset({"today"}))
    store = Neo4jStore.connect(story.connection, timeout_s=30)
    with TestClient(create_app(store, asked)) as client:
        answer = client.get("/v1/questions/today")
        client.portal.call(store.close)  # pyright: ignore[reportOptionalMemberAccess]

    assert answer.status_code == 200
    assert "etag" not in answer.headers


def test_what_was_kept_is_let_go_when_the_graph_changes() -> None:
    desk = Desk()
    client = desk.client()
    first = client.get("/v1/a")
    desk.text = "changed"
    kept = client.get("/v1/a")
    desk.version = "2"
    changed = client.get("/v1/a", headers={"If-None-Match": first.headers["etag"]})

    assert first.text == kept.text
    assert (changed.status_code, changed.text) == (200, "changed")
    assert desk.asked == 2


@pytest.mark.parametrize("status", [307, 404, 503])
def test_only_what_succeeds_is_kept(status: int) -> None:
    desk = Desk(status=status)
    client = desk.client()
    answers = [client.get("/v1/a", follow_redirects=False) for _ in range(2)]

    assert [each.status_code for each in answers] == [status] * 2
    assert [each.text for each in answers] == [desk.text] * 2
    assert desk.asked == 2


def test_without_a_version_everything_is_asked_for() -> None:
    desk = Desk()
    client = desk.client()
    tag = client.get("/v1/a").headers["etag"]
    desk.version = "gone"
    answer = client.get("/v1/a", headers={"If-None-Match": tag})

    assert answer.status_code == 200
    assert "etag" not in answer.headers


def test_path_and_query_are_part_of_the_tag() -> None:
    client = Desk().client()
    paths = ("/v1/a", "/v1/b", "/v1/a?x=1", "/v1/a?x=2", "/v1/a?x=1&format=csv")
    tags = {client.get(path).headers["etag"] for path in paths}
    others = client.post("/v1/a"), client.get("/other")

    assert len(tags) == 5
    assert all("etag" not in each.headers for each in others)


def test_host_and_scheme_are_part_of_the_tag() -> None:
    desk = Desk()
    client = desk.client()
    hosts = ("one.example", "two.example", "two.example:8080")
    tags = {client.get("/v1/a", headers={"Host": host}).headers["etag"] for host in hosts}
    sealed = client.get("https://one.example/v1/a")
    again = client.get("/v1/a", headers={"Host": "one.example"})

    assert len(tags | {sealed.headers["etag"]}) == 4
    assert again.headers["etag"] in tags
    assert desk.asked == 4


def test_an_answer_too_small_to_pack_and_one_larger_than_all_the_room_are_sent() -> None:
    client = Desk("small").client()
    small = client.get("/v1/a", headers={"Accept-Encoding": "gzip"})
    client = Desk("y" * 5000).client(most_bytes=10)
    large = client.get("/v1/a", headers={"Accept-Encoding": "gzip"})

    assert "content-encoding" not in small.headers
    assert large.headers["content-encoding"] == "gzip"
    assert (small.text, large.text) == ("small", "y" * 5000)
