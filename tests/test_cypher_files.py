"""Every .cypher file, walked."""

from pathlib import Path

import pytest

import cypher
from cypher import StatementError, load, names, parse
from graph import derived
from tests.graphs import Graph

FOLDERS = sorted(each.name for each in Path(cypher.__file__).parent.iterdir() if each.is_dir())
FILES = [name for folder in FOLDERS if folder != "__pycache__" for name in names(folder)]
QUESTIONS = names("questions")

GOOD = """\
// name:    a.b
// mode:    read
// param:   claim  STRING  the claim
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
    ],
)
def test_a_file_whose_parts_disagree_is_refused_by_name(
    change: tuple[str, str], complaint: str
) -> None:
    broken = GOOD.replace(*change)

    with pytest.raises(StatementError, match=rf"^a\.b: .*{complaint}"):
        parse("a.b", broken)


@pytest.mark.parametrize("name", [name for name in FILES if load(name).mode == "read"])
def test_every_reading_file_orders_its_rows_and_starts_at_a_label(name: str) -> None:
    text = load(name).text

    assert "ORDER BY" in text.splitlines()[-1] or "ORDER BY" in text.splitlines()[-2]
    assert "MATCH (n)" not in text


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_runs_as_it_stands_and_answers_on_the_story(name: str, story: Graph) -> None:
    statement = load(name)

    rows = story.ask(story.store.run(statement, examples(name)))

    assert rows
    assert set(rows[0]) == {column.name for column in statement.returns}


def test_no_cypher_stands_outside_its_folder() -> None:
    root = Path(cypher.__file__).parent.parent
    sources = [p for f in ("api", "graph", "viz") for p in (root / f).rglob("*.py")]

    found = [p for p in sources if "MATCH (" in p.read_text("utf-8")]

    assert not found


def test_every_act_has_a_derived_type_of_its_own() -> None:
    assert len(set(derived.TYPES)) == len(derived.TYPES) == 22


def examples(name: str) -> dict[str, object]:
    """Return the values of the :param lines of a file."""
    import re
    from datetime import date

    path = Path(cypher.__file__).parent / f"{name.replace('.', '/')}.cypher"
    values: dict[str, object] = {}
    for key, value in re.findall(r"(?m)^:param +(\w+) +=> +(.+);$", path.read_text("utf-8")):
        day = re.fullmatch(r"date\('(.+)'\)", value)
        text = re.fullmatch(r"'(.*)'", value)
        plain = {"null": None, "true": True, "false": False}
        if day:
            values[key] = date.fromisoformat(day[1])
        elif text:
            values[key] = text[1]
        else:
            values[key] = plain[value] if value in plain else int(value)
    return values
