"""Every .cypher file, walked."""

from datetime import date
from pathlib import Path

import pytest

import cypher
from cypher import Param, Statement, StatementError, load, names, parse
from graph import derived
from tests.graphs import Graph

FOLDERS = sorted(each.name for each in Path(cypher.__file__).parent.iterdir() if each.is_dir())
FILES = [name for folder in FOLDERS if folder != "__pycache__" for name in names(folder)]
QUESTIONS = names("questions")

EMPTY = {"questions.assessors"}
"""The shipped facts state no assessment, and none is made up."""

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
    assert len(set(derived.TYPES)) == len(derived.TYPES) == 22


def examples(statement: Statement) -> dict[str, object]:
    """Return the values of the :param lines of a file."""
    return {param.name: _value(param) for param in statement.params}


def _value(param: Param) -> object:
    if param.example is not None and param.type.startswith("DATE"):
        return date.fromisoformat(param.example)
    return param.example
