"""Every question against its gold answer: all rows, in order, on the shipped story."""

import json
from collections.abc import Callable, Generator, Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any, cast

import pytest

from cypher import Statement, load, names
from graph import story as shipped
from tests.facts import records
from tests.gold import changes, claims, positions, sayings, sources
from tests.gold.record import Record, Row
from tests.graphs import Graph
from tests.plans import examples

GOLD: dict[str, Callable[..., list[Row]]] = {
    f"questions.{name}": getattr(theme, name)
    for theme in (changes, claims, positions, sayings, sources)
    for name in theme.__all__
}
FEBRUARY = "iran-sent-400-ballistic-missiles-to-russia"
FATH = "iran-delivered-fath-360-to-russia"
WIDE = "iran-sent-ballistic-missiles-to-russia"
DRONES = "iran-supplied-attack-drones-to-russia"
STRIKES = "russia-strikes-ukraine-with-iranian-drones"
FIRED = "russia-fired-north-korean-missiles-at-ukraine"
NEGOTIATED = "russia-negotiated-for-iranian-ballistic-missiles-2023"
LAUNCHERS = "iran-preparing-to-deliver-fath-360-launchers"

BITING: dict[str, list[Row]] = {
    "about_weapon": [{"weapon": each} for each in ("fath-360", "hwasong-11", "kn-25")],
    "admitted_after_denying": [{"actor": None}, {"asOf": date(2022, 11, 4)}],
    "assessors": [{"subject": FEBRUARY}],
    "characterised_otherwise": [{"claim": FEBRUARY}, {"asOf": date(2024, 2, 25)}],
    "connection": [
        {"actor": "ua", "other": "ir", "asOf": date(2024, 2, 25)},
        {"actor": "john-kirby", "other": "kremlin"},
        {"actor": "ir", "other": "cast"},
        {"actor": "ir", "other": "ru", "asOf": date(2022, 12, 31)},
    ],
    "contradicting_claims": [{"claim": WIDE}, {"claim": FATH}],
    "everything_on": [{"claim": FATH, "asOf": date(2024, 9, 8)}],
    "how_far_it_went": [
        {"supplier": None, "recipient": None, "weapon": None},
        {"weapon": "fateh-110", "asOf": date(2024, 2, 25)},
        {"supplier": "kp", "recipient": None, "weapon": "hwasong-11"},
    ],
    "narrower_claims": [{"claim": FEBRUARY}, {"asOf": date(2024, 9, 9)}, {"claim": FIRED}],
    "new_since": [
        {"day": date(2024, 9, 1), "claim": FATH},
        {"day": date(2022, 10, 20)},
        {"day": date(2024, 2, 25), "claim": FEBRUARY},
        {"clock": "recorded", "day": date(2024, 12, 31)},
        {"clock": "recorded", "day": date(2999, 1, 1)},
    ],
    "only_unnamed_sources": [{"asOf": date(2024, 2, 21)}, {"asOf": date(2024, 9, 9)}],
    "origins": [{"claim": FATH}, {"claim": FATH, "asOf": date(2024, 9, 8)}, {"claim": STRIKES}],
    "parties_without_position": [
        {"claim": FEBRUARY, "asOf": date(2024, 2, 25)},
        {"claim": FATH, "asOf": date(2024, 9, 10)},
        {"claim": STRIKES},
        {"claim": NEGOTIATED},
    ],
    "presupposed": [{"claim": FATH}],
    "quantities": [{"asOf": date(2022, 10, 20)}, {"asOf": date(2999, 1, 1)}],
    "single_origin": [{"asOf": date(2024, 2, 25)}, {"asOf": date(2022, 10, 20)}],
    "state_positions": [
        {"claim": FATH},
        {"claim": FEBRUARY, "asOf": date(2024, 2, 28)},
        {"claim": WIDE, "asOf": date(2024, 2, 24)},
        {"claim": "iran-gave-russia-more-than-400-attack-drones"},
    ],
    "statement": [
        {"statement": "ruslan-pukhov-open-microphone-2022-10", "asOf": date(2022, 10, 25)},
        {"statement": "reuters-six-sources-2024-02-21", "asOf": date(2024, 2, 22)},
        {"statement": "john-kirby-400-drones-2023"},
        {"statement": "g7-foreign-ministers-2024-09-14"},
    ],
    "thread": [
        {"claim": None, "statement": "antony-blinken-shipments-2024-09-10"},
        {"claim": None, "statement": "wsj-missiles-delivered-2024-09-06"},
        {"claim": FATH, "asOf": date(2024, 9, 8)},
    ],
    "unnamed_sources": [{"claim": None}, {"claim": FATH, "asOf": date(2024, 9, 6)}],
    "way_back": [{"claim": FATH}, {"document": "i24news-2024-02-21"}],
    "what_depends_on": [{"document": "reuters-2024-02-iran-mission-denial"}],
    "what_stood_on": [
        {"day": date(2024, 2, 28)},
        {"day": date(2024, 2, 29)},
        {"day": date(2024, 3, 15)},
        {"claim": FATH, "day": date(2024, 9, 8)},
        {"clock": "recorded", "day": date(2024, 12, 31)},
        {"clock": "recorded", "day": date(2999, 1, 1)},
    ],
    "who_alleged": [{"claim": FATH, "asOf": date(2024, 9, 8)}, {"claim": STRIKES}],
    "who_changed_position": [
        {"claim": None, "actor": None},
        {"claim": FATH, "actor": None, "asOf": date(2024, 9, 10)},
    ],
    "who_denied": [{"claim": FATH, "asOf": date(2024, 9, 8)}, {"claim": WIDE}, {"claim": DRONES}],
    "who_gave_no_answer": [{"asOf": date(2024, 2, 28)}, {"claim": FATH}],
    "who_speaks_for": [
        {"institution": "ru"},
        {"institution": "us-state-department", "day": date(2024, 9, 10)},
        {"institution": "cast"},
    ],
    "withdrawn_or_walked_back": [{"claim": STRIKES}, {"claim": FEBRUARY}],
    "without_quote": [{"claim": FATH, "asOf": date(2024, 9, 8)}],
}
"""What to ask beside the example of each file; what is not given is as in the example."""

CASES = [
    (name, change)
    for name in sorted(GOLD)
    for change in ({}, *BITING.get(name.removeprefix("questions."), []))
]


ON_A_CLAIM = [
    name for name in sorted(GOLD) if any(param.name == "claim" for param in load(name).params)
]


def test_every_question_has_gold_and_is_asked_twice() -> None:
    assert sorted(GOLD) == names("questions")
    assert sorted(f"questions.{name}" for name in BITING) == names("questions")
    assert len(ON_A_CLAIM) > 5


@pytest.fixture(scope="session")
def record() -> Record:
    """The shipped dossiers, without a database."""
    return Record(records(shipped.dossiers()))


@pytest.mark.parametrize(("name", "change"), CASES, ids=lambda each: str(each)[:70])
def test_a_question_answers_what_the_dossiers_say(
    name: str, change: Row, record: Record, story: Graph
) -> None:
    assert_gold(name, change, record, story)


@pytest.fixture(params=[0, 1])
def thinned(
    record: Record, story: Graph, request: pytest.FixtureRequest
) -> Generator[Record, None, None]:
    """The dossiers without every second statement, and the graph with those off the record."""
    gone = sorted(record.statements)[request.param :: 2]
    story.record(gone, withdrawn=datetime.now(UTC))
    yield Record(
        [
            each.model_copy(
                update={"statements": tuple(one for one in each.statements if one.id not in gone)}
            )
            for each in record.dossiers
        ]
    )
    story.record(gone, withdrawn=None)


def test_what_left_the_record_answers_no_question(thinned: Record, story: Graph) -> None:
    for name, change in CASES:
        statement = (examples(load(name)) | change).get("statement")
        if "clock" not in change and statement in (None, *thinned.statements):
            assert_gold(name, change, thinned, story)


@pytest.mark.parametrize("name", ON_A_CLAIM)
def test_a_question_answers_what_the_dossiers_say_on_every_claim(
    name: str, record: Record, story: Graph
) -> None:
    for claim in record.claims:
        assert_gold(name, {"claim": claim}, record, story)


def assert_gold(name: str, change: Row, record: Record, graph: Graph) -> None:
    """Compare all rows, in order; parameters that `change` does not name are the example's."""
    question = load(name)
    params = examples(question) | change

    asked = {_snake(key): value for key, value in params.items() if key not in CUT}
    expected = GOLD[name](record, **asked)

    rows = graph.ask(graph.store.run(question, params))
    assert comparable(question, rows) == comparable(question, expected)


CUT = {"among", "newest", "recordedAsOf"}
"""Parameters that keep the newest of an answer, or a clock that no dossier has: all is compared."""
IN_ORDER = {"chain", "how", "narrows"}
"""Lists whose order means something; all others are compared sorted."""


def comparable(question: Statement, rows: Iterable[Mapping[str, Any]]) -> list[Row]:
    """Return the rows without paths and times of recording, lists sorted."""
    kept = [
        column.name
        for column in question.returns
        if "PATH" not in column.type and column.name not in ("recordedAt", "withdrawnAt")
    ]
    return [{name: _sorted(name, row[name]) for name in kept} for row in rows]


def _sorted(name: str, value: Any) -> Any:
    if name in IN_ORDER or not isinstance(value, list | set | tuple):
        return value  # pyright: ignore[reportUnknownVariableType]
    many = cast("Iterable[Any]", value)
    return sorted(many, key=lambda each: json.dumps(each, sort_keys=True, default=str))


def _snake(name: str) -> str:
    return "as_of" if name == "asOf" else name
