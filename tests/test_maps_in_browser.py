"""Maps as a reader meets them: opened from a file in a real Chromium, and clicked on."""

import re
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from graph.vocabulary import Act, Belief
from tests.browser import browser
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

PIXELS = """() => {
  const canvas = document.querySelector("#map canvas");
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const colours = new Set();
  for (let at = 0; at < data.length; at += 4) {
    if (data[at + 3]) colours.add(`${data[at]},${data[at + 1]},${data[at + 2]}`);
  }
  return colours.size;
}"""
WATCH = """
window.harm = [];
window.alert = (words) => window.harm.push(words);
addEventListener("securitypolicyviolation", (event) => window.harm.push(event.violatedDirective));
"""


@pytest.fixture(scope="module")
def chromium() -> Generator[Browser]:
    with browser() as started:
        yield started


class Reader:
    """Someone with a file open, and a note of all that went wrong."""

    def __init__(self, chromium: Browser, folder: Path) -> None:
        self.folder = folder
        self.tab: Tab = chromium.new_page(viewport={"width": 1280, "height": 800})
        self.trouble: list[str] = []
        self.requests: list[str] = []
        self.tab.add_init_script(WATCH)
        self.tab.on("console", lambda message: self.trouble.append(message.text))
        self.tab.on("pageerror", lambda error: self.trouble.append(str(error)))
        self.tab.on("dialog", lambda dialog: self.trouble.append(dialog.message))
        self.tab.on("request", lambda request: self.requests.append(request.url))

    def opens(self, page: Page) -> Tab:
        file = self.folder / "map.html"
        file.write_text(page.html, "utf-8")
        self.tab.goto(file.as_uri())
        self.tab.wait_for_timeout(200)  # vis-network draws in the next frame
        return self.tab

    def clicks_at(self, node: str, towards: str | None = None, part: float = 0.0) -> None:
        """Click a node, or a point `part` of the way from it to another."""
        point = self.tab.evaluate(
            """([node, towards, part]) => {
              const island = JSON.parse(document.getElementById("island").textContent);
              const at = (id) => island.nodes.find((each) => each.id === id);
              const [a, b] = [at(node), at(towards ?? node)];
              const boxes = [...island.nodes.map((n) => n.box),
                ...island.regions.map((r) => [r.left, r.top, r.width, r.height])];
              const left = Math.min(...boxes.map((b) => b[0]));
              const top = Math.min(...boxes.map((b) => b[1]));
              const right = Math.max(...boxes.map((b) => b[0] + b[2]));
              const bottom = Math.max(...boxes.map((b) => b[1] + b[3]));
              const stage = document.getElementById("map").getBoundingClientRect();
              const fits = [stage.width / (right - left), stage.height / (bottom - top), 1.4];
              const scale = Math.min(...fits) * 0.97;
              const x = a.x + (b.x - a.x) * part - (left + right) / 2;
              const y = a.y + (b.y - a.y) * part - (top + bottom) / 2;
              const middle = [stage.x + stage.width / 2, stage.y + stage.height / 2];
              return [middle[0] + x * scale, middle[1] + y * scale];
            }""",
            [node, towards, part],
        )
        self.tab.mouse.click(*point)


@pytest.fixture
def reader(chromium: Browser, tmp_path: Path) -> Generator[Reader]:
    reader = Reader(chromium, tmp_path)
    yield reader
    reader.tab.close()


def maps() -> dict[str, Page]:
    detail, positions = story()
    return {
        "claim": claim_map(detail, positions, caption()),
        "actor": actor_map(actor(), positions, caption()),
        "empty": claim_map(claim(), [], caption()),
        "crowd": claim_map(claim(), crowd(499), caption()),
    }


@pytest.mark.parametrize("name", ["claim", "actor", "empty", "crowd"])
def test_a_map_opens_from_a_file_without_a_request_or_an_error(reader: Reader, name: str) -> None:
    tab = reader.opens(maps()[name])

    assert len(reader.requests) == 1
    assert reader.trouble == []
    assert tab.evaluate("harm") == []
    assert tab.evaluate(PIXELS) > 5


def test_a_click_on_a_line_shows_who_said_it_in_whose_words_and_where(reader: Reader) -> None:
    tab = reader.opens(maps()["claim"])

    reader.clicks_at("actor:envoy", "claim:four-hundred", 0.2)

    panel = tab.locator("#panel")
    expect(panel).to_contain_text("Oskar Vale (Permanent Representative)")
    expect(panel.locator("blockquote")).to_have_text("“pure invention”")
    expect(panel).to_contain_text("28 February 2024 or earlier ([..2024-02-28])")
    address = panel.get_by_role("link", name="Report un-tv")
    expect(address).to_have_attribute("href", "https://news.example/un-tv")
    expect(address).to_have_attribute("rel", "noopener noreferrer")


def test_a_click_on_a_speaker_shows_all_that_it_said(reader: Reader) -> None:
    tab = reader.opens(maps()["claim"])

    reader.clicks_at("actor:holm")

    panel = tab.locator("#panel")
    expect(panel.locator("h3")).to_have_text("Ada Holm")
    expect(panel.locator("li")).to_have_count(2)


def test_an_implied_denial_says_what_it_rests_on_and_what_it_answers(reader: Reader) -> None:
    tab = reader.opens(maps()["claim"])

    tab.locator("#panel").get_by_role("button", name="denied (implied)").click()

    panel = tab.locator("#panel")
    expect(panel).to_contain_text("implied: the act lies in how documents characterise the words")
    expect(panel).to_contain_text("It answers")
    expect(panel).to_contain_text("calls it")
    expect(panel).not_to_contain_text(re.compile(r"\b(null|undefined|NaN)\b"))
    panel.get_by_role("button", name="Northern Wire reported").click()
    expect(panel).to_contain_text("six sources, in and out of Norland")


def hidden(tab: Tab) -> dict[str, Any]:
    tab.locator("#statements summary").click()
    return {
        "rows": tab.locator("#statements tbody tr").count(),
        "status": tab.locator("#visible").text_content(),
    }


def test_the_legend_hides_lines_and_then_their_speakers_everywhere(reader: Reader) -> None:
    tab = reader.opens(maps()["claim"])
    before = tab.locator("#timeline").inner_text()

    tab.locator("[value=denied]").uncheck()

    assert hidden(tab) == {"rows": 15, "status": "15 of 18 visible now"}
    assert "Vale" in before
    assert "Vale" not in tab.locator("#timeline").inner_text()
    reader.tab.evaluate("scrollTo(0, 0)")
    reader.clicks_at("actor:envoy")
    expect(tab.locator("#panel h3")).to_contain_text("Norland has supplied")


def test_days_hide_what_cannot_have_been_said_in_them(reader: Reader) -> None:
    tab = reader.opens(maps()["claim"])

    tab.locator("#from").fill("2024-02-24")

    # "February 2024" and "28 February or earlier" may lie in the range; so they stay.
    timeline = tab.locator("#timeline")
    expect(timeline).to_contain_text("Per Quist")
    expect(timeline).to_contain_text("Oskar Vale")
    expect(timeline).not_to_contain_text("Ada Holm")
    expect(tab.locator("#dayless")).to_contain_text("Foreign Office")
    tab.locator("#undated").uncheck()
    expect(tab.locator("#dayless")).to_be_empty()


def test_the_table_sorts_with_the_keyboard_and_keeps_undated_statements_last(
    reader: Reader,
) -> None:
    tab = reader.opens(maps()["claim"])
    tab.locator("#statements summary").press("Enter")

    tab.get_by_role("button", name="Said", exact=True).press("Enter")

    rows = tab.locator("#statements tbody tr")
    expect(tab.locator("th[data-column=said]")).to_have_attribute("aria-sort", "ascending")
    expect(rows.last).to_contain_text("day not known")


def test_search_ignores_accents(reader: Reader) -> None:
    said = position("s", who("a", "Hossein Amir-Abdollahián"), Act.DENIES, Belief.CERTAIN_FALSE)
    tab = reader.opens(claim_map(claim(), [said], caption()))

    tab.locator("#find").fill("abdollahian")
    tab.locator("#found button").first.click()

    expect(tab.locator("#panel h3")).to_have_text("Hossein Amir-Abdollahián")


def test_an_empty_map_says_that_silence_is_no_denial(reader: Reader) -> None:
    tab = reader.opens(maps()["empty"])

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

    for index, text in enumerate(each["id"] for each in given(page)["statements"]):
        tab.locator("#panel .statement-list button").nth(index).click()
        expect(tab.locator("#panel blockquote")).to_have_text(f"“{text}”")
        reader.clicks_at(f"actor:{text}")
        reader.tab.mouse.move(640, 300)
        tab.keyboard.press("Escape")

    assert tab.evaluate("harm") == []
    assert reader.trouble == []
    assert len(reader.requests) == 1
    assert tab.locator("img, iframe, object, embed, a[href^='javascript']").count() == 0
    assert tab.locator("script").count() == 3
    assert tab.evaluate("Object.keys(Object.prototype).length + Object.keys({}).length") == 0


def test_the_csv_has_the_caption_and_no_formula(reader: Reader) -> None:
    said = position("s", who("a", "=HYPERLINK(1)"), Act.DENIES, Belief.CERTAIN_FALSE)
    tab = reader.opens(claim_map(claim(), [said], caption()))

    with tab.expect_download() as download:
        tab.get_by_role("button", name="CSV").click()

    text = download.value.path().read_text("utf-8-sig")
    assert "Allegations, not findings." in text
    assert '"\'=HYPERLINK(1)"' in text


def test_the_map_fits_again_when_the_window_changes(reader: Reader) -> None:
    tab = reader.opens(maps()["claim"])

    tab.set_viewport_size({"width": 1600, "height": 1000})
    tab.wait_for_timeout(400)  # vis-network looks at its size a few times a second
    reader.clicks_at("actor:holm")

    expect(tab.locator("#panel h3")).to_have_text("Ada Holm")
