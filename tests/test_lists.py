"""Lists are what one statement over the whole graph would give, whichever index they come from."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

import pytest

from bench.packing import opened, write
from bench.world import head, world
from cypher import parse
from graph import queries
from graph.answers import ClaimSummary, Position, Standing
from graph.errors import NotFound
from graph.queries import Filters
from graph.vocabulary import Act
from tests.graphs import Graph

WHO, CLAIMS = (
    replace(each, text=re.sub(r"\$(\w+)", r"$asked.\1", each.text))
    for name in ("who", "claims")
    for each in [
        parse(f"tests.{name}", (Path(__file__).parent / f"{name}.cypher").read_text("utf-8"))
    ]
)
"""The lists as one statement each, that reads all there is. Its parameters come in a map: a
server plans a statement anew where one is null that was not, and there are many mixtures."""
STORY = {
    "claim": ["iran-sent-400-ballistic-missiles-to-russia", "iran-delivered-fath-360-to-russia"],
    "speaker": ["iran-un-mission", "reuters", "ir"],
    "voice": ["ir", "us", "iran-un-mission", "reuters"],
    "about": ["ir", "ru"],
    "weapon": ["fateh-110", "fath-360"],
    "supplier": ["ir"],
    "recipient": ["ru"],
    "dossier": ["arms-for-russia-missiles-early-2024"],
}
DAYS = [date(2022, 10, 20), date(2024, 2, 23), date(2024, 9, 10)]


def filters(**conditions: Any) -> Filters:
    return Filters(**conditions)


def old_who(graph: Graph, act: Act | None, asked: Filters, after: str | None, most: int) -> Any:
    names = (*STORY, "since", "until", "named")
    given = {name: getattr(asked, name) for name in names}
    params = {
        **given,
        "act": act,
        "explicitOnly": asked.explicit_only,
        "asOf": asked.as_of,
        "after": after,
        "limit": most,
    }
    return [Position.model_validate(x) for x in graph.ask(graph.store.run(WHO, {"asked": params}))]


def mixtures(ids: dict[str, list[str]], count: int) -> Iterator[tuple[Act | None, Filters]]:
    for name, values in ids.items():
        for act, value in product((None, Act.DENIES, Act.REPORTS), values):
            yield act, filters(**{name: value})
    yield None, Filters()
    yield Act.DENIES, Filters()
    dice = Random(6)  # noqa: S311
    for _ in range(count):
        chosen = dice.sample(list(ids), dice.choice((0, 1, 1, 2, 2, 3)))
        conditions: dict[str, Any] = {name: dice.choice(ids[name]) for name in chosen}
        for name in ("since", "until", "as_of"):
            if dice.random() < 0.25:
                conditions[name] = dice.choice(DAYS)
        if dice.random() < 0.2:
            conditions["named"] = dice.choice((True, False))
        if dice.random() < 0.2:
            conditions["explicit_only"] = True
        yield dice.choice((None, None, *Act)), filters(**conditions)


def assert_same(graph: Graph, ids: dict[str, list[str]], count: int) -> int:
    told = 0
    for act, asked in mixtures(ids, count):
        after = None
        for limit in (7, 40):
            expected = old_who(graph, act, asked, after, limit)
            found = graph.ask(queries.who(graph.store, act, asked, after=after, limit=limit))
            assert found == expected, (act, asked, after)
            told += len(found)
            if not found:
                break
            after = found[-1].key
    return told


def test_on_the_story_every_mixture_of_conditions_gives_the_same_list(story: Graph) -> None:
    assert assert_same(story, STORY, 20) > 700


@pytest.fixture(scope="module")
def archive(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """An invented archive of 600 statements."""
    path = tmp_path_factory.mktemp("archive") / "archive.ndjson"
    with opened(path) as to:
        write(world(600), head(600), to)
    graph.wipe()
    graph.load([path])
    return graph


def test_on_an_invented_archive_every_mixture_gives_the_same_list(archive: Graph) -> None:
    assert assert_same(archive, busiest(archive), 12) > 500


def busiest(graph: Graph) -> dict[str, list[str]]:
    """Return ids of the archive, the busiest and others, by the condition that they are for."""
    found = old_who(graph, None, Filters(), None, 600)
    claims = [each.claim.id for each in found]
    speakers = [speaker.id for each in found for speaker in each.speakers]
    voices = [voiced.id for each in found for voiced in each.voices]
    listed = {
        claim.id: claim
        for claim in (graph.ask(queries.claim(graph.store, x)) for x in set(claims[:40]))
    }
    return {
        "claim": some(claims),
        "speaker": some(speakers),
        "voice": some(voices),
        "about": some([x.id for each in listed.values() for x in (*each.supplier, *each.party)]),
        "weapon": some([x.id for each in listed.values() for x in each.items]),
        "supplier": some([x.id for each in listed.values() for x in each.supplier]),
        "recipient": some([x.id for each in listed.values() for x in each.recipient]),
        "dossier": [head(600).dossier],
    }


def some(ids: list[str]) -> list[str]:
    """Return the most frequent, a middling and the rarest of some ids."""
    ranked = sorted(set(ids), key=lambda each: (-ids.count(each), each))
    return [ranked[0], ranked[len(ranked) // 2], ranked[-1]]


@pytest.mark.parametrize("as_of", [None, DAYS[1]])
def test_claims_are_listed_as_one_statement_would(story: Graph, as_of: date | None) -> None:
    conditions: list[dict[str, Any]] = [
        {},
        {"about": "ru"},
        {"supplier": "ir"},
        {"recipient": "ru"},
        {"weapon": "fateh-110"},
        {"kind": "arms_transfer"},
        {"kind": "arms_transfer", "about": "ir", "weapon": "fath-360"},
        {"supplier": "ru", "recipient": "ir"},
    ]
    for asked in conditions:
        after: str | None = None
        while True:
            nothing = dict.fromkeys(("about", "supplier", "recipient", "weapon", "kind"))
            params = {**nothing, **asked, "asOf": as_of, "after": after, "limit": 9}
            rows = story.ask(story.store.run(CLAIMS, {"asked": params}))
            expected = [ClaimSummary.model_validate(row) for row in rows]
            work = queries.claims(story.store, **asked, as_of=as_of, after=after, limit=9)
            assert story.ask(work) == expected, asked
            if not expected:
                break
            after = expected[-1].key


def test_the_standing_that_is_kept_is_the_one_that_is_computed(story: Graph) -> None:
    claims = [each.id for each in story.ask(queries.claims(story.store, limit=500))]

    kept = story.ask(queries.standings(story.store, claims))
    computed = story.ask(queries.standings(story.store, claims, date(9999, 12, 31)))

    assert kept == computed
    assert len({each.standing for each in kept.values()}) > 3
    assert all(type(each) is Standing for each in kept.values())


def test_what_is_not_there_is_told_whichever_condition_names_it(story: Graph) -> None:
    for name in STORY:
        with pytest.raises(NotFound):
            story.ask(queries.who(story.store, None, filters(**{name: "nothing-of-the-kind"})))
    for name in ("about", "supplier", "recipient", "weapon"):
        asked: dict[str, Any] = {name: "nothing-of-the-kind"}
        with pytest.raises(NotFound):
            story.ask(queries.claims(story.store, **asked))
    assert story.ask(queries.claims(story.store, kind="nothing of the kind")) == []
