"""The schema as it is described: all of it, and nothing besides."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import httpx2
import pytest
from rich.console import Console

from api.commands.schema import schema_csv, schema_json, schema_tables
from graph.answers import DescribedLabel, DescribedRelationship, DescribedSchema
from graph.described import flat, schema
from graph.model import Entity
from graph.vocabulary import ACTS, Act, Stage
from tests.graphs import CONTENTS, Graph

EVERYTHING = Path(__file__).parent / "described" / "everything.yaml"
TYPES = {
    str: "STRING",
    bool: "BOOLEAN",
    int: "INTEGER",
    float: "FLOAT",
    date: "DATE",
    datetime: "ZONED DATETIME",
}


@dataclass(frozen=True)
class Seen:
    """A graph that holds all that a dossier can make, and how it was described then."""

    described: DescribedSchema
    nodes: list[tuple[list[str], Mapping[str, Any]]]
    lines: list[tuple[str, str, str, Mapping[str, Any]]]

    def on_nodes(self) -> dict[tuple[str, str], list[Any]]:
        found: dict[tuple[str, str], list[Any]] = {}
        for labels, properties in self.nodes:
            for label in labels:
                for key, value in properties.items():
                    found.setdefault((label, key), []).append(value)
        return found

    def on_lines(self) -> dict[tuple[str, str], list[Any]]:
        found: dict[tuple[str, str], list[Any]] = {}
        for _, type_, _, properties in self.lines:
            for key, value in properties.items():
                found.setdefault((type_, key), []).append(value)
        return found


@pytest.fixture(scope="module")
def seen(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Seen:
    """The story, every field there is, and then a withdrawal of all of the latter."""
    gone = tmp_path_factory.mktemp("gone") / "everything.yaml"
    gone.write_text("dossier: everything\ntitle: Nothing any more\nnotes: Invented.\n", "utf-8")
    graph.load_story()
    graph.load([EVERYTHING])
    before = contents(graph)
    graph.load([gone])
    after = contents(graph)
    kinds = {row["source"]: row["kind"] for row in after if row["target"] is None}
    return Seen(
        graph.ask(schema(graph.store)),
        [(row["kind"], row["properties"]) for row in after if row["target"] is None],
        [
            (
                narrowest(kinds[row["source"]]),
                row["kind"][0],
                narrowest(kinds[row["target"]]),
                row["properties"],
            )
            for row in (*before, *after)
            if row["target"] is not None
        ],
    )


def contents(graph: Graph) -> list[Mapping[str, Any]]:
    return list(graph.ask(graph.store.run(CONTENTS, {})))


def narrowest(labels: list[str]) -> str:
    return next(each for each in labels if each not in ("Actor", "Entity"))


def properties(
    of: list[DescribedLabel] | list[DescribedRelationship],
) -> Iterator[tuple[str, str]]:
    return ((each.name, inner.name) for each in of for inner in each.properties)


def test_every_label_and_its_properties_are_described_and_none_besides(seen: Seen) -> None:
    found = set(seen.on_nodes())
    shared = {
        key for _, key in properties([x for x in seen.described.labels if x.name == "Entity"])
    }

    described = set(properties(seen.described.labels))

    assert {label for labels, _ in seen.nodes for label in labels} == {
        each.name for each in seen.described.labels if each.name != "Stale"
    }
    assert described == {(label, key) for label, key in found if label != "Entity" or key in shared}
    assert (
        {key for label, key in found if label == "Entity"}
        >= shared
        == {
            *Entity.model_fields,
            "fingerprint",
            "recordedAt",
            "withdrawnAt",
        }
    )


def test_every_relationship_and_its_properties_are_described_and_none_besides(seen: Seen) -> None:
    assert {type_ for _, type_, _, _ in seen.lines} == {
        each.name for each in seen.described.relationships
    }
    assert set(properties(seen.described.relationships)) == set(seen.on_lines())


def test_relationships_lead_only_where_they_are_said_to_lead(seen: Seen) -> None:
    said = {
        (start, each.name, end)
        for each in seen.described.relationships
        for start in each.starts
        for end in each.reaches
    }

    assert {(start, type_, end) for start, type_, end, _ in seen.lines} <= said


def test_every_value_has_the_type_that_is_described(seen: Seen) -> None:
    values = seen.on_nodes() | seen.on_lines()

    for each in (*seen.described.labels, *seen.described.relationships):
        for inner in each.properties:
            assert {typed(x) for x in values[each.name, inner.name]} == {inner.type}, (
                each.name,
                inner.name,
            )


def test_where_the_vocabulary_is_closed_no_other_value_occurs(seen: Seen) -> None:
    values = seen.on_nodes() | seen.on_lines()
    closed = [
        (each.name, inner)
        for each in (*seen.described.labels, *seen.described.relationships)
        for inner in each.properties
        if inner.allowed
    ]

    assert len(closed) > 12
    for name, inner in closed:
        assert set(values[name, inner.name]) <= set(inner.allowed)
    by_name = {(name, inner.name): inner.allowed for name, inner in closed}
    assert by_name["Statement", "act"] == [each.value for each in Act]
    assert by_name["Claim", "stage"] == [each.value for each in Stage]


def test_everything_described_has_words_of_its_own(seen: Seen) -> None:
    rows = flat(seen.described)

    assert [(row.name, row.property) for row in rows if len(row.meaning) < 4] == []
    assert [row.meaning for row in rows if "``" in row.meaning or "\n" in row.meaning] == []
    assert len({each.meaning for each in seen.described.relationships}) == len(
        seen.described.relationships
    )


def test_what_is_derived_is_told_from_what_a_dossier_states(seen: Seen) -> None:
    derived = {x.name for x in seen.described.relationships if x.comes_from == "derived"}

    assert derived == {"VOICES", "CONCERNS", "STANDS", *(word.edge for word in ACTS.values())}
    statement = next(each for each in seen.described.labels if each.name == "Statement")
    ours = {each.name: each.comes_from for each in statement.properties}
    assert (ours["act"], ours["knownBy"], ours["saidLatest"]) == ("dossier", "derived", "graph")


def test_the_service_counts_what_the_story_holds(service: httpx2.Client, story: Graph) -> None:
    found = service.get("/v1/schema").json()

    rows = contents(story)
    statements = [row["properties"] for row in rows if "Statement" in row["kind"]]
    label = next(each for each in found["labels"] if each["name"] == "Statement")
    counts = {each["name"]: each["count"] for each in label["properties"]}
    assert label["count"] == len(statements) > 100
    assert counts["explicit"] == sum("explicit" in each for each in statements) < len(statements)
    assert counts["withdrawnAt"] == 0
    reports = [row["properties"] for row in rows if row["kind"] == ["REPORTED_IN"]]
    line = next(each for each in found["relationships"] if each["name"] == "REPORTED_IN")
    assert line["ends"] == [{"start": "Statement", "end": "Document", "count": len(reports)}]
    quotes = next(each for each in line["properties"] if each["name"] == "quote")
    assert quotes["count"] == sum("quote" in each for each in reports) < len(reports)


@pytest.mark.parametrize(("only", "of"), [("Claim", "labels"), ("DENIED", "relationships")])
def test_one_label_or_type_can_be_asked_for(service: httpx2.Client, only: str, of: str) -> None:
    found = service.get("/v1/schema", params={"only": only}).json()

    assert [each["name"] for each in found["labels"] + found["relationships"]] == [only]
    assert len(found[of]) == 1


def test_a_label_that_is_not_there_comes_with_near_ones(service: httpx2.Client) -> None:
    answer = service.get("/v1/schema?only=Statment")

    assert answer.status_code == 404
    assert "Nearest: Statement" in answer.json()["detail"]


def test_the_table_has_a_row_for_each_label_type_and_property(service: httpx2.Client) -> None:
    whole = service.get("/v1/schema").json()

    answer = service.get("/v1/schema?format=csv")

    rows = list(csv.DictReader(io.StringIO(answer.text)))
    every = whole["labels"] + whole["relationships"]
    assert answer.headers["content-type"].startswith("text/csv")
    assert len(rows) == len(every) + sum(len(each["properties"]) for each in every)
    assert [row["ends"] for row in rows if row["name"] == "ABOUT"] == ["Statement -> Claim (174)"]


def test_the_tables_of_the_command_line_name_everything(story: Graph) -> None:
    found = story.ask(schema(story.store))
    console = Console(width=160, record=True, file=io.StringIO())

    console.print(schema_tables(found))

    printed = console.export_text()
    names = [each.name for each in (*found.labels, *found.relationships)]
    assert [name for name in names if name not in printed] == []
    assert [key for _, key in properties(found.labels) if key not in printed] == []
    assert "certain_true" in printed


def test_the_command_line_gives_what_the_service_gives(
    service: httpx2.Client, story: Graph
) -> None:
    found = story.ask(schema(story.store))

    assert json.loads(schema_json(found)) == service.get("/v1/schema").json()
    assert schema_csv(found) == service.get("/v1/schema?format=csv").text


def typed(value: Any) -> str:
    if isinstance(value, list):
        return "LIST<STRING>" if all(isinstance(each, str) for each in value) else "LIST"  # pyright: ignore[reportUnknownVariableType]
    return TYPES[type(value)]


def test_an_empty_graph_has_the_same_schema_and_counts_nothing(empty: Graph) -> None:
    found = empty.ask(schema(empty.store))

    counted = {each.name: each.count for each in (*found.labels, *found.relationships)}
    assert {name for name, count in counted.items() if count} == {"Rejoinder"}
    assert len(counted) > 60
