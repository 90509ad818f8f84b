"""A citation, as it lands on the clipboard or, where the browser forbids that, in view."""

import re
from collections.abc import Generator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from graph.vocabulary import Act, Belief
from tests.browser import browser
from tests.reader import Sealed
from tests.saving import menu, opened, saved, story_map
from tests.test_maps import caption, claim, position, report, who
from viz import claim_map

HTML = "text/html; charset=utf-8"
FORBIDDEN = {
    "missing": "Object.defineProperty(navigator, 'clipboard', { value: undefined })",
    "refused": "navigator.clipboard.writeText = () => Promise.reject(new Error('no'))",
}
MAP = (
    "Rejoinder, map “Who said what about the claim?”, as of the latest recorded, "
    "made 5 March 2024, 12:30 UTC"
)


@pytest.fixture(scope="module")
def chromium() -> Generator[Browser]:
    with browser() as started:
        yield started


@pytest.fixture
def tab(chromium: Browser) -> Generator[Tab]:
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


def cited(tab: Tab, page: Sealed, folder: Path, statement: str | None = None) -> str:
    """Return what the page puts on the clipboard for `statement`, or for the whole map."""
    opened(tab, page, folder)
    menu(tab)
    if statement:
        tab.locator("#panel").get_by_role("button", name=statement).first.click()
    tab.get_by_role("button", name=re.compile("^Cite this" if statement else "^Cite$")).click()
    expect(tab.get_by_role("status").filter(has_text="Copied.")).to_be_visible()
    return tab.evaluate("navigator.clipboard.readText()")


def test_an_implied_denial_is_cited_with_its_words_and_every_document(
    tab: Tab, tmp_path: Path
) -> None:
    text = cited(tab, story_map(), tmp_path, "denied (implied)")

    assert text == (
        "Permanent Mission of Norland to the United Nations denied (implied by how documents "
        "characterise it), on behalf of Norland, on the claim “Norland has supplied Suland with "
        "around 400 ballistic missiles, many of the Lance-110 family such as the Javelin, since "
        "early January 2024.”. Said: 23 February 2024. Words: “morally obligated to refrain”. "
        "Northern Wire, “Report post”, 21 February 2024, https://news.example/post. "
        "Northern Wire, “Report wire-2”, 21 February 2024, https://news.example/wire-2. "
        f"{MAP}. Allegation, not a finding."
    )


@pytest.mark.parametrize(
    ("statement", "day"),
    [
        ("Per Quist", "Said: February 2024."),
        ("Oskar Vale", "Said: 28 February 2024 or earlier."),
        ("Foreign Office", "Day not known; at the latest 4 March 2024."),
    ],
)
def test_a_citation_is_no_more_precise_than_its_day(
    statement: str, day: str, tab: Tab, tmp_path: Path
) -> None:
    text = cited(tab, story_map(), tmp_path, statement)

    assert f"”. {day} " in text


def test_words_that_documents_print_differently_are_told_apart(tab: Tab, tmp_path: Path) -> None:
    said = position(
        "s", who("a", "Ada Holm", role="speaker"), Act.DENIES, Belief.CERTAIN_FALSE,
        reports=[report("one", "never"), report("two", "not ever", publisher=None, read=False)],
    )  # fmt: skip

    text = cited(tab, claim_map(claim(), [said], caption()), tmp_path, "Ada Holm")

    assert text.startswith("Ada Holm (speaker) denied, on the claim")
    assert "Words: “never” (as printed by Northern Wire); “not ever” (as printed by two). " in text
    assert "two (not read: known only through documents that draw on it). " in text.replace(
        ", “Report two”, 21 February 2024, https://news.example/two", ""
    ).replace("publisher not known", "two")


def test_no_name_turns_the_words_beside_it_around(tab: Tab, tmp_path: Path) -> None:
    said = position("s", who("a", "\u202esaid\nno"), Act.CONFIRMS, Belief.CERTAIN_TRUE)

    text = cited(tab, claim_map(claim(), [said], caption()), tmp_path, "confirmed")

    assert text.startswith("said no confirmed, on the claim “")


def test_the_map_is_cited_with_how_much_of_it_is_shown(tab: Tab, tmp_path: Path) -> None:
    text = cited(tab, story_map(), tmp_path)

    assert text == f"{MAP}. 18 statements in all. Allegations, not findings."


def test_what_leaves_a_served_map_has_its_address_with_the_day(tab: Tab) -> None:
    address = "http://localhost/maps/claims/four-hundred?as_of=2024-02-22"
    body = story_map().html
    tab.route("http://localhost/**", lambda route: route.fulfill(body=body, content_type=HTML))
    tab.goto(f"{address}&at=holm-2")
    menu(tab)

    tab.get_by_role("button", name="Cite this statement").click()
    expect(tab.get_by_role("status").filter(has_text="Copied.")).to_be_visible()
    text = tab.evaluate("navigator.clipboard.readText()")

    assert f"made 5 March 2024, 12:30 UTC, {address}&at=holm-2. Allegation, not" in text
    assert "as of 22 February 2024, " in text
    assert f"Address: {address}<" in saved(tab, "SVG").decode().replace("&amp;", "&")


@pytest.mark.parametrize("way", FORBIDDEN)
def test_where_the_page_may_not_copy_the_words_stand_selected(
    way: str, tab: Tab, tmp_path: Path
) -> None:
    tab.add_init_script(FORBIDDEN[way])
    opened(tab, story_map(), tmp_path)
    menu(tab)

    tab.get_by_role("button", name="Cite", exact=True).click()

    area = tab.get_by_role("textbox", name="Citation")
    expect(area).to_have_value(re.compile(re.escape(MAP)))
    expect(area).to_be_focused()
    expect(area).to_be_visible()
    expect(tab.get_by_role("status").filter(has_text="copy it from here")).to_be_visible()
    assert tab.evaluate("getSelection().toString()") == area.input_value()
