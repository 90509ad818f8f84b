"""Every .cypher file, walked."""

import asyncio
from datetime import date
from pathlib import Path

import pytest

import cypher
from cypher import StatementError, load, names, parse
from graph import derived, store
from graph.answers import KnownAs
from graph.watched import WatchedStore
from tests.graphs import Graph
from tests.plans import examples

FOLDERS = sorted(each.name for each in Path(cypher.__file__).parent.iterdir() if each.is_dir())
FILES = [name for folder in FOLDERS if folder != "__pycache__" for name in names(folder)]
QUESTIONS = names("questions")

EMPTY = {"questions.assessors", "statements.withdrawn"}
"""The shipped facts state no assessment, and none is made up; nothing of them was withdrawn."""

GOOD = """\
// name:    a.b
// mode:    read
// param:   claim  STRING NOT NULL  the claim
// values:  claim  ids of claims
// returns: id  STRING  the id
//
// What it answers.
:param claim => 'x';

MATCH (n:Claim {id: $claim})
RETURN n.id AS id
ORDER BY id;
"""

BUNDLED = """\
// name:    a.b
// mode:    read
// returns: rows  LIST<MAP>  one map for each row
// row:     id  STRING  the id
// row:     day  DATE  a day
//
// What it answers.

CALL () {
  UNWIND ['b', 'c', 'a'] AS id
  RETURN {id: id, day: date('2024-02-29')} AS row
  ORDER BY id
  LIMIT 3
}
RETURN collect(row) AS rows;
"""
"""All rows in one record."""


@pytest.mark.parametrize("name", FILES)
def test_a_file_agrees_with_itself(name: str) -> None:
    assert load(name).name == name


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (("a.b", "a.c"), "the header calls it"),
        (("read", "peek"), "no such mode"),
        (("// What it answers.\n", ""), "no prose"),
        (("BY id;", "BY id"), "semicolon"),
        (("$claim", "$other"), "declares"),
        ((":param claim", ":param clam"), "shows"),
        (("id  STRING  the id", "id STRING"), "is not <name> <TYPE>"),
        (("ids of claims", "claims"), "is not <name>  ids of <kind>s"),
        (("=> 'x'", "=> null"), "NOT NULL, and its example is null"),
        (("ORDER BY id", "LIMIT 3"), "does not end in ORDER BY"),
    ],
)
def test_a_file_whose_parts_disagree_is_refused_by_name(
    change: tuple[str, str], complaint: str
) -> None:
    broken = GOOD.replace(*change)

    with pytest.raises(StatementError, match=rf"(?m)^a\.b, line \d+: .*{complaint}"):
        parse("a.b", broken)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (("rows  LIST<MAP>", "rows  LIST<STRING>"), "is rows LIST<MAP> alone"),
        (("rows  LIST<MAP>", "page  LIST<MAP>"), "is rows LIST<MAP> alone"),
        (("// row:     day", "// returns: day"), "is rows LIST<MAP> alone"),
        (("  ORDER BY id\n", ""), "does not end in ORDER BY, closing brace"),
        (("AS rows;", "AS page;"), "does not end in ORDER BY, closing brace"),
        (("id  STRING  the id", "id STRING the id"), "is not <name> <TYPE>"),
    ],
)
def test_a_file_of_one_record_has_a_line_for_each_key_and_an_order_inside(
    change: tuple[str, str], complaint: str
) -> None:
    broken = BUNDLED.replace(*change)

    with pytest.raises(StatementError, match=rf"(?m)^a\.b, line \d+: .*{complaint}"):
        parse("a.b", broken)


def test_a_file_whose_rows_come_as_records_names_no_keys() -> None:
    unbundled = BUNDLED.replace("// row: ", "// returns: ")

    with pytest.raises(StatementError, match="does not end in ORDER BY"):
        parse("a.b", unbundled)


def test_rows_that_come_in_one_record_are_rows_like_any_other(story: Graph) -> None:
    statement = parse("a.b", BUNDLED)
    day = date(2024, 2, 29)

    rows = story.ask(story.store.run(statement, {}))
    most = story.ask(story.store.run(statement, {}, most=2))
    written = story.ask(story.store.write([(statement, {})]))

    assert [field.name for field in statement.returns] == ["id", "day"]
    assert rows == [{"id": "a", "day": day}, {"id": "b", "day": day}, {"id": "c", "day": day}]
    assert most == rows[:2]
    assert written == [rows]


@pytest.mark.parametrize("name", [name for name in FILES if load(name).bundled])
def test_what_comes_in_one_record_has_the_keys_that_its_header_names(
    name: str, story: Graph
) -> None:
    statement = load(name)

    rows = story.ask(story.store.run(statement, examples(statement)))

    assert bool(rows) is (name not in EMPTY)
    assert all(set(row) == {key.name for key in statement.returns} for row in rows)


def test_keys_of_maps_are_held_against_the_record_as_columns_are() -> None:
    unasked = WatchedStore(NotImplemented, lambda: False)

    with pytest.raises(StatementError, match=r"KnownAs differ: \['aliases', 'name', 'type'\]"):
        asyncio.run(store.rows(unasked, KnownAs, "dossiers.list", dossier=None))


def test_a_file_with_several_faults_is_told_them_all_each_with_its_line() -> None:
    broken = GOOD.replace("mode:    read", "mode:    peek").replace("$claim", "$other")

    with pytest.raises(StatementError) as told:
        parse("a.b", broken)

    assert str(told.value).splitlines() == [
        "a.b, line 2: no such mode",
        "a.b, line 3: declares claim, does not use it",
        "a.b, line 10: uses $other, does not declare it",
    ]


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_runs_as_it_stands_and_answers_on_the_story(name: str, story: Graph) -> None:
    statement = load(name)

    rows = story.ask(story.store.run(statement, examples(statement)))

    assert rows or name in EMPTY
    assert all(list(row) == [column.name for column in statement.returns] for row in rows)


def test_no_cypher_stands_outside_its_folder() -> None:
    root = Path(cypher.__file__).parent.parent
    sources = [p for f in ("api", "graph", "viz") for p in (root / f).rglob("*.py")]

    found = [p for p in sources if "MATCH (" in p.read_text("utf-8")]

    assert not found


def test_every_act_has_a_derived_type_of_its_own() -> None:
    assert len(set(derived.TYPES)) == len(derived.TYPES) == 24
