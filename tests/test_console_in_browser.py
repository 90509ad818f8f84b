"""The console in a real browser: colours, completion by keyboard, errors, parameters, no script."""

import re
from collections.abc import Generator
from dataclasses import dataclass, field
from urllib.parse import urlencode

import httpx2
import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from graph.story import CLAIM

# Harm that a page does; a page that breaks its policy is told of here.
WATCH = """
window.harm = [];
addEventListener("securitypolicyviolation", (event) => window.harm.push(event.violatedDirective));
"""
TEXT = (
    "// Who denied it\n"
    "MATCH (a:Actor)-[:DENIED]->(c:Claim {id: $claim})\n"
    "WHERE a.name CONTAINS 'é\\'' OR true\n"
    "RETURN a.name AS name, 1.5 AS x"
)


@dataclass
class Desk:
    """Somebody at the console, and a note of all that went wrong."""

    tab: Tab
    address: str
    trouble: list[str] = field(default_factory=list[str])

    def opens(self, path: str, **params: str) -> Tab:
        """Open a page of the service."""
        self.tab.goto(f"{self.address}{path}" + (f"?{urlencode(params)}" if params else ""))
        return self.tab


@pytest.fixture
def desk(onlooker: Browser, service: httpx2.Client) -> Generator[Desk]:
    """A desk of 1280 by 800. What is wrong on a page fails the test."""
    tab = onlooker.new_page(viewport={"width": 1280, "height": 800})
    found = Desk(tab, str(service.base_url).rstrip("/"))
    tab.add_init_script(WATCH)
    tab.on("pageerror", lambda error: found.trouble.append(str(error)))
    yield found
    assert tab.evaluate("window.harm") == []
    assert found.trouble == []
    tab.close()


def test_what_is_painted_is_what_is_typed_and_stays_in_step(desk: Desk) -> None:
    tab = desk.opens("/cypher", q=TEXT)
    field_ = tab.locator("#statement")

    assert tab.locator(".editor pre").text_content() == TEXT + "\n"
    assert tab.locator(".t-label").all_text_contents() == ["Actor", "Claim"]
    assert tab.locator(".t-type").all_text_contents() == ["DENIED"]
    assert tab.locator(".t-parameter").all_text_contents() == ["$claim"]
    field_.focus()
    tab.keyboard.press("Control+End")
    tab.keyboard.type("\nLIMIT 3" + "\n// more" * 30 + "x" * 300)
    assert tab.locator(".editor pre").text_content() == field_.input_value() + "\n"
    tab.wait_for_timeout(100)
    scrolls = """() => ["#statement", ".editor pre"].map((name) => {
      const { scrollTop, scrollLeft } = document.querySelector(name);
      return [scrollTop, scrollLeft];
    })"""
    typed, painted = tab.evaluate(scrolls)
    assert typed == painted
    assert typed[0] > 0
    assert typed[1] > 0


def test_letters_lie_on_their_colours(desk: Desk) -> None:
    tab = desk.opens("/cypher", q=TEXT)

    looks = """(name) => {
      const look = getComputedStyle(document.querySelector(name));
      const box = document.querySelector(name).getBoundingClientRect();
      return [look.fontFamily, look.fontSize, look.lineHeight, look.paddingLeft, look.paddingTop,
        look.letterSpacing, look.whiteSpace, look.tabSize, box.left, box.top];
    }"""
    assert tab.evaluate(looks, "#statement") == tab.evaluate(looks, ".editor pre")


def test_words_are_completed_by_keyboard_and_the_statement_is_run_by_keyboard(desk: Desk) -> None:
    tab = desk.opens("/cypher")
    field_ = tab.locator("#statement")
    field_.fill("")
    field_.focus()
    tab.keyboard.type("MATCH (c:Cla")
    box = tab.get_by_role("listbox")
    expect(box.get_by_role("option").first).to_contain_text("Claim")
    assert field_.get_attribute("aria-activedescendant") is None
    tab.keyboard.press("ArrowDown")
    assert field_.get_attribute("aria-activedescendant") == "offer-0"
    tab.keyboard.press("Enter")
    expect(field_).to_have_value("MATCH (c:Claim")
    expect(box).to_be_hidden()
    tab.keyboard.type(" {id: 'iran-sent-400")
    expect(box.get_by_role("option").first).to_contain_text(CLAIM)
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    tab.keyboard.type("'})<-[:NARR")
    expect(box.get_by_role("option").first).to_contain_text("NARROWS")
    tab.keyboard.press("ArrowUp")
    tab.keyboard.press("Enter")
    tab.keyboard.type("]-(n) RETURN n.tex")
    expect(box.get_by_role("option").first).to_contain_text("text")
    tab.keyboard.press("Escape")
    expect(box).to_be_hidden()
    tab.keyboard.type("t AS words")
    tab.keyboard.press("Control+Enter")
    expect(tab.locator("h2#answer")).to_have_text(re.compile(r"[1-9]\d* rows?"))
    assert "RETURN+n.text+AS+words" in tab.url


def test_a_chosen_word_can_be_taken_back_and_tab_is_no_trap(desk: Desk) -> None:
    tab = desk.opens("/cypher", q="RETURN $x AS x", **{"p.x": "1"})
    field_ = tab.locator("#statement")
    field_.fill("")
    field_.focus()
    tab.keyboard.type("UNW")
    expect(tab.get_by_role("option").first).to_contain_text("UNWIND")
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    expect(field_).to_have_value("UNWIND")
    tab.keyboard.press("Control+z")
    expect(field_).to_have_value("UNW")
    tab.keyboard.type("I")
    expect(tab.get_by_role("listbox")).to_be_visible()
    tab.keyboard.press("Tab")
    expect(field_).not_to_be_focused()
    expect(tab.locator(".offers")).to_be_hidden()


def test_an_error_has_the_caret_at_its_place_and_its_line_marked(desk: Desk) -> None:
    tab = desk.opens("/cypher", q="MATCH (a:Actor)\nWHERE a.id = 'ir'\n  RETRUN a")
    field_ = tab.locator("#statement")

    expect(field_).to_be_focused()
    place = tab.evaluate("document.getElementById('statement').selectionStart")
    assert place == len("MATCH (a:Actor)\nWHERE a.id = 'ir'\n  ")
    assert tab.locator(".editor .at-fault").text_content() == "  RETRUN a"
    tab.keyboard.type(" ")
    expect(tab.locator(".editor .at-fault")).to_have_count(0)


def test_a_parameter_has_a_field_as_soon_as_it_is_typed(desk: Desk) -> None:
    tab = desk.opens("/cypher")
    tab.locator("#statement").fill("RETURN $one + $two AS sum")
    tab.get_by_label("$one").fill("20")
    tab.get_by_label("$two").fill("22")
    tab.locator("#statement").fill("RETURN $one AS sum")
    expect(tab.get_by_label("$two")).to_be_hidden()
    tab.locator("#statement").fill("RETURN $one + $two AS sum")
    expect(tab.get_by_label("$two")).to_have_value("22")
    tab.get_by_role("button", name="Run").click()
    expect(tab.locator("table.rows td")).to_have_text("42")


def test_ids_of_a_form_are_completed_as_they_are_typed(desk: Desk) -> None:
    tab = desk.opens("/questions/who_speaks_for")
    tab.locator("#p-institution").press_sequentially("white-h")
    expect(tab.locator("#l-institution option").first).to_have_attribute(
        "value", re.compile("^white-h")
    )


def test_without_script_and_on_a_small_screen_it_is_whole(
    onlooker: Browser, service: httpx2.Client
) -> None:
    tab = onlooker.new_page(java_script_enabled=False, viewport={"width": 320, "height": 640})
    tab.goto(f"{str(service.base_url).rstrip('/')}/cypher")
    tab.locator("#statement").fill("RETURN $x AS x")
    tab.get_by_role("button", name="Run").click()
    expect(tab.locator("#fault")).to_contain_text("$x, not given")
    tab.get_by_label("$x").fill("[1, 2]")
    tab.get_by_role("button", name="Run").click()
    expect(tab.locator("table.rows td")).to_contain_text("1")
    tab.goto(f"{str(service.base_url).rstrip('/')}/questions/what_stood_on")
    tab.get_by_role("link", name="With the example").click()
    expect(tab.locator("h2#answer")).to_contain_text("row")
    tab.close()


@pytest.mark.parametrize("path", ["/cypher?q=RETRUN", "/cypher", "/questions/who_denied"])
def test_nothing_is_wider_than_a_phone(path: str, desk: Desk) -> None:
    desk.tab.set_viewport_size({"width": 320, "height": 640})
    tab = desk.opens(path)
    wide = tab.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert wide[0] <= wide[1]


def test_in_forced_colours_the_words_are_the_fields_own_and_offers_stay_at_the_caret(
    desk: Desk,
) -> None:
    desk.tab.emulate_media(forced_colors="active")
    tab = desk.opens("/cypher")
    tab.locator("#statement").fill("")
    tab.locator("#statement").focus()
    tab.keyboard.type("\n\nUNW")
    expect(tab.get_by_role("listbox")).to_be_visible()

    look = "getComputedStyle(document.querySelector('%s')).%s"
    assert tab.evaluate(look % ("#statement", "color")) not in ("transparent", "rgba(0, 0, 0, 0)")
    assert tab.evaluate(look % (".editor pre", "visibility")) == "hidden"
    tops = [tab.locator(each).bounding_box() for each in ("#statement", ".offers")]
    assert all(tops)
    field_, box = (each["y"] for each in tops if each)
    assert field_ + 40 < box < field_ + 120
