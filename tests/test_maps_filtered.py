"""Filters of a map: lines, days, and the day as of which it is shown; all four views follow."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from graph.values import Node, Relationship
from tests.reader import Reader, Sealed, patched
from tests.test_maps import caption, given, story
from tests.test_maps_in_browser import maps
from viz import Page, claim_map, graph_map


def visible(tab: Tab) -> dict[str, Any]:
    """Return what each of the four views shows."""
    if not tab.locator("#statements").get_attribute("open"):
        tab.locator("#statements").evaluate("table => { table.open = true; }")
    return {
        "table": tab.locator("#statements tbody tr:not([hidden])").count(),
        "said": tab.locator("#visible").text_content(),
        "marks": {
            mark.get_attribute("data-statement")
            for mark in tab.locator(
                "#timeline .mark:not([hidden]), #dayless button:not([hidden])"
            ).all()
        },
    }


def moving(page: Sealed) -> Page:
    """Return `page` with a speaker that stands elsewhere from 25 February on."""

    def moved(island: dict[str, Any]) -> None:
        node = next(each for each in island["nodes"] if each["id"] == "actor:sand")
        for places in node["places"].values():
            _, x, y, side, box = places[0]
            first = [None, x + 40, y + 300, side, [box[0] + 40, box[1] + 300, *box[2:]]]
            places[:] = [first, ["2024-02-25", x, y, side, box]]

    return patched(page, moved)


def test_the_legend_hides_lines_and_then_their_speakers_everywhere(reader: Reader) -> None:
    tab = reader.opens(maps("claim"))

    tab.locator("[value=denied]").uncheck()

    found = visible(tab)
    assert found["table"] == len(found["marks"]) == 15
    assert found["said"] == "As of the latest: 15 of 18 statements"
    assert "actor:envoy" not in reader.sees()
    assert not {edge for edge in reader.sees("edges") if "envoy" in edge}
    expect(tab.locator("label:has([value=denied]) .count")).to_have_text("0 of 3")
    expect(tab.locator("#timeline .lane", has_text="Vale")).to_be_hidden()
    expect(tab.locator("#announce")).to_have_text("As of the latest: 15 of 18 statements")


def test_implied_acts_of_any_graph_have_a_tick_of_their_own(reader: Reader) -> None:
    norland = Node("1", ("Actor", "State"), {"id": "nl", "name": "Norland"})
    sent = Node("2", ("Claim",), {"id": "x", "text": "Norland has sent it."})
    known = [{"explicit": False}, {"explicit": True}, {}]
    acts = [Relationship(str(n), "DENIED", norland, sent, each) for n, each in enumerate(known)]
    tab = reader.opens(graph_map([norland, sent], acts, caption()))
    expect(tab.locator("label:has([value=implied]) .count")).to_have_text("1")

    tab.locator("[value=implied]").uncheck()

    assert sorted(reader.sees("edges")) == ["edge:1", "edge:2"]
    expect(tab.locator("label:has([value=implied]) .count")).to_have_text("0 of 1")
    expect(tab.locator("label:has([value=denied]) .count")).to_have_text("2 of 3")


def test_a_part_in_which_nobody_stands_is_not_drawn(reader: Reader) -> None:
    tab = reader.opens(maps("claim"))
    before = reader.words()
    assert "says it did not" in before

    tab.locator("[value=denied]").uncheck()

    assert "says it did not" not in reader.words()


def test_what_is_saved_is_as_of_the_day_that_is_shown_now(reader: Reader) -> None:
    early = replace(caption(), as_of=date(2024, 2, 22))
    tab = reader.opens(claim_map(*story(), early))
    expect(tab.locator("#visible")).to_contain_text("As of 22 February 2024")
    tab.locator("#latest").click()

    tab.locator("#export summary").click()
    with tab.expect_download() as download:
        tab.get_by_role("button", name="JSON", exact=True).click()

    assert json.loads(download.value.path().read_text("utf-8"))["as_of"] is None
    assert "22 February" not in (tab.locator("header .caption").text_content() or "")


def test_days_hide_what_cannot_have_been_said_in_them(reader: Reader) -> None:
    tab = reader.opens(maps("claim"))

    tab.locator("#since").fill("2024-02-24")

    # "February 2024" and "28 February or earlier" may lie in the range; so they stay.
    timeline = tab.locator("#timeline")
    expect(timeline.locator(".lane", has_text="Per Quist")).to_be_visible()
    expect(timeline.locator(".lane", has_text="Oskar Vale")).to_be_visible()
    expect(timeline.locator(".lane", has_text="Ada Holm")).to_be_hidden()
    expect(tab.locator("#dayless")).to_contain_text("Foreign Office")
    tab.locator("#undated").uncheck()
    expect(tab.locator("#dayless")).to_be_hidden()
    assert "actor:uk" not in reader.sees()
    tab.get_by_role("button", name="Show everything").click()
    assert visible(tab)["table"] == 18


def test_as_of_a_day_shows_what_was_known_by_then_in_every_view(reader: Reader) -> None:
    page = maps("claim")
    known = {each["id"]: each["knownDay"] for each in given(page)["statements"]}
    tab = reader.opens(page)

    tab.locator("#day").fill("2024-02-22")

    expected = {key for key, day in known.items() if day <= "2024-02-22"}
    found = visible(tab)
    assert 0 < len(expected) < 18
    assert found["marks"] == expected
    assert found["table"] == len(expected)
    assert found["said"] == f"As of 22 February 2024: {len(expected)} of 18 statements"
    assert {e.split(":")[1] for e in reader.sees("edges") if e.startswith("statement:")} == expected
    expect(tab.locator(".rule")).to_be_visible()
    tab.get_by_role("button", name="Latest").click()
    assert visible(tab)["table"] == 18
    expect(tab.locator(".rule")).to_be_hidden()


def test_the_handle_goes_through_the_days_by_keyboard_and_says_where_it_is(reader: Reader) -> None:
    tab = reader.opens(maps("claim"))
    handle = tab.get_by_role("slider")

    handle.press("Home")

    expect(handle).to_have_attribute("aria-valuetext", "As of 21 February 2024: 6 of 18 statements")
    handle.press("ArrowRight")
    expect(tab.locator("#day")).to_have_value("2024-02-22")
    handle.press("End")
    expect(tab.locator("#visible")).to_have_text("As of the latest: all 18 statements")


def test_the_handle_is_dragged_with_the_mouse(reader: Reader) -> None:
    tab = reader.opens(maps("claim"))
    box = tab.get_by_role("slider").bounding_box()
    assert box

    tab.mouse.move(box["x"] + box["width"] - 8, box["y"] + box["height"] / 2)
    tab.mouse.down()
    tab.mouse.move(box["x"] + 4, box["y"] + box["height"] / 2, steps=5)
    tab.mouse.up()

    expect(tab.locator("#day")).to_have_value("2024-02-21")


def test_a_node_stands_where_its_words_put_it_on_that_day(reader: Reader) -> None:
    page = moving(maps("claim"))
    places = next(n for n in given(page)["nodes"] if n["id"] == "actor:sand")["places"]["wide"]
    tab = reader.opens(page)
    now = tab.evaluate("canvas.getPosition('actor:sand').y")

    tab.locator("#day").fill("2024-02-24")

    assert abs(now - places[1][2]) <= 1
    reader.waits_for(f"Math.abs(canvas.getPosition('actor:sand').y - {places[0][2]}) <= 1")


def test_a_replay_steps_through_the_days_and_pauses(reader: Reader) -> None:
    tab = reader.opens(maps("claim"))

    tab.get_by_role("button", name="Replay").click()

    expect(tab.locator("#day")).to_have_value("2024-02-21")
    expect(tab.locator("#day")).to_have_value("2024-02-22")
    tab.get_by_role("button", name="Pause").click()
    stopped = tab.locator("#day").input_value()
    tab.wait_for_timeout(1_500)
    assert tab.locator("#day").input_value() == stopped
    tab.get_by_role("button", name="One day with news back").click()
    expect(tab.locator("#day")).to_have_value("2024-02-21")


def test_whoever_wants_no_motion_steps_by_hand(chromium: Browser, tmp_path: Any) -> None:
    reader = Reader(chromium, tmp_path, reduced_motion="reduce")
    tab = reader.opens(moving(maps("claim")))

    expect(tab.get_by_role("button", name="Replay")).to_be_hidden()
    tab.locator("#day").fill("2024-02-21")
    tab.get_by_role("button", name="One day with news on").press("Enter")

    expect(tab.locator("#day")).to_have_value("2024-02-22")
    tab.close()


@pytest.mark.parametrize(
    ("hide", "why"),
    [
        ("[value=denied]", "its kind of line is not ticked"),
        ("[value=implied]", "implied statements are not ticked"),
    ],
)
def test_what_a_filter_hides_still_answers_and_can_be_shown(
    reader: Reader, hide: str, why: str
) -> None:
    tab = reader.opens(maps("claim"))
    tab.locator(hide).uncheck()

    tab.locator("#panel").get_by_role("button", name="denied (implied)").click()

    notice = tab.locator("#panel .notice")
    expect(notice).to_contain_text("Hidden by a filter")
    expect(notice).to_contain_text(why)
    notice.get_by_role("button", name="Show it").press("Enter")
    expect(notice).to_have_count(0)
    expect(tab.locator(hide)).to_be_checked()
    assert "statement:un:iran-un" in reader.sees("edges")


def test_what_was_not_known_by_a_day_says_so_and_can_be_shown(reader: Reader) -> None:
    tab = reader.opens(maps("claim"), "#as_of=2024-02-21&at=own")

    notice = tab.locator("#panel .notice")

    expect(notice).to_contain_text("not known to have been said by 21 February 2024")
    notice.get_by_role("button", name="Show it").click()
    expect(tab.locator("#visible")).to_have_text("As of the latest: all 18 statements")


def test_what_a_statement_rests_on_goes_with_it(reader: Reader) -> None:
    def tied(island: dict[str, Any]) -> None:
        line = dict(island["edges"][0]) | {"statement": None, "count": None, "words": ""}
        ends = {"from": "actor:iran-un", "to": "actor:northern-wire"}
        island["strokes"]["answers"] = {**island["strokes"]["relay"], "group": "answers"}
        both = {"id": "answer", "group": "answers", "statements": ["un", "wire"]}
        island["edges"].append(line | ends | both)

    tab = reader.opens(patched(maps("claim"), tied))
    before = "answer" in reader.sees("edges")

    tab.locator("[value=reported]").uncheck()

    assert before
    assert "answer" not in reader.sees("edges")
