"""What the reader of strangers' Cypher refuses, by which rule, and what it lets pass."""

import re
from collections import Counter
from pathlib import Path
from time import process_time

import pytest

import cypher
from graph.errors import BadRequest, Refused
from graph.guest import reading, rules, words
from graph.guest.limits import Limits
from graph.guest.tokens import Source, cut
from tests.guest import Case, hostile, legitimate

HOSTILE = hostile()
LEGITIMATE = legitimate()
BY_A_RULE = [case for case in HOSTILE if case.rule]
AS_NAMES = [
    case for case in BY_A_RULE if case.rule == "command" and case.id.startswith("keywords-as-names")
]
COMMANDS = [case for case in BY_A_RULE if case.rule == "command" and case not in AS_NAMES]
OURS = [
    name
    for folder in Path(cypher.__file__).parent.iterdir()
    if folder.is_dir() and folder.name != "__pycache__"
    for name in cypher.names(folder.name)
    if cypher.load(name).mode == "read"
]
NOT_FOR_STRANGERS = {
    name: "command"
    for name in cypher.names("guest")
    if cypher.load(name).text.startswith(("SHOW", "TERMINATE"))
} | {
    "counts.kept": "procedure",
    # It collects days of statements of claims, to compare each with its neighbours only.
    "questions.who_changed_position": "growth",
}


def refusal(case: Case) -> Refused:
    with pytest.raises(Refused) as caught:
        case.read()
    return caught.value


@pytest.mark.parametrize("case", BY_A_RULE, ids=str)
def test_a_hostile_statement_is_refused_by_its_rule_at_a_place_in_its_text(case: Case) -> None:
    refused = refusal(case)

    lines = re.split(r"\r\n|\r|\n", case.text)
    assert refused.rule == case.rule
    assert 1 <= refused.line <= len(lines)
    assert 1 <= refused.column <= len(lines[refused.line - 1]) + 1
    assert f"(rule {case.rule}), line {refused.line}, column {refused.column}" in str(refused)


@pytest.mark.parametrize("case", [case for case in HOSTILE if case.layer], ids=str)
def test_what_a_later_layer_stops_passes_the_reader(case: Case) -> None:
    assert case.layer in ("plan", "mode", "limits")

    case.read()


@pytest.mark.parametrize("case", LEGITIMATE, ids=str)
def test_a_legitimate_statement_passes(case: Case) -> None:
    case.read()


@pytest.mark.parametrize("name", OURS)
def test_our_own_reading_statements_pass(name: str) -> None:
    statement = cypher.load(name)
    case = Case(name, statement.text, params={each.name: None for each in statement.params})

    if name in NOT_FOR_STRANGERS:
        assert refusal(case).rule == NOT_FOR_STRANGERS[name]
    else:
        case.read()


def test_every_rule_refuses_something_and_every_case_names_a_rule() -> None:
    assert {case.rule for case in BY_A_RULE} == {rule.name for rule in rules.RULES} - {"plan"}


def test_every_rule_is_listed_once() -> None:
    written = [value for value in vars(rules).values() if isinstance(value, rules.Rule)]

    assert Counter(rules.RULES) == Counter(written)


def test_cases_have_different_names_and_texts() -> None:
    cases = HOSTILE + LEGITIMATE

    assert max(Counter(case.id for case in HOSTILE).values()) == 1
    assert max(Counter(case.id for case in LEGITIMATE).values()) == 1
    assert max(Counter(case.text for case in cases if not case.params).values()) == 1


@pytest.mark.parametrize("case", COMMANDS, ids=str)
def test_the_grammar_alone_refuses_commands_too(case: Case) -> None:
    tokens = cut(case.text)

    with pytest.raises(Refused):
        reading.clauses(Source(case.text), tokens, case.params, Limits())


@pytest.mark.parametrize("text", ["WITH 1 AS set RETURN set", "MATCH (create) RETURN create"])
def test_the_grammar_alone_takes_a_command_word_for_a_name_only_where_cypher_does(
    text: str,
) -> None:
    reading.clauses(Source(text), cut(text), {}, Limits())


@pytest.mark.parametrize("case", COMMANDS + AS_NAMES, ids=str)
def test_the_words_alone_refuse_commands_too(case: Case) -> None:
    tokens = cut(case.text)

    with pytest.raises(Refused) as caught:
        words.check(Source(case.text), tokens)

    assert caught.value.rule == "command"


def test_a_refusal_shows_the_line_with_a_marker_under_the_column() -> None:
    case = Case("", "MATCH (n)\nWITH *   SHOW TRANSACTIONS")

    refused = refusal(case)

    assert isinstance(refused, BadRequest)
    assert (refused.rule, refused.line, refused.column) == ("command", 2, 10)
    assert str(refused) == (
        "The word SHOW is refused (rule command), line 2, column 10:\n"
        "    WITH *   SHOW TRANSACTIONS\n"
        "             ^\n"
        "Leave it out. If it is a name, put it into back quotes."
    )


def test_a_refusal_shows_no_hidden_character_and_only_part_of_a_long_line() -> None:
    case = Case("", "RETURN '\u202e\u200b' AS x" + " " * 500 + "SHOW USERS")

    shown = str(refusal(case)).splitlines()[1]

    assert shown.isprintable()
    assert len(shown) <= 4 + 120


def test_the_text_without_parameters_says_which_is_missing() -> None:
    refused = refusal(Case("", "MATCH (c:Claim {id: $claim}) RETURN c, $other", params={}))

    assert (refused.rule, refused.column) == ("parameters", 21)
    assert "$claim" in str(refused)


def test_limits_are_the_callers() -> None:
    case = Case("", "MATCH (a) RETURN a.id, a.name")

    case.read(Limits(columns=2))

    with pytest.raises(Refused, match="rule columns"):
        case.read(Limits(columns=1))


def test_the_longest_text_is_read_within_a_second() -> None:
    case = Case("", "RETURN [" + "'ab', " * 2_400 + "1] AS x // " + "x" * 5_000)
    started = process_time()

    case.read()

    assert process_time() - started < 1  # 0.05 s on an idle machine
