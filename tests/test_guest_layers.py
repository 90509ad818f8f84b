"""Each layer that stands between a stranger and the graph, alone: what it stops by itself."""

import asyncio
from collections.abc import AsyncGenerator, Mapping, Sequence
from typing import Any

import pytest

from cypher import Statement, load
from graph.driver import Neo4jReader
from graph.errors import CypherError, NotReady, Refused, TooSlow
from graph.guest import plan
from graph.guest.guests import Asked, Guests
from graph.guest.learning import learn_from
from graph.guest.limits import Limits
from graph.guest.plan import Plan
from graph.guest.watching import watch_on
from graph.store import Row
from tests.graphs import Graph
from tests.guest import hostile, legitimate

WRITES = [case for case in hostile() if case.id.startswith("writes-")]
NOT_STOPPED_BY_READING = (
    "SHOW TRANSACTIONS",
    "SHOW SETTINGS",
    "SHOW INDEXES",
    "SHOW FUNCTIONS",
    "SHOW USERS",
    "TERMINATE TRANSACTIONS 'neo4j-transaction-0'",
    "CALL dbms.listConfig()",
    "CALL db.clearQueryCaches()",
    "LOAD CSV FROM 'http://127.0.0.1:1/x' AS row RETURN row",
    "CREATE (n:Claim) RETURN n",
    "MATCH (n:Claim) SET n.text = 'x'",
)
HIDDEN = (
    "RETURN coalesce(null, COLLECT { SHOW TRANSACTIONS YIELD transactionId RETURN 1 }) AS found"
)
LONG = "MATCH (a), (b), (c) WHERE a.id + b.id + c.id = '' RETURN count(*) AS number"


async def all_rows(reader: Neo4jReader, text: str, tag: str = "test") -> list[list[object]]:
    return [row async for row in reader.rows(text, {}, tag=tag, timeout_s=10)]


@pytest.fixture
def reader(story: Graph) -> Any:
    assert story.holds_story
    made = Neo4jReader.connect(story.connection, at_once=4)
    yield made
    story.ask(made.close())


@pytest.mark.parametrize("text", NOT_STOPPED_BY_READING)
def test_the_plan_alone_stops_it(text: str, story: Graph, reader: Neo4jReader) -> None:
    planned = story.ask(reader.explain(text, tag="test", timeout_s=5))

    with pytest.raises(Refused, match="plan"):
        plan.check(planned)


def test_the_plan_alone_does_not_see_a_command_in_a_subquery_expression(
    story: Graph, reader: Neo4jReader
) -> None:
    # This is why the text is read first: should a server ever show it, this test says so.
    plan.check(story.ask(reader.explain(HIDDEN, tag="test", timeout_s=5)))


@pytest.mark.parametrize("case", legitimate(), ids=str)
def test_the_plan_of_what_is_legitimate_passes(
    case: Any, story: Graph, reader: Neo4jReader
) -> None:
    plan.check(story.ask(reader.explain(case.text, tag="test", timeout_s=10)))


@pytest.mark.parametrize("step", ["Create", "SetProperty", "LoadCSV", "ShowSettings", "Novelty"])
def test_a_step_that_is_not_known_is_not_taken(step: str) -> None:
    with pytest.raises(Refused, match=step):
        plan.check(Plan("r", ("ProduceResults", step), (), (), ()))


@pytest.mark.parametrize("type_", ["w", "rw", "s", None])
def test_only_reading_is_reading(type_: str | None) -> None:
    with pytest.raises(Refused, match="reading"):
        plan.check(Plan(type_, ("ProduceResults",), (), (), ()))


def test_a_procedure_that_is_not_known_is_not_called() -> None:
    with pytest.raises(Refused, match=r"apoc\.load\.json"):
        plan.check(Plan("r", ("ProcedureCall",), ("apoc.load.json",), (), ()))


def test_the_transaction_alone_stops_what_writes(story: Graph, reader: Neo4jReader) -> None:
    before = story.contents()

    for case in WRITES:
        with pytest.raises((Refused, CypherError)):
            story.ask(all_rows(reader, case.text))

    assert len(WRITES) > 20
    assert story.contents() == before


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:1/x", "https://127.0.0.1:1/x", "file:///etc/hostname"]
)
def test_the_server_alone_reaches_no_host_and_no_file(
    address: str, story: Graph, reader: Neo4jReader
) -> None:
    with pytest.raises(CypherError):
        story.ask(all_rows(reader, f"LOAD CSV FROM '{address}' AS row RETURN row"))


class Endless:
    """A reader that would never end."""

    def __init__(self, pause_s: float = 0.0) -> None:
        self.pause_s = pause_s
        self.closed = False

    async def explain(self, text: str, *, tag: str, timeout_s: float) -> Plan:
        return Plan("r", ("ProduceResults",), (), ("x",), ())

    async def rows(
        self, text: str, params: Mapping[str, Any], *, tag: str, timeout_s: float
    ) -> AsyncGenerator[list[object], None]:
        try:
            while True:
                await asyncio.sleep(self.pause_s)
                yield ["x" * 100]
        finally:
            self.closed = True


async def nothing() -> frozenset[str]:
    """A server without plug-ins."""
    return frozenset()


async def nobody(tag: str) -> None:
    """A watch that has nothing to look after."""


def test_the_limits_alone_cut_rows_and_bytes_and_close_what_gave_them() -> None:
    many, long = Endless(), Endless()
    by_rows = Guests(many, Limits(rows=7), nobody, nothing)
    by_bytes = Guests(long, Limits(answer_bytes=1_000), nobody, nothing)

    first, seven = asyncio.run(by_rows.ask(Asked("RETURN 1 AS x", {})))
    second, few = asyncio.run(by_bytes.ask(Asked("RETURN 1 AS x", {})))

    assert (len(seven), first.truncated, many.closed) == (7, "rows", True)
    assert (len(few), second.truncated, long.closed) == (9, "bytes", True)


def test_the_clock_alone_ends_what_never_answers_and_has_it_watched() -> None:
    watched: list[str] = []

    async def watch(tag: str) -> None:
        watched.append(tag)

    async def work() -> None:
        slow = Endless(pause_s=60)
        guests = Guests(slow, Limits(timeout_s=0.05), watch, nothing)
        with pytest.raises(TooSlow):
            await guests.ask(Asked("RETURN 1 AS x", {}))
        await asyncio.sleep(0)
        assert slow.closed

    asyncio.run(work())
    assert len(watched) == 1


def test_a_place_is_free_again_only_when_the_server_has_stopped() -> None:
    stopped = asyncio.Event()

    async def watch(tag: str) -> None:
        await stopped.wait()

    async def work() -> list[str]:
        guests = Guests(Endless(pause_s=60), Limits(timeout_s=0.05, at_once=1), watch, nothing)
        told: list[str] = []
        for _ in range(2):
            try:
                await guests.ask(Asked("RETURN 1 AS x", {}))
            except Exception as error:
                told.append(type(error).__name__)
        stopped.set()
        await asyncio.sleep(0.01)
        try:
            await guests.ask(Asked("RETURN 1 AS x", {}))
        except Exception as error:
            told.append(type(error).__name__)
        return told

    assert asyncio.run(work()) == ["TooSlow", "Busy", "TooSlow"]


class Listing:
    """A store whose server lists the same transaction for so many looks."""

    def __init__(self, looks: int | None, error: Exception | None = None) -> None:
        self.left = looks
        self.error = error
        self.terminated: list[object] = []

    async def version(self) -> str:
        raise AssertionError

    async def run(self, statement: Statement, params: Row, *, most: int | None = None) -> list[Row]:
        if self.error:
            raise self.error
        if statement.name == "guest.terminate":
            self.terminated += params["transactions"]
            return []
        if self.left is not None:
            self.left -= 1
        return [{"transaction": "t-1"}] if self.left is None or self.left >= 0 else []

    async def write(self, steps: Sequence[tuple[Statement, Row]]) -> list[list[Row]]:
        raise AssertionError


def test_what_ends_by_itself_is_left_alone() -> None:
    store, ended = Listing(looks=1), list[str]()

    asyncio.run(watch_on(store, ended.append, terminate_s=9, end_s=9)("tag"))  # pyright: ignore[reportArgumentType]

    assert (store.terminated, ended) == ([], [])


def test_what_goes_on_is_asked_to_stop_and_then_ended_with_its_server() -> None:
    store, ended = Listing(looks=None), list[str]()

    asyncio.run(watch_on(store, ended.append, terminate_s=0, end_s=0.3)("tag"))  # pyright: ignore[reportArgumentType]

    assert store.terminated == ["t-1"]
    assert len(ended) == 1


def test_a_server_that_has_ended_is_not_ended_again() -> None:
    ended: list[str] = []

    asyncio.run(watch_on(Listing(None, NotReady("gone")), ended.append, end_s=0)("tag"))  # pyright: ignore[reportArgumentType]

    assert ended == []


def test_a_server_of_ones_own_is_asked_to_stop_and_never_ended() -> None:
    store = Listing(looks=2)

    asyncio.run(watch_on(store, None, terminate_s=0, end_s=0)("tag"))  # pyright: ignore[reportArgumentType]

    assert store.terminated == ["t-1"]


def test_the_watch_ends_a_statement_that_somebody_left_running(
    story: Graph, reader: Neo4jReader
) -> None:
    async def work() -> list[Row]:
        left = asyncio.create_task(all_rows(reader, LONG, "left"))
        await asyncio.sleep(0.5)
        assert await story.store.run(load("guest.running"), {"tag": "left"})
        await watch_on(story.store, None, terminate_s=0)("left")
        with pytest.raises(Exception, match=r"."):
            await left
        return await story.store.run(load("guest.running"), {"tag": "left"})

    assert story.ask(work()) == []


def test_a_plug_in_that_is_called_like_a_built_in_function_is_refused() -> None:
    async def plugged() -> frozenset[str]:
        return frozenset({"coll.sort"})

    guests = Guests(Endless(), Limits(rows=1), nobody, plugged)
    plain = Guests(Endless(), Limits(rows=1), nobody, nothing)
    asked = Asked("RETURN coll.sort([2, 1]) AS x", {})

    with pytest.raises(Refused, match="function"):
        asyncio.run(guests.ask(asked))
    _, rows = asyncio.run(plain.ask(asked))
    assert len(rows) == 1


def test_the_private_server_has_no_plug_in(story: Graph) -> None:
    assert story.ask(learn_from(story.store)()) == frozenset()
