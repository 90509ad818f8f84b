"""Overviews keep the newest of each list and say so; what is read grows with the matter only."""

# The driver leaves its keyword arguments untyped.
# pyright: reportUnknownMemberType=false

import json
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any, LiteralString, cast

import pytest
from neo4j import GraphDatabase

from cypher import load
from graph import finding, overviews, queries
from graph.overviews import NEWEST
from tests.graphs import Graph

FIRST = date(2020, 1, 1)


def quarrel(path: Path, statements: int) -> Path:
    """Write a dossier in which a state asserts and denies by turns, day by day, answering itself.

    Each statement stands on a page of its own that draws on the first one.
    """
    lines: list[dict[str, Any]] = [
        {"dossier": {"dossier": "quarrel", "title": "A quarrel"}},
        {"actor": {"id": "aa", "type": "state", "name": "Aland"}},
        {"actor": {"id": "wire", "type": "outlet", "name": "Wire"}},
        {"claim": {"id": "sent", "text": "Arms.", "kind": "arms_transfer", "supplier": ["aa"]}},
    ]
    for turn in range(statements):
        day = (FIRST + timedelta(days=turn)).isoformat()
        drawn = {"draws_on": [{"document": "page-0000"}]} if turn else {}
        page = {"id": f"page-{turn:04}", "publisher": "wire", "published": day, **drawn}
        act, belief = ("denies", "certain_false") if turn % 2 else ("asserts", "certain_true")
        answered = {"responds_to": [f"said-{turn - 1:04}"]} if turn else {}
        said = {"id": f"said-{turn:04}", "by": [{"actor": "aa"}], "act": act, "claim": "sent"}
        where = {"reports": [{"document": page["id"]}], "said": day, "belief": belief}
        lines += [{"document": page}, {"statement": {**said, **where, **answered}}]
    path.write_text("".join(json.dumps(each) + "\n" for each in lines), "utf-8")
    return path


def test_overviews_keep_the_newest_and_name_the_lists_that_they_cut(
    empty: Graph, tmp_path: Path
) -> None:
    many = NEWEST + 30
    empty.load([quarrel(tmp_path / "quarrel.ndjson", many)])
    last = f"said-{many - 1:04}"

    claim = empty.ask(overviews.claim(empty.store, "sent"))
    actor = empty.ask(overviews.actor(empty.store, "aa"))
    statement = empty.ask(overviews.statement(empty.store, last))
    document = empty.ask(overviews.document(empty.store, "page-0000"))

    assert claim.truncated == ["positions", "timeline", "changes", "thread"]
    assert [each.origin for each in claim.origins] == ["aa"]
    assert claim.timeline[-1].statement == claim.positions[0].statement == last
    assert {len(each) for each in (claim.positions, claim.timeline, claim.changes)} == {NEWEST}
    assert claim.changes == actor.changes
    assert claim.changes[-1].to_statement == claim.thread[-1].answer == last
    assert len(claim.thread) == NEWEST
    assert actor.truncated == ["positions", "changes"]
    # An answer is followed for twenty steps.
    assert (len(statement.thread), statement.truncated) == (21, [])
    assert document.truncated == ["dependents", "drawnOnBy"]
    assert len(document.dependents) == len(document.document.drawn_on_by) == NEWEST
    assert document.dependents[0].statement == last


def test_an_overview_of_little_is_whole_and_its_timeline_is_what_stood(story: Graph) -> None:
    for each in story.ask(queries.claims(story.store, limit=200)):
        found = story.ask(overviews.claim(story.store, each.id))
        stood = story.ask(queries.what_stood_on(story.store, each.id, date.max))

        assert found.truncated == []
        assert found.timeline == stood


def test_changes_of_an_actor_may_be_looked_for_among_its_newest_statements_only(
    empty: Graph, tmp_path: Path
) -> None:
    empty.load([quarrel(tmp_path / "quarrel.ndjson", 12)])

    def changes(among: int | None = None, newest: int | None = None) -> list[str]:
        asked = queries.who_changed_position(empty.store, actor="aa", among=among, newest=newest)
        found = empty.ask(asked)
        return [each.to_statement for each in found]

    assert len(changes()) == 11
    assert changes(newest=2) == ["said-0010", "said-0011"]
    assert changes(among=3) == ["said-0010", "said-0011"]
    assert changes(among=3, newest=1) == ["said-0011"]


def test_what_is_searched_for_is_found_behind_any_number_of_better_matches_of_another_kind(
    empty: Graph, tmp_path: Path
) -> None:
    lines = [{"dossier": {"dossier": "names", "title": "Names"}}]
    for each in range(520):
        outlet = {"id": f"outlet-{each}", "type": "outlet", "name": f"Herald {each}"}
        lines.append({"actor": outlet})
    name = "The old and venerable Herald of the northern isles"
    lines.append(
        {"actor": {"id": "northern", "type": "institution", "name": name, "kind": "paper"}}
    )
    path = tmp_path / "names.ndjson"
    path.write_text("".join(json.dumps(each) + "\n" for each in lines), "utf-8")
    empty.load([path])

    found = empty.ask(finding.search(empty.store, "herald", type_="Institution"))

    assert [each.id for each in found] == ["northern"]


GROWING: Mapping[str, dict[str, Any]] = {
    "questions.who_changed_position": {"actor": "aa"},
    "questions.admitted_after_denying": {"actor": "aa"},
    "questions.parties_without_position": {"claim": "sent"},
    "questions.connection": {"actor": "aa", "other": "wire"},
    "questions.thread": {"claim": "sent"},
    "questions.state_positions": {"claim": "sent"},
    "questions.origins": {"claim": "sent"},
    "questions.way_back": {"claim": "sent"},
    "questions.what_depends_on": {"document": "page-0000"},
    "questions.everything_on": {"claim": "sent"},
}


def test_what_is_read_grows_with_the_matter_and_not_with_its_square(
    empty: Graph, tmp_path: Path
) -> None:
    read: list[dict[str, int]] = []
    for statements in (40, 160):
        empty.load([quarrel(tmp_path / "quarrel.ndjson", statements)])
        read.append({name: hits(empty, name, params) for name, params in GROWING.items()})

    few, many = read
    grown = {name: many[name] / few[name] for name in GROWING}
    assert {name: n for name, n in grown.items() if n > 5} == {}


@pytest.mark.parametrize("kind", ["State", "Outlet"])
def test_how_often_an_actor_spoke_is_known_without_reading_what_it_said(
    kind: str, empty: Graph, tmp_path: Path
) -> None:
    read: list[int] = []
    for statements in (40, 160):
        empty.load([quarrel(tmp_path / "quarrel.ndjson", statements)])
        params = {"type": kind, "after": None, "limit": 25}
        read.append(
            hits(empty, "actors.list", params) + hits(empty, "actors.detail", {"actor": "aa"})
        )

    assert read[1] <= read[0] + 10


def hits(graph: Graph, name: str, params: Mapping[str, Any]) -> int:
    """Return the database hits of a statement, parameters that are not given null."""
    statement, at = load(name), graph.connection
    given = {param.name: None for param in statement.params} | dict(params)
    text = cast("LiteralString", f"PROFILE {statement.text}")
    with GraphDatabase.driver(at.uri, auth=(at.user, at.password)) as driver:
        _, summary, _ = driver.execute_query(text, given, database_=at.database)
    return _hits(cast("dict[str, Any]", summary.profile))


def _hits(plan: Mapping[str, Any]) -> int:
    return int(plan.get("dbHits", 0)) + sum(map(_hits, plan.get("children", ())))
