"""Maps of a state, a weapon, two actors and a dossier, and the levels of detail."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from graph.answers import ClaimTie, Mention, Position
from graph.answers.positions import Voiced
from graph.vocabulary import Act
from tests.test_maps import CLAIM, F, T, U, actor, caption, claim, position, report, story, who
from tests.test_maps_drawn import boxes
from viz import Asked, Caption, Map, between_map, claim_map, dossier_map, state_map, weapon_map
from viz.boxes import overlaps

OTHER = Mention(id="drones", name="Norland has supplied Suland with drones.", type="Claim")
NORLAND = Voiced(id="nl", name="Norland", type="State", voiced_as="organ")
SULAND = Voiced(id="su", name="Suland", type="State", voiced_as="organ")
LANCE = Mention(id="lance", name="Lance-110", type="WeaponSystem")
TIES = [ClaimTie(claim="drones", kind="CONTRADICTS", other=CLAIM.id)]


def at(level: Any) -> Caption:
    return Caption("Who said what?", None, datetime(2024, 3, 5, tzinfo=UTC), 0, Asked(level=level))


def said() -> list[Position]:
    mission = who("mission", "Mission of Norland", "Institution")
    minister = who("minister", "Oskar Vale")
    army = who("army", "Army of Suland", "Institution")
    wire = who("wire", "Northern Wire", "Outlet")
    return [
        position("m1", mission, Act.DENIES, F, voices=[NORLAND], reports=[report("d1")]),
        position("m2", minister, Act.DENIES, F, voices=[NORLAND],
                 reports=[report("d1"), report("d2", draws_on=["d1"])]),
        position("m3", minister, Act.ADMITS, T, voices=[NORLAND], claim=OTHER),
        position("m4", army, Act.DECLINES_TO_COMMENT, U, voices=[SULAND], responds_to=["m1"]),
        position("m5", wire, Act.REPORTS, U, relayed_belief=T, claim=OTHER),
    ]  # fmt: skip


def every_map(level: str) -> dict[str, Map]:
    here = [each for each in said() if each.claim.id == CLAIM.id]
    norland = [each for each in said() if NORLAND in each.voices]
    actors = (Mention(id="nl", name="Norland", type="State"),
              Mention(id="su", name="Suland", type="State"))  # fmt: skip
    whole = Mention(id="all", name="All of it", type="Dossier")
    named = {CLAIM.id: {"nl": ["supplier"], "su": ["recipient"]}}
    return {
        "claim": claim_map(claim(), here, at(level)),
        "state": state_map(actor(id="nl"), norland, at(level)),
        "weapon": weapon_map(LANCE, said(), TIES, at(level)),
        "between": between_map(actors, said(), named, TIES, at(level)),
        "dossier": dossier_map(whole, said(), TIES, at(level)),
    }


@pytest.mark.parametrize("level", ["statements", "evidence", "states"])
@pytest.mark.parametrize("name", ["claim", "state", "weapon", "between", "dossier"])
def test_every_map_has_every_level_in_both_shapes_without_overlaps(name: str, level: str) -> None:
    drawn = every_map(level)[name]

    assert drawn.nodes
    assert drawn == every_map(level)[name]
    for shape in ("wide", "tall"):
        assert not overlaps(boxes(drawn, shape))
    ids = {each["id"] for each in drawn.nodes}
    assert all({each["from"], each["to"]} <= ids for each in drawn.edges)
    assert len({each["id"] for each in drawn.edges}) == len(drawn.edges)


@pytest.mark.parametrize("name", ["state", "weapon", "between", "dossier"])
@pytest.mark.parametrize("level", ["statements", "evidence"])
def test_no_statement_is_merged_or_dropped(name: str, level: str) -> None:
    drawn = every_map(level)[name]

    lines = [each["statement"] for each in drawn.edges if each["statement"]]

    assert sorted(lines) == sorted(each["id"] for each in drawn.statements)


def test_a_state_is_drawn_as_one_with_every_word_of_its_voices() -> None:
    drawn = every_map("statements")["state"]

    lines = [each for each in drawn.edges if each["statement"]]

    assert {each["from"] for each in lines} == {"actor:nl"}
    assert sorted(each["statement"] for each in lines) == ["m1", "m2", "m3"]
    assert sorted(each["bend"] for each in lines) == [0, 0, 1]


def test_states_are_counted_by_kind_of_act_and_others_are_told() -> None:
    drawn = every_map("states")["dossier"]

    counts = {(each["from"], each["group"]): each["count"] for each in drawn.edges if each["count"]}

    assert counts == {
        ("actor:nl", "denied"): 2,
        ("actor:nl", "confirmed"): 1,
        ("actor:su", "open"): 1,
    }
    assert "1 by others, who speak for no state, left out" in drawn.given["caption"]["shown"]
    assert "m5" not in {each["id"] for each in drawn.statements}


def test_a_document_that_prints_two_statements_is_one_box() -> None:
    drawn = every_map("evidence")["claim"]

    documents = [each["document"] for each in drawn.nodes if each["document"]]
    printed = [each["statements"] for each in drawn.edges if each["to"] == "document:d1"]

    assert sorted(documents) == ["d1", "d2"]
    assert sorted(map(sorted, printed)) == [["m1"], ["m2"], ["m2"]]
    assert [each["group"] for each in drawn.edges if each["from"] == "document:d2"] == ["draws-on"]


def test_a_claim_of_a_document_says_no_more_than_is_recorded_of_it() -> None:
    undated = report("d", published=None, publisher=None, title=None)

    drawn = claim_map(claim(), [position("s", who("a", "A"), Act.DENIES, F, reports=[undated])],
                      at("evidence"))  # fmt: skip

    lines = next(each["lines"] for each in drawn.nodes if each["document"])
    assert " ".join(lines) == "publisher not known, day not known"


def test_actors_stand_by_whose_voice_they_are_and_not_by_what_they_say() -> None:
    drawn = every_map("statements")["between"]
    x = {each["id"]: each["x"] for each in drawn.nodes}

    assert x["actor:mission"] < x[f"claim:{CLAIM.id}"] < x["actor:army"]
    assert [each["title"] for each in drawn.given["regions"]["wide"]][:2] == [
        "Norland and its voices",
        "Suland and its voices",
    ]
    words = {each["words"] for each in drawn.edges if each["group"] == "names"}
    assert words == {"names as supplier", "names as recipient"}


def test_how_claims_are_tied_is_drawn() -> None:
    drawn = every_map("statements")["dossier"]

    ties = [each["words"] for each in drawn.edges if each["group"] == "relation"]

    assert ties == ["contradicts"]


def test_other_names_of_actors_are_on_the_map() -> None:
    detail, positions = story()

    drawn = claim_map(detail, positions, caption(), {"holm": ["A. Holm"]})

    found = {each["id"]: each["aliases"] for each in drawn.nodes}
    assert found["actor:holm"] == ["A. Holm"]
    assert found["actor:envoy"] == []


def test_a_state_says_nothing_on_a_claim_through_a_voice_on_another() -> None:
    here = [each for each in said() if each.claim.id == CLAIM.id]
    quelland = Voiced(id="ql", name="Quelland", type="State", voiced_as="itself")
    elsewhere = position(
        "e",
        who("x", "X"),
        Act.CONFIRMS,
        T,
        claim=OTHER,
        voices=[quelland],
        known_by=date(2024, 3, 1),
    )

    drawn = claim_map(claim(narrowed_by=[OTHER]), [*here, elsewhere], at("states"))

    titles = [each["title"] for each in drawn.given["regions"]["wide"]]
    assert titles == ["says it did not", "does not commit", "speaks only of a related claim"]
