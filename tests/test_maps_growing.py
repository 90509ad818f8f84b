"""Expand and collapse: what lies around a node comes from the service, and goes away again."""

from typing import Any

import pytest
from playwright.sync_api import Route, expect

from graph.answers import Mention
from graph.vocabulary import Act, Belief
from tests.reader import SERVICE, Reader, patched
from tests.test_maps import caption, claim, crowd, given, position, who
from tests.test_maps_in_browser import maps
from viz import Page, claim_map
from viz.boxes import Box

MORE = "/v1/graph/actors/holm"


def served() -> Page:
    """Return the story as a service serves it; Ada Holm can be expanded."""

    def at_home(island: dict[str, Any]) -> None:
        island |= {"served": True, "address": "/maps/claims/x"}
        next(n for n in island["nodes"] if n["id"] == "actor:holm")["more"] = MORE

    page = patched(maps("claim"), at_home)
    return Page(page.html.replace("form-action", "connect-src 'self'; form-action"), page.policy)


def answer(size: int = 3) -> dict[str, Any]:
    """Return what lies around Ada Holm: she also spoke of another claim, with others."""
    other = Mention(id="other", name="Norland has sold drones to Suland.", type="Claim")
    said = [
        position(
            "holm-3",
            who("holm", "Ada Holm"),
            Act.DENIES,
            Belief.CERTAIN_FALSE,
            claim=other,
            said="2024-05-02",
        ),
        *(each.model_copy(update={"claim": other}) for each in crowd(size)),
    ]
    island = given(claim_map(claim(id="other", text=other.name), said, caption()))
    kept = {key: island[key] for key in ("nodes", "edges", "statements")}
    return kept | {
        "shown": size + 1,
        "total": size + 1,
        "truncated": False,
        "order": "newest first",
    }


def boxes(reader: Reader) -> dict[str, Box]:
    """Return where what the canvas draws stands."""
    places = reader.tab.evaluate(
        """() => Object.fromEntries(Object.entries(canvas.body.nodes)
          .filter(([, node]) => node.options.label !== undefined)
          .map(([id, node]) => [id, [node.x, node.y]]))"""
    )
    return {key: Box(x - 8, y - 8, 16, 16) for key, (x, y) in places.items()}


def test_a_node_is_expanded_into_all_views_and_collapsed_again(reader: Reader) -> None:
    tab = reader.is_served(served(), more=answer())
    before, stood = reader.sees(), boxes(reader)
    tab.locator("#statements").evaluate("table => { table.open = true; }")

    reader.clicks_at("actor:holm")
    tab.get_by_role("button", name="Expand").press("Enter")

    growing = tab.locator("#panel .growing")
    expect(growing).to_contain_text("4 nodes and 4 statements more")
    assert reader.sees() - before == {"claim:other", "actor:a0000", "actor:a0001", "actor:a0002"}
    assert "statement:holm-3:holm" in reader.sees("edges")
    expect(tab.locator("#visible")).to_have_text("As of the latest: all 22 statements")
    expect(tab.locator("#statements tbody tr")).to_have_count(22)
    expect(tab.locator("#timeline .mark[data-statement=s0001]")).to_have_count(1)
    expect(tab.locator("#panel .statement-list").first).to_contain_text("2 May 2024")
    now = boxes(reader)
    assert {key: now[key] for key in stood} == stood
    tab.get_by_role("button", name="Collapse").click()
    expect(tab.locator("#visible")).to_have_text("As of the latest: all 18 statements")
    assert reader.sees() == before
    assert reader.trouble == []
    assert tab.evaluate("harm") == []


def test_what_comes_stands_beside_its_node_and_covers_nothing(reader: Reader) -> None:
    page = served()
    old = [Box(*each["places"]["wide"][0][4]) for each in given(page)["nodes"]]
    regions = [
        Box(each["left"], each["top"], each["width"], each["height"])
        for each in given(page)["regions"]["wide"]
    ]
    tab = reader.is_served(page, more=answer(12))
    before = reader.sees()

    reader.clicks_at("actor:holm")
    tab.get_by_role("button", name="Expand").click()
    expect(tab.locator("#panel .growing")).to_contain_text("13 nodes")

    places = boxes(reader)
    fresh = [places[key] for key in reader.sees() - before]
    assert len(fresh) == 13
    assert not any(box.meets(other) for box in fresh for other in [*old, *regions])


def test_the_filters_are_asked_with(reader: Reader) -> None:
    tab = reader.is_served(served(), "?as_of=2024-06-01&since=2024-01-01&hide=voice", more=answer())

    reader.clicks_at("actor:holm")
    tab.get_by_role("button", name="Expand").click()
    expect(tab.get_by_role("button", name="Collapse")).to_be_visible()

    assert f"{SERVICE}{MORE}?as_of=2024-06-01&since=2024-01-01" in reader.requests


@pytest.mark.parametrize(
    ("status", "more", "told"),
    [
        (404, {"detail": "There is no actor holm."}, "There is no actor holm. Nothing was added."),
        (200, {"rows": []}, "in a form unknown to this page. Nothing was added."),
        (503, None, "it answered 503"),
    ],
)
def test_what_goes_wrong_is_said_in_words_and_nothing_is_half_added(
    reader: Reader, status: int, more: Any, told: str
) -> None:
    tab = reader.is_served(served(), more=more, status=status)
    before = reader.sees()

    reader.clicks_at("actor:holm")
    tab.get_by_role("button", name="Expand").click()

    expect(tab.locator("#panel .growing")).to_contain_text(told)
    expect(tab.get_by_role("button", name="Expand")).to_be_enabled()
    assert reader.sees() == before


def test_a_service_that_cannot_be_reached_is_said_to_be(reader: Reader) -> None:
    tab = reader.is_served(served())
    tab.unroute_all()

    def fails(route: Route) -> None:
        route.abort()

    tab.route(f"{SERVICE}/v1/**", fails)

    reader.clicks_at("actor:holm")
    tab.get_by_role("button", name="Expand").click()

    expect(tab.locator("#panel .growing")).to_contain_text("cannot be reached")


def test_what_would_be_too_large_is_refused(reader: Reader) -> None:
    large = answer(1)
    actor = next(each for each in large["nodes"] if each["id"] == "actor:a0000")
    large["nodes"] += [{**actor, "id": f"actor:more{n}"} for n in range(1000)]
    tab = reader.is_served(served(), more=large)

    reader.clicks_at("actor:holm")
    tab.get_by_role("button", name="Expand").click()

    expect(tab.locator("#panel .growing")).to_contain_text("Too large: the map would have 1")
    expect(tab.locator("#visible")).to_contain_text("all 18")


def test_a_file_says_why_it_cannot_expand(reader: Reader) -> None:
    tab = reader.opens(maps("claim"))

    reader.clicks_at("actor:holm")

    growing = tab.locator("#panel .growing")
    expect(growing.get_by_role("button", name="Expand")).to_be_disabled()
    expect(growing).to_contain_text("only a page from the service can ask for more")
