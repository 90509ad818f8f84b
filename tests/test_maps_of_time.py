"""Where nodes stand as time goes by, and what a filter leaves: the shape of a map stays."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from graph.answers import Mention
from graph.vocabulary import Act, Belief
from tests.test_maps import CLAIM, F, T, U, actor, claim, crowd, position, story, who
from viz import Asked, Caption, Map, actor_map, claim_map

MADE = datetime(2024, 3, 5, 12, 30, tzinfo=UTC)


def asked(as_of: date | None = None, **known: Any) -> Caption:
    return Caption("Who said what?", as_of, MADE, 0, Asked(**known))


def first(key: str, day: date, belief: Belief, act: Act = Act.ASSERTS, **known: Any) -> Any:
    said = day.isoformat()
    return position(key, who("a", "Ada Holm"), act, belief, said=said, known_by=day, **known)


def places(drawn: Map, node: str, shape: str = "wide") -> list[tuple[str | None, float]]:
    found = next(each for each in drawn.nodes if each["id"] == node)
    return [(day, x) for day, x, *_ in found["places"][shape]]


def test_a_later_word_moves_a_speaker_and_leaves_where_it_stood_before() -> None:
    said = [first("s1", date(2024, 2, 1), F), first("s2", date(2024, 9, 1), T)]

    moved = places(claim_map(claim(), said, asked()), "actor:a")

    assert [day for day, _ in moved] == [None, "2024-09-01"]
    assert moved[0][1] > 0 > moved[1][1]


def test_words_that_are_walked_back_commit_to_nothing_any_more() -> None:
    back = first("s2", date(2024, 9, 1), U, Act.WALKS_BACK, responds_to=["s1"])

    moved = places(claim_map(claim(), [first("s1", date(2024, 2, 1), T), back], asked()), "actor:a")

    assert [day for day, _ in moved] == [None, "2024-09-01"]
    assert moved[0][1] < 0


def test_declining_to_confirm_later_moves_nobody() -> None:
    later = first("s2", date(2024, 9, 1), U, Act.DECLINES_TO_CONFIRM)

    stays = places(
        claim_map(claim(), [first("s1", date(2024, 2, 1), T), later], asked()), "actor:a"
    )

    assert len(stays) == 1


def test_voices_that_differ_are_given_no_position() -> None:
    one = position("s1", who("a", "A"), Act.CONFIRMS, T, known_by=date(2024, 2, 1))
    other = position("s2", who("b", "B"), Act.DENIES, F, known_by=date(2024, 2, 2))

    drawn = actor_map(actor(), [one, other], asked())

    assert "voices differ" in [each["title"] for each in drawn.given["regions"]["wide"]]
    assert [day for day, _ in places(drawn, f"claim:{CLAIM.id}")] == [None, "2024-02-02"]


@pytest.mark.parametrize(
    "filters",
    [
        asked(date(2024, 2, 22)),
        asked(hide=("denied", "relay")),
        asked(since=date(2024, 2, 22), undated=False),
    ],
)
def test_a_filter_moves_nothing(filters: Caption) -> None:
    detail, positions = story()

    whole, filtered = (claim_map(detail, positions, each) for each in (asked(), filters))

    assert whole.nodes == filtered.nodes
    assert whole.given["regions"] == filtered.given["regions"]
    assert len(filtered.graph()["statements"]) < len(whole.graph()["statements"])


def test_on_a_day_in_the_past_only_what_had_been_said_is_in_the_graph() -> None:
    said = [first("s1", date(2024, 2, 1), F), first("s2", date(2024, 9, 1), T)]

    found = claim_map(claim(), said, asked(date(2024, 3, 1))).graph()

    assert [each["id"] for each in found["statements"]] == ["s1"]
    assert next(each for each in found["nodes"] if each["id"] == "actor:a")["x"] > 0
    assert found["as_of"] == "2024-03-01"


def test_a_partial_date_stays_while_any_of_its_days_is_in_the_range() -> None:
    february = position("s", who("a", "A"), Act.DENIES, F, said="2024-02", known_by=MADE.date())

    inside = claim_map(claim(), [february], asked(since=date(2024, 2, 20))).graph()
    outside = claim_map(claim(), [february], asked(since=date(2024, 3, 1))).graph()

    assert [each["id"] for each in inside["statements"]] == ["s"]
    assert outside["statements"] == []


def test_an_answer_is_a_line_only_while_both_are_shown() -> None:
    detail, positions = story()

    def lines(caption: Caption) -> list[Any]:
        edges = claim_map(detail, positions, caption).graph()["edges"]
        return [each for each in edges if each["group"] == "answers"]

    assert lines(asked())
    assert not lines(asked(hide=("reported",)))


def test_beyond_500_nodes_filters_choose_what_is_drawn() -> None:
    everyone = crowd(600)
    early = date.fromordinal(738000 + 99)

    drawn = claim_map(claim(), everyone, asked(until=early))

    assert len(drawn.statements) == 100
    assert drawn.graph()["truncated"] is True


def test_a_map_made_again_differs_in_nothing_but_when() -> None:
    detail, positions = story()
    again = Caption("Who said what?", None, datetime(2026, 1, 1, tzinfo=UTC), 0)

    one, other = (claim_map(detail, positions, each) for each in (asked(), again))

    assert one.key() == other.key()
    assert one.html != other.html
    assert one.key() != claim_map(detail, positions[1:], asked()).key()


def test_new_statements_of_new_speakers_stand_after_those_that_were_there() -> None:
    related = Mention(id="x", name="Another claim", type="Claim")
    days = [date(2024, 2, n + 1) for n in range(4)]
    before = [
        position(f"s{n}", who(f"a{n}", f"A {n}"), Act.DENIES, F, known_by=day)
        for n, day in enumerate(days)
    ]
    new = position("s9", who("aa", "A 0 and more"), Act.DENIES, F, known_by=date(2024, 3, 1))

    def order(said: list[Any]) -> list[str]:
        drawn = claim_map(claim(narrows=[related]), said, asked())
        actors = [each for each in drawn.nodes if each["type"] == "Official"]
        return [each["id"] for each in sorted(actors, key=lambda each: each["y"])]

    assert order([*before, new]) == [*order(before), "actor:aa"]
