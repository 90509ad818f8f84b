"""Views of a map point at each other, and the address says what is seen."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from tests.reader import SERVICE, Reader, Sealed, patched
from tests.test_maps_in_browser import maps
from viz import Page

LIT = """(id) => {
  const edge = canvas.body.edges[id];
  return edge.options.width;
}"""
LINE = "statement:envoy:envoy"


def served(page: Sealed) -> Page:
    """Return `page` as a service makes it, with links to other levels."""

    def at_home(island: dict[str, Any]) -> None:
        island |= {"served": True, "address": "/maps/claims/x"}
        island["levels"] = [
            {"name": "statements", "label": "statements", "address": "/maps/claims/x"},
            {"name": "states", "label": "states", "address": "/maps/claims/x?level=states"},
        ]

    return patched(page, at_home)


def test_a_mark_pointed_at_lights_its_line_and_speaker(reader: Reader) -> None:
    tab = reader.opens(maps("claim"))
    before = tab.evaluate(LIT, LINE)

    tab.locator("#timeline .mark[data-statement=envoy]").hover()

    lit = tab.evaluate(LIT, LINE)
    assert lit > before
    assert tab.evaluate("canvas.body.nodes['actor:envoy'].options.borderWidth") == 3
    tab.mouse.move(5, 5)
    reader.waits_for(f"({LIT})('{LINE}') === {before}")


def test_a_mark_with_the_focus_does_the_same_and_so_does_a_row(reader: Reader) -> None:
    tab = reader.opens(maps("claim"))
    before = tab.evaluate(LIT, LINE)
    tab.locator("#statements summary").press("Enter")

    tab.locator("tr[data-statement=envoy] button").focus()

    assert tab.evaluate(LIT, LINE) > before
    expect(tab.locator("#timeline .mark[data-statement=envoy]")).to_have_class("mark lit")
    tab.locator("#timeline .mark[data-statement=sand], .mark[data-statement=doubt]").first.focus()
    assert tab.evaluate(LIT, LINE) == before


def test_a_line_pointed_at_lights_its_mark_lane_and_row(reader: Reader) -> None:
    tab = reader.opens(maps("claim"))
    tab.locator("#statements").evaluate("table => { table.open = true; }")

    reader.points_at("actor:envoy", "claim:four-hundred", 0.25)

    expect(tab.locator("#timeline .mark.lit")).to_have_attribute("data-statement", "envoy")
    expect(tab.locator("#timeline .lane.lit")).to_have_attribute("aria-label", "Oskar Vale")
    expect(tab.locator("tr.lit")).to_have_attribute("data-statement", "envoy")


def test_opening_a_mark_selects_its_line_and_opening_a_line_scrolls_to_its_mark(
    reader: Reader,
) -> None:
    tab = reader.opens(maps("claim"))

    tab.locator("#timeline .mark[data-statement=envoy]").click()

    assert tab.evaluate("canvas.getSelectedEdges()") == [LINE]
    expect(tab.locator("#panel .name")).to_contain_text("Oskar Vale")
    tab.locator("#timeline").evaluate("box => { box.scrollTop = 0; }")
    tab.evaluate("scrollTo(0, 0)")
    reader.clicks_at("actor:eu")
    lane = tab.locator("#timeline .lane.open")
    expect(lane).to_have_attribute("aria-label", "a senior Western Union official")
    tops = (
        "box => box.scrollTop + box.clientHeight - document.querySelector('.lane.open').offsetTop"
    )
    assert tab.locator("#timeline").evaluate(tops) > 20


def from_file(reader: Reader, asked: str) -> Tab:
    return reader.opens(maps("claim"), f"#{asked}" if asked else "")


def from_service(reader: Reader, asked: str) -> Tab:
    return reader.is_served(served(maps("claim")), f"?{asked}" if asked else "")


@pytest.mark.parametrize("opened", [from_file, from_service])
def test_an_address_reproduces_what_was_seen(
    reader: Reader, opened: Callable[[Reader, str], Tab]
) -> None:
    tab = opened(reader, "")

    tab.locator("[value=reported]").uncheck()
    tab.locator("#undated").uncheck()
    tab.locator("#since").fill("2024-02-01")
    tab.locator("#day").fill("2024-02-25")
    tab.locator("#timeline .mark[data-statement=un]").click()

    address = tab.url.replace("#", "?")
    said = tab.locator("#visible").text_content()
    for part in ("hide=reported", "undated=false", "since=2024-02-01", "as_of=2024-02-25", "at=un"):
        assert part in address
    tab.goto("about:blank")
    opened(reader, address.partition("?")[2])
    expect(tab.locator("#visible")).to_have_text(said or "")
    expect(tab.locator("[value=reported]")).not_to_be_checked()
    expect(tab.locator("#undated")).not_to_be_checked()
    expect(tab.locator("#panel .how strong")).to_have_text("implied")


@pytest.mark.parametrize("opened", [from_file, from_service])
def test_the_back_button_undoes_what_a_reader_did(
    reader: Reader, opened: Callable[[Reader, str], Tab]
) -> None:
    tab = opened(reader, "")
    tab.locator("[value=denied]").uncheck()
    tab.locator("#timeline .mark[data-statement=wire]").click()

    tab.evaluate("history.back()")

    expect(tab.locator("#panel .name")).to_contain_text("Norland has supplied")
    expect(tab.locator("[value=denied]")).not_to_be_checked()
    tab.evaluate("history.back()")
    expect(tab.locator("[value=denied]")).to_be_checked()
    expect(tab.locator("#visible")).to_contain_text("all 18")
    tab.evaluate("history.forward()")
    expect(tab.locator("[value=denied]")).not_to_be_checked()


def test_dragging_the_handle_is_one_step_back(reader: Reader) -> None:
    tab = reader.opens(maps("claim"))
    before = tab.evaluate("history.length")
    box = tab.get_by_role("slider").bounding_box()
    assert box

    tab.mouse.move(box["x"] + box["width"] - 8, box["y"] + 12)
    tab.mouse.down()
    tab.mouse.move(box["x"] + 4, box["y"] + 12, steps=8)
    tab.mouse.up()

    assert tab.evaluate("history.length") == before + 1
    tab.evaluate("history.back()")
    expect(tab.locator("#visible")).to_contain_text("all 18")


def test_nonsense_in_an_address_is_passed_over(reader: Reader) -> None:
    tab = reader.opens(maps("claim"), "#as_of=yesterday&hide=nothing&at=nobody&since=2024-13-45")

    expect(tab.locator("#visible")).to_have_text("As of the latest: all 18 statements")
    expect(tab.locator("#panel .name")).to_contain_text("Norland has supplied")


def test_a_page_inside_another_keeps_no_address_and_works(reader: Reader) -> None:
    html = maps("claim").html
    tab = reader.goes_to(reader.opens(maps("empty")).url)
    tab.evaluate(
        """(html) => {
          const frame = document.createElement("iframe");
          frame.srcdoc = html;
          frame.width = 1100; frame.height = 700; frame.id = "cell";
          document.body.append(frame);
        }""",
        html,
    )
    inside = tab.frame_locator("#cell")

    inside.locator("[value=denied]").uncheck()

    expect(inside.locator("#visible")).to_contain_text("15 of 18")
    expect(inside.locator("#copy")).to_be_hidden()


def test_links_to_other_levels_keep_the_filters(reader: Reader) -> None:
    tab = reader.is_served(served(maps("claim")))

    tab.locator("#day").fill("2024-02-25")

    levels = tab.get_by_role("navigation", name="Levels of this map")
    states = levels.get_by_role("link", name="states", exact=True)
    expect(states).to_have_attribute("href", "/maps/claims/x?level=states&as_of=2024-02-25")
    here = levels.get_by_role("link", name="statements")
    expect(here).to_have_attribute("aria-current", "page")


def test_the_link_to_what_is_seen_is_copied(reader: Reader) -> None:
    tab = reader.is_served(served(maps("claim")), "?at=un")

    tab.get_by_role("button", name="Copy link").click()

    # Without a secure origin a browser lets no page copy: the link is shown to be copied by hand.
    expect(tab.get_by_label("Link to this view")).to_have_value(f"{SERVICE}/maps/claims/x?at=un")
