"""The strip of time on the page of a claim: what stands where, and what is not made up."""

import itertools

from graph.answers import Position, Saying
from graph.vocabulary import Act, Belief
from tests.test_maps import position, who
from viz.pages.claim import columns, firsts, strip


def said(n: int, day: str | None, belief: Belief = Belief.UNCOMMITTED) -> Position:
    return position(f"s-{n}", who("a", "Ada Holm"), Act.DENIES, belief, said=day)


def test_a_day_is_a_point_a_month_a_bar_and_none_is_not_on_it() -> None:
    days = ("2024-02-21", "2024-02", None)

    found = strip(columns([said(n, day) for n, day in enumerate(days)]))

    assert found
    point, bar = found.marks
    assert (point.statement, point.width) == ("s-0", 0)
    assert bar.width > 100
    assert bar.x < point.x < bar.x + bar.width
    assert bar.label == "February 2024: Ada Holm denied"
    assert found.undated == 1


def test_lanes_are_what_speakers_commit_to_whatever_the_act() -> None:
    beliefs = (Belief.CERTAIN_TRUE, Belief.CONDITIONAL, Belief.POSSIBLE_FALSE)

    found = strip(columns([said(n, "2024-02-21", each) for n, each in enumerate(beliefs)]))

    assert found
    assert [mark.y for mark in found.marks] == [y for y, _ in found.lanes]


def test_names_of_months_do_not_stand_over_each_other() -> None:
    found = strip(columns([said(0, "2024-01-31"), said(1, "2024-09-14")]))

    assert found
    named = [(x - 100 if x > found.leftwards else x) for x, name in found.ticks if name]
    assert len(found.ticks) > len(named) > 4
    assert all(b - a >= 100 for a, b in itertools.pairwise(named))


def test_days_close_together_are_named_as_days_and_none_without_a_strip() -> None:
    found = strip(columns([said(0, "2024-02-21"), said(1, "2024-02-23")]))

    assert found
    assert [name for _, name in found.ticks] == ["21 February 2024", "23 February 2024"]
    assert strip(columns([said(0, None)])) is None


def spoken(n: int, act: Act, belief: Belief, said_: str | None) -> Saying:
    found = position(f"s-{n}", who("a", "Ada Holm"), act, belief, said=said_)
    fields = {name: getattr(found, name) for name in Saying.model_fields if name != "documents"}
    return Saying(**fields, documents=[])


def test_who_put_a_claim_forward_is_read_from_belief_and_no_order_is_made_up() -> None:
    timeline = [
        spoken(0, Act.ASSERTS, Belief.CERTAIN_FALSE, "2024-02-01"),
        spoken(1, Act.CONDEMNS, Belief.CERTAIN_TRUE, "2024-02-02"),
        spoken(2, Act.ALLEGES, Belief.CERTAIN_TRUE, "2024-02-21"),
        spoken(3, Act.DENIES, Belief.CERTAIN_FALSE, "2024-02-23"),
        spoken(4, Act.CONFIRMS, Belief.CERTAIN_TRUE, "2024-02"),
        spoken(5, Act.ALLEGES, Belief.CERTAIN_TRUE, None),
        spoken(6, Act.DENIES, Belief.CERTAIN_FALSE, "2024-03"),
    ]

    found = [(label, [each.statement for each in said]) for label, said in firsts(timeline)]

    # A statement "of February" may have been the first: none is chosen.
    assert found == [("first put forward", ["s-2", "s-4"]), ("first denied", ["s-3"])]
