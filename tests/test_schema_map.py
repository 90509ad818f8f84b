"""The map of the schema: everything is on it, and can be told apart."""

from collections.abc import Generator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx2
import pytest
from playwright.sync_api import Browser, expect

from graph.answers import DescribedSchema
from graph.described import schema
from tests.browser import browser
from tests.graphs import Graph
from tests.reader import Reader
from tests.test_maps import given
from tests.test_maps_drawn import boxes, course
from viz import Map, schema_map
from viz.boxes import overlaps

MADE = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def described(graph: Graph) -> DescribedSchema:
    graph.load_story()
    return graph.ask(schema(graph.store))


@pytest.fixture(scope="module")
def drawn(described: DescribedSchema) -> Map:
    return schema_map(described, MADE)


@pytest.fixture(scope="module")
def chromium(described: DescribedSchema) -> Generator[Browser]:
    assert described.labels  # asked for before: no graph can be asked while a browser runs
    with browser() as started:
        yield started


def lines(page: Map) -> list[dict[str, Any]]:
    return given(page)["edges"]


def test_every_label_is_a_node_and_every_type_is_told_on_a_line(
    described: DescribedSchema, drawn: Map
) -> None:
    told = {name for line in lines(drawn) for name, _ in line["facts"]}

    names = [each.name for each in described.labels if each.name != "Stale"]
    assert [node["name"] for node in given(drawn)["nodes"]] == names
    assert told == {each.name for each in described.relationships}


def test_counts_on_lines_add_up_to_what_there_is(described: DescribedSchema, drawn: Map) -> None:
    counted: dict[str, int] = {}
    for line in lines(drawn):
        for name, text in line["facts"]:
            number = int(text.partition(".")[0].replace(",", ""))
            counted[name] = counted.get(name, 0) + number

    assert counted == {each.name: each.count for each in described.relationships}
    words = [each for line in lines(drawn) for each in line["words"].split("\n")]
    assert f"VOICES {counted['VOICES']:,}" in words


def test_what_is_derived_is_told_by_its_dash(described: DescribedSchema, drawn: Map) -> None:
    derived = {each.name for each in described.relationships if each.comes_from == "derived"}
    by_group: dict[str, set[str]] = {}
    for line in lines(drawn):
        names = {name for name, _ in line["facts"]}
        by_group.setdefault(line["group"], set()).update(names)

    alone = [names for names in by_group.values() if names & derived]
    assert alone == [derived]


def test_no_two_labels_overlap_and_no_two_lines_are_one(drawn: Map) -> None:
    courses = [course(line) for line in lines(drawn)]

    assert not overlaps(boxes(drawn))
    assert len(set(courses)) == len(courses)


def test_the_service_serves_it_sealed(service: httpx2.Client) -> None:
    answer = service.get("/maps/schema")

    assert answer.status_code == 200
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert "What is the graph made of?" in answer.text


def test_a_click_shows_the_words_of_a_label(chromium: Browser, drawn: Map, tmp_path: Path) -> None:
    reader = Reader(chromium, tmp_path)
    tab = reader.opens(drawn)

    reader.clicks_at("label:Statement")

    expect(tab.locator("#panel")).to_contain_text("One speech act by one speaker")
    expect(tab.locator("#panel")).to_contain_text("First day by which it had certainly been said")
    assert reader.trouble == []
    tab.close()
