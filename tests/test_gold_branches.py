"""What no question meets on the shipped story, on an invented dispute with rows written by hand."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from cypher import load
from tests.graphs import Graph
from tests.plans import examples

DISPUTE = Path(__file__).parent / "gold" / "dispute.yaml"


@pytest.fixture(scope="module")
def dispute(graph: Graph) -> Graph:
    """The invented dispute, loaded. Only read."""
    graph.wipe()
    graph.load([DISPUTE])
    return graph


@pytest.fixture
def altered(empty: Graph) -> Graph:
    """The same for one test alone, which may change it."""
    empty.load([DISPUTE])
    return empty


def asked(graph: Graph, name: str, columns: str, **params: Any) -> list[tuple[Any, ...]]:
    """Return `columns` of every row; a parameter that is not given is null where it may be."""
    question = load(f"questions.{name}")
    given = {each.name: None for each in question.params if not each.required}
    rows = graph.ask(graph.store.run(question, examples(question) | given | params))
    return [tuple(row[column] for column in columns.split()) for row in rows]


def test_assessors_who_differ_stand_side_by_side_each_on_its_own_scale(dispute: Graph) -> None:
    who = asked(dispute, "assessors", "subject type assessment assessors made others")
    scales = asked(dispute, "assessors", "reliability credibility likelihood confidence")
    why = asked(dispute, "assessors", "rationale document")
    both = ["First Lab", "Second Lab"]

    assert who == [
        ("first-wire", "Outlet", "first-on-wire", ["First Lab"], "2024-02", 1),
        ("first-wire", "Outlet", "second-on-wire", ["Second Lab"], None, 1),
        ("wire-reports", "Statement", "first-on-report", both, "2024-02-03", 0),
    ]
    assert scales == [
        ("B", None, None, None),
        ("F", None, None, None),
        (None, "6", "likely", "low"),
    ]
    assert why == [(None, "page"), ("Unknown to us.", None), (None, None)]
    assert len(asked(dispute, "assessors", "subject", subject="first-wire")) == 2


def test_what_was_taken_back_is_told_with_who_followed_and_who_did_not(dispute: Graph) -> None:
    columns = "kind what by on words claims followed notFollowed silentPublishers"

    rows = asked(dispute, "withdrawn_or_walked_back", columns)

    assert rows == [
        # Third Wire printed it on an old page too, and told of the walk-back on a new one.
        (
            "walked back",
            "ben-confirms",
            "ben-walks-back",
            "2024-01-20",
            "He had been wrong.",
            ["sent"],
            ["new-page"],
            ["old-page", "page"],
            ["first-wire"],
        ),
        (
            "withdrawn",
            "first-report",
            None,
            "2024-05-01",
            "A source took it back.",
            ["sent"],
            ["third-report"],
            ["fourth-report", "second-report"],
            ["second-wire"],
        ),
        ("withdrawn", "third-report", None, "2024-05-02", None, ["secretly"], [], [], []),
    ]
    assert len(asked(dispute, "withdrawn_or_walked_back", "what", claim="sent")) == 2


def test_an_admission_says_how_far_it_is_from_the_denial(dispute: Graph) -> None:
    # The denial of 2 March and the admission of "March" have no certain order; Ana is not the
    # ministry, and only the ministry and the state did both.
    rows = asked(dispute, "admitted_after_denying", "actor denial admission relation on extent")

    assert rows == [
        (actor, denial, "ministry-admits-ten", relation, None, "part")
        for actor in ("aa", "aa-ministry")
        for denial, relation in (("ana-denies", "narrows it"), ("ana-denies-ten", "the same"))
    ] + [
        ("cc", "cland-denies", "cland-admits", "the same", None, None),
        ("cc", "cland-denies-ships", "cland-admits", "is narrowed by it", None, None),
    ]
    early = {"asOf": date(2024, 3, 30)}
    assert asked(dispute, "admitted_after_denying", "actor", **early) == []
    assert len(asked(dispute, "admitted_after_denying", "actor", actor="aa-ministry")) == 2


def test_voices_of_a_state_that_disagree_are_each_shown(dispute: Graph) -> None:
    columns = "state speaker voice position statement disagree"

    rows = asked(dispute, "state_positions", columns, claim="sent")
    early = asked(dispute, "state_positions", columns, claim="sent", asOf=date(2024, 1, 15))

    # The fleet's evasion does not replace its confirmation; Ben in retirement, the adviser and
    # the think tank are no voices of the state.
    assert rows == [
        ("aa", "ana", "official", "says it did not", "ana-denies", True),
        ("aa", "ben", "official", "commits to neither", "ben-walks-back", True),
        ("aa", "aa-fleet", "organ", "says it happened", "fleet-confirms", True),
        ("aa", "envoy", "on behalf", "commits to neither", "envoy-evades", True),
        ("bb", "bb", "itself", "commits to neither", "bland-silent", False),
    ]
    assert early == [
        ("aa", "ana", "official", "says it did not", "ana-denies", True),
        ("aa", "ben", "official", "says it happened", "ben-confirms", True),
    ]


def test_silence_leaves_a_party_without_position_and_a_doubt_does_not(dispute: Graph) -> None:
    rows = asked(dispute, "parties_without_position", "actor namedAs acts", claim="sent")

    assert rows == [("bb", ["recipient"], ["no_response"])]


def test_all_voices_of_a_state_are_one_origin_and_an_outlet_may_speak_for_itself(
    dispute: Graph,
) -> None:
    sent = asked(dispute, "origins", "origin kind statements documents copies", claim="sent")
    many = asked(dispute, "origins", "origin kind statements", claim="sent-many")
    secretly = asked(dispute, "origins", "origin kind statements documents", claim="secretly")
    unnamed = asked(dispute, "only_unnamed_sources", "claim outlets withoutSource")
    single = asked(dispute, "single_origin", "claim origin")

    confirmed = ["ben-confirms", "fleet-confirms"]
    assert sent == [
        ("first-wire", "report", ["wire-reports"], ["first-report"], 1),
        ("aa", "utterance", confirmed, ["new-page", "old-page", "page"], 0),
        ("ben", "utterance", ["ben-in-retirement"], ["page"], 0),
    ]
    assert many == [
        ("first-wire", "report", ["whisper-alleges"]),
        ("second-wire", "utterance", ["wire-finds"]),
    ]
    # The condemnation and the warning of Cland add no origin and lend no name.
    told = ["third-wire-tells", "whisper-tells"]
    assert secretly == [("first-wire", "report", told, ["first-report", "page"])]
    assert unnamed == [("secretly", ["first-wire"], ["third-wire-tells"])]
    assert single == [("hosted", "cc"), ("secretly", "first-wire"), ("sent-ten", "aa")]


def test_a_partial_date_counts_from_the_first_page_that_prints_it(dispute: Graph) -> None:
    # Cland denied it in "February", and a page of the tenth says so.
    of: dict[str, Any] = {"claim": "hosted"}
    ninth, tenth = date(2024, 2, 9), date(2024, 2, 10)

    denied = [asked(dispute, "who_denied", "statement", asOf=day, **of) for day in (ninth, tenth)]
    of |= {"clock": "said"}
    stood = [asked(dispute, "what_stood_on", "statement", day=day, **of) for day in (ninth, tenth)]
    new = [asked(dispute, "new_since", "statement", day=day, **of) for day in (ninth, tenth)]
    latest = asked(dispute, "state_positions", "statement", claim="hosted", asOf=date(2024, 2, 29))

    denial = ("cland-denies",)
    later = [("cland-confirms",), ("cland-threatens",), ("cland-admits",)]
    assert denied == stood == [[], [denial]]
    assert new == [[denial, *later], later]
    assert latest == [("cland-confirms",)]


def test_a_threat_begins_and_ends_no_change_of_position(dispute: Graph) -> None:
    rows = asked(dispute, "who_changed_position", "fromStatement toStatement kind", actor="cc")

    assert rows == [("cland-denies", "cland-confirms", "same claim")]


def test_what_depends_on_a_document_depends_on_it_through_others_too(dispute: Graph) -> None:
    rows = asked(
        dispute, "what_depends_on", "statement through others alone", document="first-report"
    )

    assert rows == [
        ("third-wire-tells", ["third-report"], 0, True),
        ("wire-reports", ["first-report", "fourth-report"], 0, True),
    ]


@pytest.mark.parametrize(
    ("day", "speak"),
    [
        (date(2023, 10, 31), ["ana"]),
        (date(2023, 11, 1), ["ben", "ana"]),
        (date(2024, 1, 31), ["ben", "ana"]),
        (date(2024, 2, 1), ["ana"]),
    ],
)
def test_an_official_speaks_only_on_days_that_the_office_may_cover(
    dispute: Graph, day: date, speak: list[str]
) -> None:
    rows = asked(dispute, "who_speaks_for", "official", institution="aa", day=day)

    assert rows == [(each,) for each in speak]


def test_the_clock_of_the_record_is_not_the_clock_of_what_was_said(altered: Graph) -> None:
    march, april, june = (datetime(2025, month, 1, 23, 59, tzinfo=UTC) for month in (3, 4, 6))
    days = [date(2025, 2, 28), march.date(), april.date(), june.date()]
    of = {"claim": "sent-ten", "clock": "recorded"}
    altered.record(["ana-denies-ten"], recorded=march, withdrawn=june)
    altered.record(["ministry-admits-ten"], recorded=april, withdrawn=None)
    altered.record(["ana-denies-ten-in-march"], recorded=march, withdrawn=None)

    stood = [
        [s for (s,) in asked(altered, "what_stood_on", "statement", day=d, **of)] for d in days
    ]
    new = [asked(altered, "new_since", "statement change", day=day, **of) for day in days]

    denials = ["ana-denies-ten", "ana-denies-ten-in-march"]
    assert stood == [
        [],
        denials,
        [*denials, "ministry-admits-ten"],
        [*denials[1:], "ministry-admits-ten"],
    ]
    left, admitted = ("ana-denies-ten", "withdrawn"), ("ministry-admits-ten", "recorded")
    assert new == [
        [left, ("ana-denies-ten-in-march", "recorded"), admitted],
        [left, admitted],
        [left],
        [],
    ]


def test_a_claim_that_left_the_record_answers_no_question(altered: Graph) -> None:
    def answers() -> list[list[tuple[Any, ...]]]:
        return [
            asked(altered, "about_weapon", "claim", weapon="raft"),
            asked(altered, "contradicting_claims", "claim"),
            asked(altered, "narrower_claims", "claim", claim="sent"),
            asked(altered, "presupposed", "claim", claim="sent-many"),
            asked(altered, "connection", "claim", actor="aa", other="bb")[1:],
        ]

    before = answers()
    altered.record(["sent-ten"], withdrawn=datetime.now(UTC))

    ten = [("sent-ten",)]
    assert before == [ten, [("sent-many",)], ten, ten, [("sent",), *ten]]
    assert answers() == [[], [], [], [], [("sent",)]]


def test_what_left_the_record_takes_nothing_back_and_judges_nothing(altered: Graph) -> None:
    gone = ["ben-walks-back", "second-on-wire", "wire-reports", "sent-many"]

    altered.record(gone, withdrawn=datetime.now(UTC))

    assert asked(altered, "contradicting_claims", "claim") == []
    positions = asked(altered, "state_positions", "speaker statement", claim="sent")
    assert ("ben", "ben-confirms") in positions
    assert asked(altered, "assessors", "assessment others", subject="first-wire") == [
        ("first-on-wire", 0)
    ]
    assert asked(altered, "withdrawn_or_walked_back", "what claims") == [
        ("first-report", []),
        ("third-report", ["secretly"]),
    ]
    assert asked(altered, "statement", "answeredBy", statement="ben-confirms") == [([],)]
