"""What was rewritten to be fast answers what it answered before, row by row, in the same order.

The texts before are in ``former/``, whole, as they were. They are asked beside the new ones on the
shipped story and on an invented archive from which things were withdrawn, on days drawn at random.
"""

import random
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from bench.packing import opened, write
from bench.world import head, world
from cypher import Statement, load, parse
from graph.model import Claim, Document, Entity
from graph.model import Statement as Stated
from tests.graphs import Graph
from tests.plans import examples

FORMER = {path.stem: path for path in sorted((Path(__file__).parent / "former").glob("*.cypher"))}
SIZE = 900
DAYS = (date(2012, 1, 1), date(2025, 1, 1))
CHANCE = random.Random(6)  # noqa: S311  nothing secret
LISTS = ("paths", "statements")
"""Lists without an order of their own."""


class Archive:
    """An invented archive, loaded twice: the second time without some of its statements."""

    def __init__(self, graph: Graph, folder: Path) -> None:
        self.graph = graph
        records = list(world(SIZE, seed=6))
        said = [each for each in records if isinstance(each, Stated)]
        self.claims = [id_ for id_, _ in Counter(each.claim for each in said).most_common()]
        makers = Counter(who.actor for each in said for who in each.by)
        self.actors = [id_ for id_, _ in makers.most_common()]
        self.documents = [each.id for each in records if isinstance(each, Document)]
        self.statements = [each.id for each in said]
        slots = (each for each in records if isinstance(each, Claim))
        self.weapons = list(dict.fromkeys(item for each in slots for item in each.items))
        named = {id_ for each in said for id_ in (*each.responds_to, *each.relays)}
        gone = {each.id for each in said[3::9] if each.id not in named}
        kept = [
            each
            for each in records
            if each.id not in gone and getattr(each, "assesses", None) not in gone
        ]
        graph.wipe()
        for some in (records, kept):
            graph.load([_written(some, folder / "archive.ndjson")])

    def one(self, many: list[str]) -> str:
        """Return the busiest, or any other."""
        return many[0] if CHANCE.random() < 0.4 else CHANCE.choice(many)


def _written(records: list[Entity], path: Path) -> Path:
    with opened(path) as to:
        write(records, head(SIZE), to)
    return path


@pytest.fixture(scope="module")
def archive(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return Archive(graph, tmp_path_factory.mktemp("archive"))


@pytest.mark.parametrize("name", [name for name in FORMER if name.startswith("questions.")])
def test_the_story_answers_as_before(name: str, story: Graph) -> None:
    assert_same(story, name, examples(load(name)))


@pytest.mark.parametrize("name", FORMER)
def test_an_invented_archive_answers_as_before(name: str, archive: Archive) -> None:
    for params in asked(load(name), archive):
        if "words" in params:  # what the index of words is asked for that name
            params["words"] = f'name:"{params["name"]}" OR aliases:"{params["name"]}"'
        assert_same(archive.graph, name, params)


def assert_same(graph: Graph, name: str, params: Mapping[str, Any]) -> None:
    before = parse(name, FORMER[name].read_text("utf-8"))
    known = {param.name for param in before.params}

    expected = graph.ask(graph.store.run(before, {k: v for k, v in params.items() if k in known}))

    found = graph.ask(graph.store.run(load(name), params))
    assert [comparable(row) for row in found] == [comparable(row) for row in expected], params


def comparable(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: sorted(map(repr, value)) if key in LISTS and value.__class__ is list else value
        for key, value in row.items()
    }


def asked(question: Statement, archive: Archive) -> Iterator[dict[str, Any]]:
    """Yield parameters: everything null that may be, then mixtures drawn at random."""
    for turn in range(7):
        yield {
            param.name: _value(param.name, archive)
            if param.required or (turn and CHANCE.random() < 0.6)
            else None
            for param in question.params
        }


def _value(name: str, archive: Archive) -> Any:
    match name:
        case "asOf" | "day":
            return DAYS[0] + timedelta(days=CHANCE.randrange((DAYS[1] - DAYS[0]).days))
        case "claim":
            return archive.one(archive.claims)
        case "actor" | "other" | "supplier" | "recipient" | "institution" | "name" | "after":
            return archive.one(archive.actors)
        case "document":
            return archive.one(archive.documents)
        case "statement" | "subject":
            return archive.one(archive.statements)
        case "weapon":
            return archive.one(archive.weapons)
        case "clock":
            return CHANCE.choice(("said", "recorded"))
        case "type":
            return CHANCE.choice(("State", "Institution", "Official", "Outlet", "UnnamedSource"))
        case "label":
            return CHANCE.choice(("Actor", "Claim", "Statement", "Document"))
        case "beginning":
            return archive.one(archive.claims)[:3]
        case "limit":
            return 40
        case _:
            return None
