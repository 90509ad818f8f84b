"""Maps as pictures: where everything stands, and how one line is told from another."""

import json
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

import pytest
from coloraide import Color

from graph.answers import Mention
from graph.values import Node, Relationship
from graph.vocabulary import ACTS, Act, Belief
from tests.test_maps import (
    CLAIM,
    F,
    T,
    actor,
    caption,
    claim,
    crowd,
    given,
    position,
    spoken_edges,
    story,
    who,
)
from viz import Asked, Caption, Map, actor_map, claim_map, graph_map
from viz.boxes import Box, overlaps
from viz.strokes import STROKES


def boxes(page: Map, shape: str = "wide") -> list[Box]:
    """Return what every node covers, wherever it ever stands."""
    return [Box(*place[4]) for node in page.nodes for place in node["places"][shape]]


def pairs(edges: Sequence[dict[str, Any]]) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for edge in edges:
        found.setdefault((edge["from"], edge["to"]), []).append(json.dumps(edge["bend"]))
    return found


def course(edge: Mapping[str, Any]) -> tuple[str, str, int]:
    """Return the ends of a line in one order, and how far it bends to the left of that."""
    far = (edge["bend"] + 1) // 2 * (1 if edge["bend"] % 2 else -1)
    ends = (edge["from"], edge["to"])
    return (*ends, far) if ends == tuple(sorted(ends)) else (edge["to"], edge["from"], -far)


def test_lines_that_run_both_ways_between_two_nodes_are_apart() -> None:
    one, other = (Node(key, ("Claim",), {"id": key}) for key in "ab")
    ways = [(one, other), (other, one), (one, other), (other, one), (other, one)]
    edges = [Relationship(str(n), "NARROWS", *way, {}) for n, way in enumerate(ways)]

    courses = [course(each) for each in graph_map([one, other], edges, caption()).edges]

    assert {far for _, _, far in courses} == {0, 1, -1, 2, -2}


def test_parallel_statements_have_different_curves() -> None:
    same = [position(f"s{n}", who("a", "A"), Act.DENIES, F) for n in range(7)]

    page = claim_map(claim(), same, caption())

    for curves in pairs(spoken_edges(page)).values():
        assert len(set(curves)) == len(curves) == 7


@pytest.mark.parametrize("shape", ["wide", "tall"])
@pytest.mark.parametrize("size", [1, 5, 18, 60, 200, 499])
def test_no_two_label_boxes_of_a_claim_overlap(size: int, shape: str) -> None:
    related = [Mention(id=f"r{n}", name=CLAIM.name, type="Claim") for n in range(9)]

    page = claim_map(claim(narrowed_by=related), crowd(min(size, 490)), caption())

    assert not overlaps(boxes(page, shape))


@pytest.mark.parametrize("claims", [1, 6, 40])
def test_no_two_label_boxes_of_an_actor_overlap(claims: int) -> None:
    about = [Mention(id=f"c{n}", name=CLAIM.name, type="Claim") for n in range(claims)]
    positions = [
        each.model_copy(update={"claim": about[n % claims]}) for n, each in enumerate(crowd(60))
    ]

    page = actor_map(actor(), positions, caption())

    assert not overlaps(boxes(page))
    assert not overlaps(boxes(page, "tall"))


def test_a_speaker_stands_by_belief_and_not_by_the_name_of_the_act() -> None:
    rejects_a_denial = position("d", who("a", "A"), Act.DISPUTES, T)
    predicts_it_will_not = position("p", who("b", "B"), Act.PREDICTS, Belief.PROBABLE_FALSE)

    nodes = given(claim_map(claim(), [rejects_a_denial, predicts_it_will_not], caption()))["nodes"]
    x = {node["id"]: node["x"] for node in nodes}

    assert x["actor:a"] < x["claim:four-hundred"] < x["actor:b"]


def test_whoever_confirms_a_narrower_claim_is_not_shown_as_confirming_this_one() -> None:
    narrower = Mention(id="narrow", name="Four shipments", type="Claim")
    elsewhere = position("c", who("a", "A"), Act.CONFIRMS, T, claim=narrower)

    regions = given(claim_map(claim(narrowed_by=[narrower]), [elsewhere], caption()))["regions"][
        "wide"
    ]

    assert [region["title"] for region in regions] == ["speaks only of a related claim"]


def test_every_act_is_drawn_by_exactly_one_stroke() -> None:
    drawn = [act for each in STROKES for act in each.acts]

    assert sorted(drawn) == sorted(ACTS)


@pytest.mark.parametrize(("one", "other"), list(combinations(STROKES, 2)), ids=lambda s: s.group)
def test_strokes_are_told_apart_without_colour(one: Any, other: Any) -> None:
    assert one.dash != other.dash
    assert one.head != other.head
    assert one.width != other.width


@pytest.mark.parametrize("sight", ["", "protan", "deutan", "tritan"])
@pytest.mark.parametrize(("ground", "field"), [("#ffffff", "colour"), ("#17181b", "dark")])
def test_colours_stay_apart_in_every_sight(ground: str, field: str, sight: str) -> None:
    colours = [Color(each) for each in sorted({getattr(x, field) for x in STROKES})]
    seen = [each.filter(sight) if sight else each for each in colours]

    assert min(a.delta_e(b, method="2000") for a, b in combinations(seen, 2)) > 13
    assert all(each.contrast(ground, method="wcag21") > 3 for each in colours)


def test_an_implied_denial_differs_from_a_denial_in_dash_and_in_words() -> None:
    detail, positions = story()
    edges = spoken_edges(claim_map(detail, positions, caption()))

    implied = next(edge for edge in edges if edge["statement"] == "un")
    explicit = next(edge for edge in edges if edge["statement"] == "envoy")

    assert (implied["implied"], explicit["implied"]) == (True, False)
    assert (implied["words"], explicit["words"]) == ("implied", "")


def test_on_the_map_of_any_graph_an_act_is_implied_only_where_it_is_known_to_be() -> None:
    norland = Node("1", ("Actor", "State"), {"id": "nl", "name": "Norland"})
    sent = Node("2", ("Claim",), {"id": "four-hundred", "text": CLAIM.name})
    acts = [
        Relationship(str(n), "DENIED", norland, sent, {"statement": f"s{n}"} | known)
        for n, known in enumerate(({"explicit": False}, {"explicit": True}, {}))
    ]
    no_act = Relationship("9", "NOTED", norland, sent, {"explicit": False})

    page = graph_map([norland, sent], [*acts, no_act], caption())

    edges = given(page)["edges"]
    assert [edge["words"] for edge in edges] == ["denied, implied", "denied", "denied", "noted"]
    assert [edge["implied"] for edge in edges] == [True, False, False, False]


def test_implied_acts_of_any_graph_are_hidden_as_asked() -> None:
    norland = Node("1", ("Actor", "State"), {"id": "nl", "name": "Norland"})
    sent = Node("2", ("Claim",), {"id": "four-hundred", "text": CLAIM.name})
    known = [{"explicit": False}, {"explicit": True}]
    acts = [Relationship(str(n), "DENIED", norland, sent, each) for n, each in enumerate(known)]
    asked = Caption("All?", None, caption().made, 0, Asked(hide=("implied",)))

    found = graph_map([norland, sent], acts, asked).graph()

    assert [each["implied"] for each in found["edges"]] == [False]


def test_unnamed_sources_and_those_relied_on_are_outlined_with_dashes() -> None:
    detail, positions = story()
    values = given(claim_map(detail, positions, caption()))

    unnamed = {node["id"] for node in values["nodes"] if node["type"] == "UnnamedSource"}

    assert unnamed >= {"actor:three-sources", "actor:six-sources"}
    assert values["kinds"]["UnnamedSource"]["dash"]
    assert not values["kinds"]["Official"]["dash"]
