"""Plans at size, and what a page costs as a graph grows."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.packing import opened, write
from bench.world import head, world
from cypher import parse
from graph import queries
from graph.queries import Filters
from tests import plans
from tests.graphs import Graph
from tests.plans import Driver

SMALL, LARGE = 1_000, 8_000
MOST = 1.5
"""How many times more a page may read in the larger graph."""
RANKED = parse(
    "tests.ranked",
    "// name:    tests.ranked\n// mode:    read\n// param:   type  STRING NOT NULL  which\n"
    "// returns: id  STRING  id\n// returns: count  INTEGER  how often\n//\n// Ranks.\n"
    ":param type => 'VOICES';\n\n"
    "MATCH (:Statement)-[each]->(end)\nWHERE type(each) = $type\n"
    "RETURN end.id AS id, count(*) AS count\nORDER BY count DESC, id;",
)


@pytest.fixture(scope="module")
def driver(graph: Graph) -> Iterator[Driver]:
    """The server itself, which tells what it means to do."""
    with plans.opened(
        graph.connection.uri, graph.connection.user, graph.connection.password
    ) as driver:
        yield driver


@pytest.fixture(scope="module")
def costs(
    graph: Graph, driver: Driver, tmp_path_factory: pytest.TempPathFactory
) -> dict[int, dict[str, float]]:
    """Database hits for a row of each page, by the size of the graph; the larger one is left."""
    folder = tmp_path_factory.mktemp("sizes")
    found: dict[int, dict[str, float]] = {}
    for size in (SMALL, LARGE):
        graph.wipe()
        graph.load([archive(folder, size)])
        driver.execute_query("CALL db.prepareForReplanning()")
        driver.execute_query("CALL db.clearQueryCaches()")
        found[size] = dict(measured(graph, driver))
    return found


def archive(folder: Path, size: int) -> Path:
    path = folder / f"{size}.ndjson.gz"
    with opened(path) as to:
        write(world(size), head(size), to)
    return path


def measured(graph: Graph, driver: Driver) -> Iterator[tuple[str, float]]:
    """Yield what is asked, and the hits for each row of the answer."""
    database = graph.connection.database

    def page(lead: str, **params: object) -> float:
        keys = [
            row["key"] for row in graph.ask(graph.store.run(plans.load(lead), given(lead, params)))
        ]
        ids = [key.partition("/")[2] for key in keys]
        read = plans.hits(driver, database, lead, **params)
        nothing = dict.fromkeys(("act", "about"))
        read += plans.hits(driver, database, "statements.who", ids=ids, **nothing)
        return read / len(keys) if keys else 0.0

    yield "who denied", page("statements.of_act", act="denies")
    for kind, lead, name in (
        ("ABOUT", "statements.of_claim", "claim"),
        ("VOICES", "statements.of_voice", "voice"),
        ("MADE_BY", "statements.of_speaker", "speaker"),
    ):
        for rank, id_ in ranked(graph, kind):
            yield f"{lead} {rank}", page(lead, **{name: id_})
            yield f"{lead} {rank}, denials", page(f"{lead}_and_act", **{name: id_, "act": "denies"})
    for slot in ("supplier", "recipient"):
        for rank, id_ in ranked(graph, "CONCERNS"):
            params = {"slots": [slot], "named": [id_], "acts": ["denies"]}
            yield f"denials naming the {rank} as {slot}", page("statements.naming", **params)
    for rank, id_ in ranked(graph, "ABOUT"):
        claims = {"claims": [id_]}
        yield f"standing of the {rank}", plans.hits(driver, database, "claims.stands", **claims)


def given(lead: str, params: dict[str, object]) -> dict[str, object]:
    return plans.examples(plans.load(lead)) | params


def ranked(graph: Graph, kind: str) -> Iterator[tuple[str, str]]:
    """Yield the busiest, a middling and the rarest of what statements lead to."""
    ids = [row["id"] for row in graph.ask(graph.store.run(RANKED, {"type": kind}))]
    for rank, at in (("busiest", 0), ("median", len(ids) // 2), ("rarest", -1)):
        yield rank, ids[at]


def test_no_page_reads_more_as_the_graph_grows(costs: dict[int, dict[str, float]]) -> None:
    small, large = costs[SMALL], costs[LARGE]

    both = {name: (small[name], large[name]) for name in small if small[name] and large[name]}
    assert {name: each for name, each in both.items() if each[1] > MOST * each[0]} == {}
    assert len(both) > 14


@pytest.mark.parametrize("name", plans.FILES)
def test_no_plan_reads_or_sorts_more_than_a_page(
    name: str, costs: dict[int, dict[str, float]], graph: Graph, driver: Driver
) -> None:
    assert costs
    assert plans.faults(driver, graph.connection.database, name) == []


def test_every_exception_is_of_a_file_that_is_looked_at() -> None:
    assert {name for name, _ in plans.EXCEPTIONS} <= set(plans.FILES)
    assert all(why for why in plans.EXCEPTIONS.values())


def test_a_whole_page_of_a_busy_actor_is_there(
    costs: dict[int, dict[str, float]], graph: Graph
) -> None:
    assert costs
    busiest = next(id_ for _, id_ in ranked(graph, "VOICES"))

    found = graph.ask(queries.who(graph.store, None, Filters(voice=busiest), limit=100))

    assert [each.key for each in found] == sorted({each.key for each in found}, reverse=True)
    assert len(found) == 100
