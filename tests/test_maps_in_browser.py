"""Maps as a reader meets them: opened from a file in a real Chromium, and clicked on."""

import re
from functools import cache
from typing import Any

import pytest
from playwright.sync_api import expect

from graph.vocabulary import Act, Belief
from tests.reader import Reader, patched
from tests.test_maps import (
    HOSTILE,
    actor,
    caption,
    claim,
    crowd,
    given,
    position,
    report,
    story,
    who,
)
from viz import Page, actor_map, claim_map


@cache
def maps(name: str) -> Page:
    """Return one of the pages that most tests look at."""
    detail, positions = story()
    made = {
        "claim": lambda: claim_map(detail, positions, caption()),
        "actor": lambda: actor_map(actor(), positions, caption()),
        "empty": lambda: claim_map(claim(), [], caption()),
        "crowd": lambda: claim_map(claim(), crowd(499), caption()),
    }
    return made[name]().page()


@pytest.mark.parametrize("name", ["claim", "actor", "empty", "crowd"])
def test_a_map_opens_from_a_file_without_a_request_or_an_error(reader: Reader, name: str) -> None:
    tab = reader.opens(maps(name))

    assert len(reader.requests) == 1
    assert reader.trouble == []
    assert tab.evaluate("harm") == []
    assert reader.colours() > 5


def test_a_click_on_a_line_shows_who_said_it_in_whose_words_and_where(reader: Reader) -> None:
    tab = reader.opens(maps("claim"))

    reader.clicks_at("actor:envoy", "claim:four-hundred", 0.2)

    panel = tab.locator("#panel")
    expect(panel).to_contain_text("Oskar Vale (Permanent Representative)")
    expect(panel.locator("blockquote")).to_have_text("“pure invention”")
    expect(panel).to_contain_text("28 February 2024 or earlier ([..2024-02-28])")
    address = panel.get_by_role("link", name="Report un-tv")
    expect(address).to_have_attribute("href", "https://news.example/un-tv")
    expect(address).to_have_attribute("rel", "noopener noreferrer")


def test_a_click_on_a_speaker_shows_all_that_it_said(reader: Reader) -> None:
    tab = reader.opens(maps("claim"))

    reader.clicks_at("actor:holm")

    panel = tab.locator("#panel")
    expect(panel.locator(".name")).to_have_text("Ada Holm")
    expect(panel.locator("li")).to_have_count(2)


@pytest.mark.parametrize("way", ["ground", "button", "key"])
def test_what_is_open_is_closed_again(reader: Reader, way: str) -> None:
    tab = reader.opens(maps("claim"))
    reader.clicks_at("actor:holm")

    if way == "ground":
        tab.mouse.click(260, 600)
    elif way == "button":
        tab.locator("#panel").get_by_role("button", name="Close").click()
    else:
        tab.keyboard.press("Escape")

    expect(tab.locator("#panel .name")).to_contain_text("Norland has supplied")


def test_a_line_that_is_no_statement_says_what_it_ties_and_on_which_statements_it_rests(
    reader: Reader,
) -> None:
    def rests(island: dict[str, Any]) -> None:
        relay = next(each for each in island["edges"] if each["to"] == "actor:six-sources")
        relay["statements"] = ["wire"]

    tab = reader.opens(patched(maps("claim"), rests))

    reader.clicks_at("actor:northern-wire", "actor:six-sources", 0.5)

    panel = tab.locator("#panel")
    expect(panel.locator(".name")).to_have_text("whom an outlet relies on")
    panel.get_by_role("button", name="Northern Wire reported").click()
    expect(panel).to_contain_text("six sources, in and out of Norland")


def test_an_implied_denial_says_what_it_rests_on_and_what_it_answers(reader: Reader) -> None:
    tab = reader.opens(maps("claim"))

    tab.locator("#panel").get_by_role("button", name="denied (implied)").click()

    panel = tab.locator("#panel")
    expect(panel.locator(".how strong")).to_have_text("implied")
    expect(panel).to_contain_text("the act lies in how documents characterise the words")
    expect(panel).to_contain_text("It answers")
    expect(panel).to_contain_text("calls it")
    expect(panel).not_to_contain_text(re.compile(r"\b(null|undefined|NaN)\b"))
    panel.get_by_role("button", name="Northern Wire reported").click()
    expect(panel).to_contain_text("Answered by")


def test_a_statement_names_the_states_that_it_was_made_for(reader: Reader) -> None:
    def voiced(island: dict[str, Any]) -> None:
        for each in island["statements"]:
            each["voices"] = [{"id": "ir", "name": "Norland"}] if each["id"] == "un" else []

    tab = reader.opens(patched(maps("claim"), voiced), "#at=un")

    expect(tab.locator("#panel dl").first).to_contain_text("a voice of")


def test_an_empty_map_says_that_silence_is_no_denial(reader: Reader) -> None:
    tab = reader.opens(maps("empty"))

    expect(tab.locator("#panel")).to_contain_text("That is not a denial")


def test_hostile_words_harm_nothing(reader: Reader) -> None:
    positions = [
        position(
            text,
            who(text, text, role=text),
            Act.DENIES,
            Belief.CERTAIN_FALSE,
            paraphrase=text,
            notes=text,
            reports=[report(text, text, url="javascript:harm.push(1)", title=text, hedge=text)],
        )
        for text in HOSTILE
    ]
    page = claim_map(claim(text=HOSTILE[0], notes=HOSTILE[1]), positions, caption())
    tab = reader.opens(page)
    elements = tab.locator("script").count()

    for index, text in enumerate(each["id"] for each in given(page)["statements"]):
        tab.locator("#panel .statement-list button").nth(index).click()
        expect(tab.locator("#panel blockquote")).to_have_text(f"“{text}”")
        reader.clicks_at(f"actor:{text}")
        tab.locator("#find").fill(text[:8])
        tab.mouse.move(640, 300)
        tab.keyboard.press("Escape")
        tab.keyboard.press("Escape")

    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert tab.locator("#printed svg").count() == 1
    assert tab.evaluate("harm") == []
    assert reader.trouble == []
    assert len(reader.requests) == 1
    assert tab.locator("img, iframe, object, embed, a[href^='javascript']").count() == 0
    assert tab.locator("script").count() == elements == 3
    assert tab.evaluate("Object.keys(Object.prototype).length + Object.keys({}).length") == 0


def test_the_map_fits_again_when_the_window_changes(reader: Reader) -> None:
    tab = reader.opens(maps("claim"))
    before = tab.evaluate("canvas.getScale()")

    tab.set_viewport_size({"width": 1900, "height": 1100})

    reader.waits_for(f"canvas.getScale() > {before} * 1.1")
    reader.clicks_at("actor:holm")
    expect(tab.locator("#panel .name")).to_have_text("Ada Holm")


def test_nobody_can_drag_a_speaker_to_where_it_does_not_stand(reader: Reader) -> None:
    tab = reader.opens(maps("claim"))
    before = tab.evaluate("canvas.getPositions()")

    tab.mouse.move(*reader.where("actor:holm"))
    tab.mouse.down()
    tab.mouse.move(300, 300, steps=4)
    tab.mouse.up()

    assert tab.evaluate("canvas.getPositions()") == before
