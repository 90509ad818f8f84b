"""Everything on a map that a mouse can do, by keyboard."""

from typing import Any

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from graph.vocabulary import Act, Belief
from tests.reader import Reader, patched
from tests.test_maps import caption, claim, given, position, who
from tests.test_maps_in_browser import maps
from viz import claim_map


def focus(tab: Tab) -> str:
    return tab.evaluate("document.activeElement.id || document.activeElement.className.baseVal")


def test_arrows_go_to_the_next_node_that_way_and_enter_opens_it(reader: Reader) -> None:
    page = maps("claim")
    tab = reader.opens(page)
    places = {each["name"]: each["places"]["wide"][-1] for each in given(page)["nodes"]}
    before = reader.colours()
    tab.locator("#map").focus()

    tab.keyboard.press("ArrowLeft")

    announced = tab.locator("#announce")
    expect(announced).to_contain_text("statement")
    name = (announced.text_content() or "").partition(".")[0]
    _, x, y, *_ = places[name]
    assert x < -abs(y)  # of the claim, which stands at 0, 0
    assert reader.colours() > before  # the ring
    tab.keyboard.press("Enter")
    expect(tab.locator("#panel .name")).to_have_text(name)
    tab.keyboard.press("Escape")
    expect(tab.locator("#panel .name")).to_contain_text("Norland has supplied")


def test_every_node_is_reached_by_arrows(reader: Reader) -> None:
    page = maps("claim")
    tab = reader.opens(page)
    names = {each["id"]: each["name"] for each in given(page)["nodes"]}
    next_to: dict[str, set[str]] = {}

    for node in names:
        for key in ("ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown"):
            reader.clicks_at(node)
            tab.keyboard.press(key)  # shows where one is
            tab.keyboard.press(key)
            told = tab.locator("#announce").text_content() or ""
            next_to.setdefault(node, set()).update(
                k for k, n in names.items() if told.startswith(n)
            )

    reached = {"claim:four-hundred"}
    while more := {each for node in reached for each in next_to[node]} - reached:
        reached |= more
    assert reached == set(names)


def test_the_view_moves_and_zooms_by_keyboard(reader: Reader) -> None:
    tab = reader.opens(maps("claim"))
    tab.locator("#map").focus()
    scale, place = (tab.evaluate(f"canvas.{get}()") for get in ("getScale", "getViewPosition"))

    tab.keyboard.press("+")
    nearer = tab.evaluate("canvas.getScale()")
    tab.keyboard.press("Shift+ArrowRight")

    assert nearer > scale
    assert tab.evaluate("canvas.getViewPosition().x") > place["x"] + 10
    tab.keyboard.press("0")
    assert tab.evaluate("canvas.getScale()") == pytest.approx(scale)


def test_a_hit_of_the_search_is_picked_with_the_arrows_and_centred(reader: Reader) -> None:
    said = position("s", who("a", "Hossein Amir-Abdollahián"), Act.DENIES, Belief.CERTAIN_FALSE)
    tab = reader.opens(claim_map(claim(), [said], caption()))
    find = tab.get_by_role("combobox")

    find.fill("abdollahian")
    expect(tab.get_by_role("option")).to_have_count(1)
    find.press("ArrowDown")
    expect(find).to_have_attribute("aria-activedescendant", "found-0")
    find.press("Enter")

    expect(tab.locator("#panel .name")).to_have_text("Hossein Amir-Abdollahián")
    expect(tab.get_by_role("listbox")).to_be_hidden()
    reader.waits_for(
        """() => {
          const at = canvas.canvasToDOM(canvas.getPosition("actor:a"));
          const { clientWidth, clientHeight } = document.getElementById("map");
          return Math.abs(at.x - clientWidth / 2) < 130 && Math.abs(at.y - clientHeight / 2) < 60;
        }"""
    )


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("nordreich", "Norland has supplied"),
        ("UA", "Westland"),
        ("swift and SEVERE", "Ada Holm threatened"),
        ("no such words anywhere", "Nothing found."),
    ],
)
def test_the_search_finds_other_names_codes_and_words(
    reader: Reader, words: str, found: str
) -> None:
    def called(island: dict[str, Any]) -> None:
        next(n for n in island["nodes"] if n["focus"])["aliases"] = ["Nördreich"]

    tab = reader.opens(patched(maps("claim"), called))

    tab.locator("#find").fill(words)

    expect(tab.locator("#found")).to_contain_text(found)
    tab.locator("#find").press("Escape")
    expect(tab.locator("#found")).to_be_hidden()


def test_the_timeline_is_one_stop_and_arrows_go_from_mark_to_mark(reader: Reader) -> None:
    tab = reader.opens(maps("claim"))
    assert tab.locator("#timeline [tabindex='0']").count() == 1

    tab.locator("#timeline [tabindex='0']").focus()
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("ArrowDown")

    mark = tab.evaluate("document.activeElement.dataset.statement")
    assert tab.locator("#timeline [tabindex='0']").count() == 1
    assert focus(tab).startswith("mark")
    tab.keyboard.press("Enter")
    expect(tab.locator(f"#timeline .mark.open[data-statement='{mark}']")).to_have_count(1)
    tab.keyboard.press("ArrowLeft")
    assert tab.evaluate("document.activeElement.matches('.who button')")


def test_the_skip_link_leads_to_the_table(reader: Reader) -> None:
    tab = reader.opens(maps("claim"))

    tab.keyboard.press("Tab")
    assert focus(tab) == "skip"
    tab.keyboard.press("Enter")

    assert focus(tab) == "rows"
    expect(tab.locator("#statements tbody tr")).to_have_count(18)


def test_the_table_sorts_with_the_keyboard_and_keeps_undated_statements_last(
    reader: Reader,
) -> None:
    tab = reader.opens(maps("claim"))
    tab.locator("#statements summary").press("Enter")

    tab.get_by_role("button", name="Said", exact=True).press("Enter")

    rows = tab.locator("#statements tbody tr")
    expect(tab.locator("th[data-column=said]")).to_have_attribute("aria-sort", "ascending")
    expect(rows.last).to_contain_text("day not known")
    tab.get_by_role("button", name="Who", exact=True).press("Enter")
    expect(tab.locator("th[data-column=said]")).not_to_have_attribute("aria-sort", "ascending")
    expect(rows.first).to_contain_text("a Quelland official")


def test_the_table_is_filtered_by_words_without_their_accents(reader: Reader) -> None:
    said = [
        position("s", who("a", "José Ñandú"), Act.DENIES, Belief.CERTAIN_FALSE),
        position("t", who("b", "Other"), Act.DENIES, Belief.CERTAIN_FALSE),
    ]
    tab = reader.opens(claim_map(claim(), said, caption()))
    tab.locator("#statements summary").click()

    tab.locator("#rows").fill("nandu")

    expect(tab.locator("#rows-shown")).to_have_text("1 of 2 rows")
    expect(tab.locator("#statements tbody tr:not([hidden])")).to_contain_text("José")
