"""What the graph held on a day: what has left it since counts, and what entered later does not.

On the shipped story a third of the statements leave the record on one day and another third enters
it on a later one. What is asked as of a day must be what a graph answers that holds just that.
"""

from collections.abc import Generator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, cast

import httpx2
import pytest

from graph import overviews, queries
from graph.answers import Mention, Position, Record
from graph.queries import Clocks, Filters
from graph.story import CLAIM
from graph.vocabulary import Act
from tests.graphs import Graph
from tests.test_loading import BASE, written

FIRST, LEFT, LATER = (datetime(2030, month, 10, 23, 59, tzinfo=UTC) for month in (1, 2, 3))
"""When all but the later ones entered, when some left, when the later ones entered."""
DENIAL, ACCUSATION = "iran-un-mission-2024-02-23", "reuters-six-sources-2024-02-21"
BUSY = (CLAIM, "iran-delivered-fath-360-to-russia", "iran-supplied-attack-drones-to-russia")
ACTORS = ("ir", "us", "iran-un-mission", "reuters", "ru")
SAID = date(2024, 9, 8)
TOLD_OTHERWISE = {"recorded_at", "withdrawn_at", "recorded_as_of"}


@dataclass
class Story:
    """The story, some of which left and some of which came later."""

    graph: Graph
    everything: list[str]
    gone: list[str]
    later: list[str]
    arranged: bool = False
    """Whether the times are those that a test begins with."""

    def held(self, day: date) -> set[str]:
        """Return what stood at the end of `day`."""
        found = set(self.everything) if day >= FIRST.date() else set[str]()
        found -= set(self.gone) if day >= LEFT.date() else set()
        return found - (set(self.later) if day < LATER.date() else set())

    def arrange(self, *, without: set[str] | None = None) -> None:
        """Set the times; or those of entering only, with all that is `without` off the record."""
        early = [each for each in self.everything if each not in self.later]
        gone = self.gone if without is None else sorted(without)
        times = [(early, FIRST, None), (self.later, LATER, None), (gone, None, LEFT)]
        self.graph.record_each(times)
        self.arranged = without is None


@pytest.fixture(scope="module")
def parted(graph: Graph) -> Generator[Story]:
    graph.load_story()
    everything = ids(graph.ask(queries.who(graph.store, None, Filters(), limit=500)))
    rest = sorted(set(everything) - {DENIAL, ACCUSATION})
    gone, later = sorted([DENIAL, *rest[0::3]]), rest[1::3]
    yield Story(graph, sorted(everything), gone, later)
    graph.holds_story = False  # its times are others now


@pytest.fixture
def clocked(parted: Story) -> Story:
    if not parted.arranged:
        parted.arrange()
    return parted


def ids(found: list[Position]) -> list[str]:
    return [each.statement for each in found]


def answered(address: str, path: str) -> Any:
    answer = httpx2.get(f"{address}{path}", timeout=60)
    assert answer.status_code == 200, answer.text
    return answer.json()


def claims(graph: Graph) -> list[str]:
    return [each.id for each in graph.ask(queries.claims(graph.store, limit=200))]


def answers(story: Story, held: set[str], days: Clocks) -> dict[str, Any]:
    """Return all that is asked by day; of statements beside others only those in `held`."""
    graph, store = story.graph, story.graph.store
    named = claims(graph)
    found: dict[str, Any] = {
        "standings": graph.ask(queries.standings(store, named, **days)),
        "claims": graph.ask(overviews.claims(store, limit=200, **cast("Any", days))),
        "denied": graph.ask(queries.who(store, Act.DENIES, Filters(about="ir", **days), limit=200)),
        "spoke": graph.ask(queries.who(store, None, Filters(speaker="reuters", **days), limit=200)),
        "changes": graph.ask(queries.who_changed_position(store, **days)),
    }
    for each in BUSY:
        found[each] = graph.ask(overviews.claim(store, each, **days))
    for each in ACTORS:
        actor = graph.ask(overviews.actor(store, each, **days))
        found[each] = (actor.positions, actor.changes)
    for each in (DENIAL, ACCUSATION):
        found[each] = graph.ask(overviews.statement(store, each, **days))
    return {name: plain(each, held) for name, each in found.items()}


def plain(value: Any, held: set[str]) -> Any:
    """Return records as maps, without their times and without links to what was not held."""
    if isinstance(value, Record):
        links = ("responds_to", "relays")
        return {
            name: [one for one in each if linked(one, held)] if name in links else plain(each, held)
            for name, each in value
            if name not in TOLD_OTHERWISE
        }
    if isinstance(value, Mapping):
        named = cast("Mapping[str, Any]", value)
        return {name: plain(each, held) for name, each in named.items()}
    if isinstance(value, list | tuple):
        return [plain(each, held) for each in cast("list[Any]", value)]
    return value


def linked(other: str | Mention, held: set[str]) -> bool:
    if isinstance(other, Mention):
        return other.type != "Statement" or other.id in held
    return other in held


@pytest.mark.parametrize(
    ("day", "as_of"),
    [(FIRST.date(), None), (LEFT.date(), None), (LATER.date(), None), (LEFT.date(), SAID)],
)
def test_every_answer_as_of_a_day_is_that_of_a_graph_that_holds_just_that(
    parted: Story, day: date, as_of: date | None
) -> None:
    held = parted.held(day)
    parted.arrange(without=set(parted.everything) - held)
    expected = answers(parted, held, Clocks(as_of=as_of, recorded_as_of=None))
    parted.arrange()

    found = answers(parted, held, Clocks(as_of=as_of, recorded_as_of=day))

    for name, each in expected.items():
        assert found[name] == each, name


def test_on_every_claim_it_is_what_stood_on_that_day(clocked: Story) -> None:
    graph, store, told = clocked.graph, clocked.graph.store, 0
    before = FIRST.date() - timedelta(days=1)
    for day in (before, FIRST.date(), LEFT.date(), LATER.date()):
        counted = graph.ask(queries.claims(store, recorded_as_of=day, limit=200))
        assert sum(each.statements for each in counted) == len(clocked.held(day))

        for claim in claims(graph):
            stood = graph.ask(queries.what_stood_on(store, claim, day, "recorded"))

            found = graph.ask(overviews.claim(store, claim, recorded_as_of=day))
            listed = graph.ask(
                queries.who(store, None, Filters(claim=claim, recorded_as_of=day), limit=200)
            )

            assert found.timeline == stood, (claim, day)
            assert set(ids(listed)) == {each.statement for each in stood} <= clocked.held(day)
            told += len(stood)
    assert told == sum(len(clocked.held(each.date())) for each in (FIRST, LEFT, LATER))


def test_both_clocks_together_ask_for_what_meets_both(clocked: Story) -> None:
    graph, store = clocked.graph, clocked.graph.store

    def listed(days: Filters) -> set[str]:
        return set(ids(graph.ask(queries.who(store, None, days, limit=500))))

    every = graph.ask(queries.who(store, None, Filters(recorded_as_of=FIRST.date()), limit=500))
    dated = {each.statement for each in every if each.known_by and each.known_by <= SAID}
    assert listed(Filters(as_of=SAID, recorded_as_of=FIRST.date())) == dated
    assert dated - listed(Filters(as_of=SAID))


def test_a_statement_that_left_the_record_is_answered_with_what_stood_beside_it(
    clocked: Story,
) -> None:
    graph, store = clocked.graph, clocked.graph.store

    then = graph.ask(overviews.statement(store, DENIAL, recorded_as_of=FIRST.date()))
    now = graph.ask(overviews.statement(store, DENIAL))
    answered = graph.ask(queries.statement(store, ACCUSATION, recorded_as_of=FIRST.date()))

    assert then.statement.withdrawn_at == now.statement.withdrawn_at == LEFT
    assert (DENIAL, ACCUSATION) in [(each.answer, each.answered) for each in then.thread]
    assert DENIAL not in [each.answer for each in now.thread]
    assert DENIAL in answered.answered_by
    assert DENIAL not in graph.ask(queries.statement(store, ACCUSATION)).answered_by


def test_nothing_names_a_statement_that_entered_later(clocked: Story) -> None:
    graph, store = clocked.graph, clocked.graph.store
    clocked.arranged = False
    graph.record([ACCUSATION], recorded=LATER, withdrawn=None)
    of = Filters(speaker="iran-un-mission", recorded_as_of=FIRST.date())

    listed = graph.ask(queries.who(store, None, of, limit=200))
    then = graph.ask(queries.statement(store, DENIAL, recorded_as_of=FIRST.date()))
    later = graph.ask(queries.statement(store, DENIAL, recorded_as_of=LATER.date()))

    assert next(each for each in listed if each.statement == DENIAL) == then
    assert ACCUSATION not in then.responds_to
    assert ACCUSATION in later.responds_to


def test_a_claim_that_left_the_record_is_listed_on_the_days_before(clocked: Story) -> None:
    graph, store = clocked.graph, clocked.graph.store
    clocked.arranged = False
    graph.record([CLAIM], recorded=FIRST, withdrawn=LEFT)
    days = (FIRST.date() - timedelta(days=1), FIRST.date(), LEFT.date())
    try:
        listed = [graph.ask(queries.claims(store, recorded_as_of=day, limit=200)) for day in days]
        now = claims(graph)
    finally:
        graph.record([CLAIM], withdrawn=None)

    assert [CLAIM in [each.id for each in found] for found in listed] == [False, True, False]
    assert CLAIM not in now


@pytest.mark.parametrize(
    "path",
    [f"/v1/claims/{CLAIM}/positions", "/v1/actors/ir/positions", "/v1/who/denied?about=ir"],
)
def test_every_list_takes_the_clock_of_the_record(clocked: Story, address: str, path: str) -> None:
    def listed(day: str) -> list[str]:
        asked = f"{path}{'&' if '?' in path else '?'}limit=200{day}"
        return [row["statement"] for row in answered(address, asked)["rows"]]

    assert clocked.graph

    assert DENIAL in listed(f"&recorded_as_of={FIRST.date()}")
    assert DENIAL not in listed("")
    assert DENIAL not in listed(f"&recorded_as_of={LEFT.date()}")


def test_pages_of_the_service_say_which_day_of_the_record_they_answer(
    clocked: Story, address: str
) -> None:
    day = str(FIRST.date())
    assert clocked.graph

    claim = answered(address, f"/v1/claims/{CLAIM}?recorded_as_of={day}")
    actor = answered(address, f"/v1/actors/ir?recorded_as_of={day}&as_of=2024-03-01")
    statement = answered(address, f"/v1/statements/{DENIAL}?recorded_as_of={day}")
    listed = answered(address, f"/v1/claims?recorded_as_of={day}&limit=200")["rows"]

    assert (claim["asOf"], claim["recordedAsOf"]) == (None, day)
    assert (actor["asOf"], actor["recordedAsOf"]) == ("2024-03-01", day)
    assert DENIAL in [each["statement"] for each in claim["positions"]]
    assert DENIAL in [each["statement"] for each in actor["positions"]]
    assert DENIAL in [each["answer"] for each in statement["thread"]]
    assert next(each for each in listed if each["id"] == CLAIM)["standing"] == claim["standing"]


@pytest.mark.parametrize(
    ("path", "says"),
    [
        (f"/v1/claims/{CLAIM}?recorded_as_of=soon", "recorded_as_of"),
        (f"/maps/claims/{CLAIM}?recorded_as_of=2030-01-10", "no such parameter"),
    ],
)
def test_a_day_that_cannot_be_meant_is_refused(address: str, path: str, says: str) -> None:
    answer = httpx2.get(f"{address}{path}")

    assert answer.status_code == 422
    assert says in answer.json()["detail"]


def test_what_a_load_took_off_the_record_is_heard_as_before_and_defined_by_no_dossier(
    empty: Graph, tmp_path: Path
) -> None:
    empty.load([written(tmp_path, BASE)])
    empty.load([written(tmp_path, BASE[: BASE.index("  - id: aa-denies")])])
    empty.record(["aa-denies", "first-wire-reports"], recorded=FIRST, withdrawn=None)
    empty.record(["aa-denies"], withdrawn=LEFT)

    def listed(**of: str) -> list[str]:
        asked = replace(Filters(recorded_as_of=FIRST.date()), **of)
        return ids(empty.ask(queries.who(empty.store, None, asked)))

    denial = ["aa-denies"]
    assert listed(voice="aa") == listed(speaker="aa") == denial
    assert (
        listed(about="aa") == listed(claim="aa-sent-arms-to-bb") == [*denial, "first-wire-reports"]
    )
    assert listed(dossier="dispute") == ["first-wire-reports"]
