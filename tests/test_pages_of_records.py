"""What pages of actors, searches, what is new, and briefs make of records."""

import json
import re
from collections.abc import Callable
from datetime import date
from html import escape
from importlib.resources import files
from typing import Any

import pytest

from graph.answers import Citation, Hit, Mention, Position, Standing
from tests.hostile import payloads
from viz.pages.actor import held, printed_in, split
from viz.pages.brief import footnoted
from viz.pages.found import Group, row
from viz.pages.marking import holds, marked
from viz.pages.since import by_claim, differences


@pytest.mark.parametrize(
    ("text", "terms", "expected"),
    [
        ("Fath-360 and <b>", ["fath"], "<mark>Fath</mark>-360 and &lt;b&gt;"),
        ("Señor Ñandú", ["senor", "nan"], "<mark>Señor</mark> <mark>Ñan</mark>dú"),
        ("e\u0301tat", ["etat"], "<mark>e\u0301tat</mark>"),
        ("Straße", ["strasse"], "<mark>Straße</mark>"),
        ("amp & ampère", ["amp"], "<mark>amp</mark> &amp; <mark>amp</mark>ère"),
        ("defath", ["fath"], "defath"),
        ("ＦＡＴＨ", ["fath"], "<mark>ＦＡＴＨ</mark>"),
        ("", ["x"], ""),
        ("x", [], "x"),
        ("missiles", ["miss", "missile"], "<mark>missile</mark>s"),
    ],
)
def test_what_was_looked_for_is_marked_piece_by_piece(
    text: str, terms: list[str], expected: str
) -> None:
    assert marked(text, terms) == expected


def test_hostile_words_are_marked_without_losing_a_letter() -> None:
    for each in payloads():
        words = re.findall(r"\w+", each.text)[:20]

        lit = marked(each.text, words)

        assert re.sub("</?mark>", "", lit) == escape(each.text).replace("&#x27;", "&#39;").replace(
            "&quot;", "&#34;"
        )


def test_all_words_must_be_there_in_any_order() -> None:
    assert holds("Iran denied it", ["deni", "iran"])
    assert not holds("Iran denied it", ["iran", "russia"])
    assert not holds("Iran", [])


def test_a_match_beside_the_text_is_told_where_it_stands() -> None:
    hit = Hit(id="white-house-nsc", type="Institution", text="White House Council", score=1)

    by_name = row(hit, ["nsc"], {hit.id: ["NSC"]}, {})
    by_id = row(hit, ["nsc"], {}, {})
    by_text = row(hit, ["council"], {hit.id: ["NSC"]}, {})

    assert by_name.also == "also called <mark>NSC</mark>"
    assert by_id.also == "id white-house-<mark>nsc</mark>"
    assert by_text.also is None
    assert Group("Claim", [], [], more=False).near_title == "Similar words, not the same claim"
    assert Group("Actor", [], [], more=False).title == "Actors"


@pytest.fixture
def said() -> Callable[..., Position]:
    """Make statements of one that an example of the API has."""
    sample = json.loads((files("api") / "samples" / "statement.json").read_text("utf-8"))
    one = Position.model_validate(sample["answer"]["statement"])

    def make(
        id_: str, day: str, belief: str, speaker: str = "a", type_: str = "Official"
    ) -> Position:
        when = date.fromisoformat(day)
        by = one.speakers[0].model_copy(update={"id": speaker, "name": speaker, "type": type_})
        fields = {"statement": id_, "belief": belief, "relayed_belief": None, "speakers": [by]}
        days = {"said": day, "said_earliest": when, "said_latest": when, "known_by": when}
        return one.model_copy(update={**fields, **days, "act": "asserts", "responds_to": []})

    return make


def test_a_voice_holds_what_it_committed_to_last_since_it_first_did(
    said: Callable[..., Position],
) -> None:
    state = Mention(id="x", name="X", type="State")
    known = [
        said("4", "2024-04-01", "uncommitted"),
        said("3", "2024-03-01", "certain_false"),
        said("2", "2024-02-01", "probable_false"),
        said("1", "2024-01-01", "certain_true"),
        said("0", "2023-01-01", "certain_true", "y", "State"),
    ]

    (found,) = held(state, known[:1], known)

    (voice,) = found.voices
    assert (voice.holds, voice.since) == ("says it did not", "2024-02-01")
    assert voice.before == "says it happened"
    assert [each.statement for each in found.positions] == ["4"]
    assert split(known) == [known[0].claim.id]
    assert split(known[:2]) == []
    assert len(printed_in(known)) == len(known[0].reports)


def standing(**more: Any) -> Standing:
    numbers = dict.fromkeys(
        ("supporting", "opposing", "uncommitted", "named_sources", "unnamed_sources", "origins"), 1
    )
    fields: dict[str, Any] = {
        "claim": "c",
        "standing": "unopposed",
        "unchecked_documents": 0,
        "accused": [],
    }
    return Standing.model_validate({**numbers, **fields, **more})


def test_only_what_differs_in_a_standing_is_told() -> None:
    found = differences(standing(), standing(standing="disputed", origins=3))

    assert [(each.what, each.before, each.now) for each in found] == [
        ("standing", "unopposed", "disputed"),
        ("independent origins", "1", "3"),
    ]
    assert differences(standing(), standing()) == []


def test_what_left_the_record_is_new_too_and_what_was_said_later_is_not(
    said: Callable[..., Position],
) -> None:
    one = said("1", "2024-01-01", "certain_true")
    rows = [
        {"claim": "c", "statement": "1", "change": "recorded"},
        {"claim": "c", "statement": "2", "change": "withdrawn"},
        {"claim": "d", "statement": "3", "change": "recorded"},
    ]

    (found,) = by_claim(rows, [one], {"c": standing()}, {"c": standing()})

    assert (found.claim, found.text) == ("c", one.claim.name)
    assert [each["statement"] for each in found.gone] == ["2"]
    assert found.changed == []


def test_a_document_has_one_note_however_often_it_is_cited() -> None:
    fields: dict[str, Any] = dict.fromkeys(Citation.model_fields)
    base: dict[str, Any] = {
        **fields,
        "speakers": [],
        "act": "denies",
        "belief": "certain_false",
        "read": True,
    }

    def cited(statement: str, document: str, **more: Any) -> Citation:
        ids = {"statement": statement, "document": document, "key": statement}
        return Citation.model_validate({**base, **ids, **more})

    paragraphs, notes = footnoted(
        [
            cited("s", "d", quote="words"),
            cited("s", "e", quote="words", characterised_as="evades"),
            cited("t", "d"),
        ]
    )

    assert [(each.report.document, each.cited) for each in notes] == [("d", [1, 2]), ("e", [1])]
    assert [numbers for _, numbers in paragraphs[0].words] == [[1, 2]]
    assert paragraphs[0].calls == [("evades", [2])]
    assert paragraphs[1].others == [1]
