"""Scripts taken apart, and plain literals: no database."""

from datetime import date

import pytest

from cypher import StatementError, load, names
from cypher.literals import Unreadable, literal
from cypher.scripts import read


@pytest.mark.parametrize("name", names("questions"))
def test_a_question_file_is_one_statement_with_the_parameters_it_declares(name: str) -> None:
    statement = load(name)

    (step,) = read(statement.source).steps

    assert set(step.used) == set(step.params) == {param.name for param in statement.params}
    assert step.text.strip().endswith(statement.text[-40:])


def test_only_a_semicolon_of_the_statement_ends_it() -> None:
    script = read("""// one; $no
RETURN 'a;$b', "it's;", `c;` /* ; $d
; */ AS e;  // after; it
;
RETURN '\\';' , 2""")

    assert [step.text.strip().splitlines()[-1][-9:] for step in script.steps] == [
        "; */ AS e",
        "'\\';' , 2",
    ]
    assert [step.used for step in script.steps] == [(), ()]


def test_a_statement_keeps_its_place() -> None:
    first, second, third = read("RETURN 1;\n\n  RETURN 2; RETURN 3").steps

    assert first.text == "RETURN 1"
    assert second.text.splitlines()[2] == "  RETURN 2"
    assert third.text.splitlines()[2] == "           " + " RETURN 3"


def test_a_label_that_begins_a_line_is_no_command() -> None:
    (step,) = read("MATCH (a\n:Actor {id: $`an id`})\nWHERE a:$any($labels) RETURN a;").steps

    assert step.used == ("an id", "labels")
    assert ":Actor" in step.text


def test_a_parameter_line_holds_for_what_comes_after_it() -> None:
    script = read(":param x => 1;\nRETURN $x;\n:param x => 2 // two\nRETURN $x;", {"y": 3})

    assert [step.params["x"] for step in script.steps] == [1, 2]
    assert script.params == {"x": 2, "y": 3}
    assert all(":param" not in step.text for step in script.steps)


def test_every_line_that_cannot_be_read_is_told_with_its_place_and_what_would_be_right() -> None:
    with pytest.raises(StatementError) as told:
        read(":param a => datetime()\n:param b\n:begin\n:param c => [1, ;\nRETURN 1;")

    lines = str(told.value).splitlines()
    assert [line.split(":")[0] for line in lines[:4]] == [f"Line {n}" for n in (1, 2, 3, 4)]
    assert "'datetime()' is no plain value" in lines[0]
    assert lines[4].startswith("Right would be :param name => 'text';")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("'it\\'s \\u00e9\\n'", "it's é\n"),
        ('"a" ;', "a"),
        ("-12", -12),
        ("1.5e3 // c", 1500.0),
        (".5;", 0.5),
        ("TRUE", True),
        ("null;", None),
        ("date('2024-02-23')", date(2024, 2, 23)),
        ("[]", []),
        ("[1, ['x'], /* c */ null]", [1, ["x"], None]),
        (
            "{a: 1, `b c`: {}, 'd': [date(\"2024-01-01\")]}",
            {"a": 1, "b c": {}, "d": [date(2024, 1, 1)]},
        ),
    ],
)
def test_a_plain_literal_is_read(text: str, value: object) -> None:
    assert literal(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        ";",
        "x",
        "truex",
        "1 2",
        "1x",
        "1.2.3",
        "'a",
        "[1",
        "[1,]",
        "[,1]",
        "{a 1}",
        "{a: 1",
        "date()",
        "date('')",
        "date('2024-02-30')",
        "timestamp()",
        str(2**63),
        "[" * 60 + "]" * 60,
    ],
)
def test_what_is_no_plain_literal_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        literal(text)
