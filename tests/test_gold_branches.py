"""What no question meets on the shipped story, on an invented dispute with rows written by hand."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from cypher import load
from tests.graphs import Graph
from tests.test_cypher_files import examples

DISPUTE = """\
dossier: dispute
title: A dispute
actors:
  - {id: aa, type: state, name: Aland}
  - {id: bb, type: state, name: Bland}
  - {id: cc, type: state, name: Cland}
  - {id: aa-ministry, type: institution, name: Ministry, kind: ministry, part_of: [aa]}
  - {id: aa-fleet, type: institution, name: Fleet, kind: armed_force, part_of: [aa]}
  - {id: aa-tank, type: institution, name: Tank, kind: think_tank, based_in: [aa]}
  - {id: first-lab, type: institution, name: First Lab, kind: think_tank}
  - {id: second-lab, type: institution, name: Second Lab, kind: think_tank}
  - {id: ana, type: official, name: Ana, roles: [{title: Minister, institution: aa-ministry}]}
  - {id: ben, type: official, name: Ben, roles: [{title: Admiral, institution: aa-fleet, start: 2023-11, end: 2024-01}]}
  - {id: cid, type: official, name: Cid, roles: [{title: Adviser, institution: aa-fleet, speaks_for: false}]}
  - {id: envoy, type: official, name: Envoy}
  - {id: first-wire, type: outlet, name: First Wire}
  - {id: second-wire, type: outlet, name: Second Wire}
  - {id: third-wire, type: outlet, name: Third Wire}
  - {id: whisper, type: unnamed_source, description: a person, documents: [page]}
claims:
  - {id: sent, text: Aland sent arms to Bland., kind: arms_transfer, supplier: [aa], recipient: [bb], party: [aa-tank]}
  - {id: sent-ten, text: Aland sent ten arms to Bland., kind: arms_transfer, supplier: [aa], recipient: [bb], narrows: [sent]}
  - {id: sent-many, text: Aland sent many arms to Bland., kind: arms_transfer, contradicts: [{claim: sent-ten, on: quantity}]}
  - {id: secretly, text: Aland armed Bland in secret., kind: arms_transfer, supplier: [aa], recipient: [bb]}
  - {id: hosted, text: Cland hosted Bland., kind: basing}
  - {id: hosted-ships, text: Cland hosted ships of Bland., kind: basing, narrows: [hosted]}
documents:
  - {id: dated-page, publisher: second-wire, published: 2024-02-10}
  - {id: page, publisher: first-wire}
  - {id: old-page, publisher: third-wire, published: 2024-01-10}
  - {id: new-page, publisher: third-wire, published: 2024-01-20}
  - {id: first-report, publisher: first-wire, published: 2024-01-02, withdrawn: 2024-05-01, withdrawn_because: A source took it back.}
  - {id: second-report, publisher: second-wire, published: 2024-01-03, draws_on: [{document: first-report}]}
  - {id: third-report, publisher: third-wire, published: 2024-01-03, withdrawn: 2024-05-02, draws_on: [{document: second-report}]}
  - {id: fourth-report, published: 2024-01-04, draws_on: [{document: first-report}]}
statements:
  - {id: wire-reports, by: first-wire, act: reports, claim: sent, belief: uncommitted, relayed_belief: certain_true, said: 2024-01-02, reports: [{document: first-report}, {document: fourth-report}]}
  - {id: wire-finds, by: second-wire, act: asserts, claim: sent-many, belief: certain_true, said: 2024-01-03, reports: [{document: page}]}
  - {id: whisper-alleges, by: whisper, act: alleges, claim: sent-many, belief: certain_true, said: 2024-01-03, reports: [{document: page}]}
  - {id: ana-denies, by: ana, act: denies, claim: sent, belief: certain_false, said: 2024-01-05, reports: [{document: page}]}
  - {id: ana-denies-ten, by: ana, act: denies, claim: sent-ten, belief: certain_false, said: 2024-01-06, reports: [{document: page}]}
  - {id: ana-denies-ten-in-march, by: ana, act: denies, claim: sent-ten, belief: certain_false, said: 2024-03-02, reports: [{document: page}]}
  - {id: ministry-admits-ten, by: aa-ministry, act: admits, claim: sent-ten, belief: certain_true, extent: part, said: 2024-03, reports: [{document: page}]}
  - {id: fleet-confirms, by: aa-fleet, act: confirms, claim: sent, belief: certain_true, said: 2024-02-01, reports: [{document: page}]}
  - {id: fleet-evades, by: aa-fleet, act: evades, claim: sent, belief: uncommitted, said: 2024-02-05, reports: [{document: page}]}
  - {id: ben-confirms, by: ben, act: confirms, claim: sent, belief: probable_true, said: 2024-01-08, reports: [{document: old-page}, {document: new-page}, {document: page}]}
  - {id: ben-walks-back, by: ben, act: walks_back, claim: sent, belief: uncommitted, said: 2024-01-20, paraphrase: He had been wrong., responds_to: [ben-confirms], reports: [{document: new-page}]}
  - {id: ben-in-retirement, by: ben, act: confirms, claim: sent, belief: certain_true, said: 2024-02-01, reports: [{document: page}]}
  - {id: cid-doubts, by: cid, act: doubts, claim: sent, belief: possible_false, said: 2024-02-01, reports: [{document: page}]}
  - {id: envoy-evades, by: envoy, on_behalf_of: [aa], act: evades, claim: sent, belief: uncommitted, said: 2024-02-02, reports: [{document: page}]}
  - {id: bland-silent, by: bb, act: no_response, claim: sent, belief: uncommitted, said: 2024-02-02, reports: [{document: page}]}
  - {id: tank-doubts, by: aa-tank, act: doubts, claim: sent, belief: possible_false, said: 2024-02-02, reports: [{document: page}]}
  - {id: cid-takes-back-for-ben, by: cid, act: walks_back, claim: sent, belief: uncommitted, said: 2024-02-03, responds_to: [fleet-confirms], reports: [{document: page}]}
  - {id: whisper-tells, by: whisper, act: alleges, claim: secretly, belief: certain_true, said: 2024-01-03, reports: [{document: page}]}
  - {id: third-wire-tells, by: third-wire, act: reports, claim: secretly, belief: uncommitted, relayed_belief: certain_true, said: 2024-01-03, reports: [{document: third-report}]}
  - {id: cland-condemns, by: cc, act: condemns, claim: secretly, belief: certain_true, said: 2024-02-03, reports: [{document: page}]}
  - {id: cland-warns, by: cc, act: warns, claim: secretly, belief: probable_true, said: 2024-02-03, reports: [{document: page}]}
  - {id: cland-denies-ships, by: cc, act: denies, claim: hosted-ships, belief: certain_false, said: 2024-01-06, reports: [{document: page}]}
  - {id: cland-denies, by: cc, act: denies, claim: hosted, belief: certain_false, said: 2024-02, reports: [{document: dated-page}]}
  - {id: cland-confirms, by: cc, act: confirms, claim: hosted, belief: certain_true, said: 2024-02-20, reports: [{document: page}]}
  - {id: cland-threatens, by: cc, act: threatens_consequences, claim: hosted, belief: certain_false, said: 2024-03-01, reports: [{document: page}]}
  - {id: cland-admits, by: cc, act: admits, claim: hosted, belief: certain_true, said: 2024-05-01, reports: [{document: page}]}
assessments:
  - {id: second-on-wire, by: second-lab, assesses: first-wire, reliability: F, rationale: Unknown to us.}
  - {id: first-on-wire, by: first-lab, assesses: first-wire, made: 2024-02, reliability: B, document: page}
  - {id: first-on-report, by: [first-lab, second-lab], assesses: wire-reports, made: 2024-02-03, credibility: "6", likelihood: likely, confidence: low}
"""  # noqa: E501


@pytest.fixture
def dispute(empty: Graph, tmp_path: Path) -> Graph:
    """The invented dispute, loaded."""
    path = tmp_path / "dispute.yaml"
    path.write_text(DISPUTE, "utf-8")
    empty.load([path])
    return empty


def asked(graph: Graph, name: str, columns: str, **params: Any) -> list[tuple[Any, ...]]:
    """Return `columns` of every row; a parameter that is not given is null where it may be."""
    question = load(f"questions.{name}")
    given = {each.name: None for each in question.params if not each.required}
    rows = graph.ask(graph.store.run(question, examples(question) | given | params))
    return [tuple(row[column] for column in columns.split()) for row in rows]


def test_assessors_who_differ_stand_side_by_side_each_on_its_own_scale(dispute: Graph) -> None:
    columns = "subject type assessment assessors made reliability credibility likelihood confidence"

    rows = asked(dispute, "assessors", columns + " rationale document others")

    assert rows == [
        (
            "first-wire",
            "Outlet",
            "first-on-wire",
            ["First Lab"],
            "2024-02",
            "B",
            None,
            None,
            None,
            None,
            "page",
            1,
        ),
        (
            "first-wire",
            "Outlet",
            "second-on-wire",
            ["Second Lab"],
            None,
            "F",
            None,
            None,
            None,
            "Unknown to us.",
            None,
            1,
        ),
        (
            "wire-reports",
            "Statement",
            "first-on-report",
            ["First Lab", "Second Lab"],
            "2024-02-03",
            None,
            "6",
            "likely",
            "low",
            None,
            None,
            0,
        ),
    ]
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


def test_the_clock_of_the_record_is_not_the_clock_of_what_was_said(dispute: Graph) -> None:
    march, april, june = (datetime(2025, month, 1, 23, 59, tzinfo=UTC) for month in (3, 4, 6))
    days = [date(2025, 2, 28), march.date(), april.date(), june.date()]
    of = {"claim": "sent-ten", "clock": "recorded"}
    dispute.record(["ana-denies-ten"], recorded=march, withdrawn=june)
    dispute.record(["ministry-admits-ten"], recorded=april, withdrawn=None)
    dispute.record(["ana-denies-ten-in-march"], recorded=march, withdrawn=None)

    stood = [
        [s for (s,) in asked(dispute, "what_stood_on", "statement", day=d, **of)] for d in days
    ]
    new = [asked(dispute, "new_since", "statement change", day=day, **of) for day in days]

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
