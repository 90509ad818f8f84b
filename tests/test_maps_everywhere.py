"""Maps on a phone, in the dark, on paper, large and small: nothing is lost."""

from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from graph.vocabulary import Act, Belief
from tests.reader import Reader, Sealed
from tests.test_maps import caption, claim, given, position, who
from tests.test_maps_in_browser import maps
from tests.test_maps_of_several import every_map
from viz import claim_map

AXE = Path(__file__).parent.parent / "node_modules" / "axe-core" / "axe.min.js"
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


@pytest.fixture
def phone(chromium: Browser, tmp_path: Path) -> Generator[Reader]:
    found = Reader(chromium, tmp_path, **PHONE)
    yield found
    found.tab.close()


def scale(reader: Reader) -> float:
    return reader.tab.evaluate("canvas.getScale()")


def drags(reader: Reader, x: float, y: float, by: float) -> None:
    """Drag one finger upwards by `by` pixels."""
    finger: Any = reader.tab.context.new_cdp_session(reader.tab)

    def touch(kind: str, *points: dict[str, float]) -> None:
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": list(points)})

    touch("touchStart", {"x": x, "y": y})
    for step in range(1, 11):
        touch("touchMove", {"x": x, "y": y - by * step / 10})
        reader.tab.wait_for_timeout(20)  # as a finger does; all at once is no gesture
    touch("touchEnd")
    reader.tab.wait_for_timeout(400)  # right after a swipe a browser takes a tap for its end


def test_a_phone_has_the_tall_map_in_letters_that_can_be_read(phone: Reader) -> None:
    page = maps("claim")
    tall = next(n for n in given(page)["nodes"] if n["id"] == "actor:envoy")["places"]["tall"][0]

    tab = phone.opens(page)

    assert tab.evaluate("canvas.getPosition('actor:envoy').y") == pytest.approx(tall[2], abs=1)
    assert 12 * scale(phone) >= 9.9
    assert tab.locator("#map").bounding_box()["height"] > 844  # pyright: ignore[reportOptionalSubscript]
    assert tab.evaluate("document.documentElement.scrollWidth") == 390


def test_lines_tell_in_words_what_the_names_below_them_do_not(phone: Reader) -> None:
    phone.opens(maps("claim"))
    assert "implied" not in phone.words()
    assert any(", implied" in each for each in phone.words())

    phone.opens(every_map("states")["dossier"])
    assert "2" in phone.words()


def test_one_finger_scrolls_the_page_over_the_map(phone: Reader) -> None:
    tab = phone.opens(maps("claim"))
    before = tab.evaluate("canvas.getViewPosition()")

    drags(phone, 195, 600, 300)

    phone.waits_for("scrollY > 200")
    assert tab.evaluate("canvas.getViewPosition()") == before


def test_zoomed_in_one_finger_moves_the_map(phone: Reader) -> None:
    tab = phone.opens(maps("claim"))
    tab.get_by_role("button", name="Nearer").tap()
    tab.get_by_role("button", name="Nearer").tap()
    before, scrolled = tab.evaluate("[canvas.getViewPosition().y, scrollY]")

    drags(phone, 195, 500, 150)

    phone.waits_for(f"canvas.getViewPosition().y > {before} + 40")
    assert tab.evaluate("scrollY") == scrolled
    tab.get_by_role("button", name="Whole map").tap()
    expect(tab.locator(".view")).to_have_attribute("data-free", "false")
    # What a finger may do changes with the next picture.
    tab.evaluate("new Promise((on) => requestAnimationFrame(() => requestAnimationFrame(on)))")
    drags(phone, 195, 600, 300)
    phone.waits_for(f"scrollY > {scrolled} + 100")


def test_a_tap_opens_a_sheet_and_close_takes_it_away(phone: Reader) -> None:
    tab = phone.opens(maps("claim"))
    tab.locator("#map").evaluate("map => scrollTo(0, map.getBoundingClientRect().top - 120)")

    tab.touchscreen.tap(*phone.where("actor:uk"))

    panel = tab.locator("#panel")
    expect(panel.locator(".name")).to_have_text("Foreign Office of Quelland")
    expect(panel).to_be_in_viewport()
    panel.get_by_role("button", name="Close").tap()
    expect(panel.locator(".name")).to_contain_text("Norland has supplied")


def test_the_legend_of_a_phone_opens_and_filters(phone: Reader) -> None:
    tab = phone.opens(maps("claim"))
    expect(tab.locator("#lines")).to_be_hidden()

    tab.get_by_text("Legend and filters").tap()
    tab.locator("[value=denied]").tap()

    expect(tab.locator("#visible")).to_contain_text("15 of 18")


@pytest.mark.parametrize("name", ["claim", "actor", "empty", "crowd"])
def test_nothing_is_wider_than_320_pixels(reader: Reader, name: str) -> None:
    reader.tab.set_viewport_size({"width": 320, "height": 640})
    tab = reader.opens(maps(name))
    tab.locator("#statements").evaluate("table => { table.open = true; }")

    assert tab.evaluate("document.documentElement.scrollWidth") == 320


def test_a_window_that_becomes_narrow_gets_the_tall_map(reader: Reader) -> None:
    page = maps("claim")
    tall = next(n for n in given(page)["nodes"] if n["id"] == "actor:envoy")["places"]["tall"][0]
    reader.opens(page)

    reader.tab.set_viewport_size({"width": 500, "height": 800})

    reader.waits_for(f"Math.abs(canvas.getPosition('actor:envoy').y - {tall[2]}) <= 1")


def ground(reader: Reader) -> list[int]:
    return reader.tab.evaluate(
        """() => {
          const colour = getComputedStyle(document.getElementById("map")).backgroundColor;
          return colour.match(/\\d+/g).slice(0, 3).map(Number);
        }"""
    )


def test_dark_follows_the_system_at_once(reader: Reader) -> None:
    tab = reader.opens(maps("claim"))
    colour = "canvas.body.edges['statement:envoy:envoy'].options.color.color"
    light = tab.evaluate(colour)

    tab.emulate_media(color_scheme="dark")

    reader.waits_for(f"{colour} !== '{light}'")
    strokes = given(maps("claim"))["strokes"]
    assert [light, tab.evaluate(colour)] == [strokes["denied"][k] for k in ("colour", "dark")]
    assert sum(ground(reader)) < 150
    line = tab.locator("label:has([value=denied]) path").first
    expect(line).to_have_attribute("stroke", strokes["denied"]["dark"])


def test_forced_colours_are_obeyed_on_the_canvas(chromium: Browser, tmp_path: Path) -> None:
    reader = Reader(chromium, tmp_path, forced_colors="active")
    tab = reader.opens(maps("claim"))

    colour = tab.evaluate("canvas.body.edges['statement:envoy:envoy'].options.color.color")

    assert colour == "CanvasText"
    assert reader.trouble == []
    tab.close()


def test_unnamed_sources_look_unnamed_and_lines_differ_without_colour(reader: Reader) -> None:
    page = maps("claim")
    tab = reader.opens(page)
    dashes: dict[str, Any] = tab.evaluate(
        """() => Object.fromEntries(Object.values(canvas.body.nodes)
          .map((each) => [each.id, each.options.shapeProperties.borderDashes]))"""
    )
    unnamed = {each["id"] for each in given(page)["nodes"] if each["type"] == "UnnamedSource"}
    lines = tab.evaluate(
        """() => Object.fromEntries(Object.values(canvas.body.edges).map((each) => [each.id,
          [each.options.dashes, each.options.arrows.to.type, each.options.width]]))"""
    )

    assert {key for key, dash in dashes.items() if dash} == unnamed
    assert lines["statement:un:iran-un"][0] == [3, 9] != lines["statement:envoy:envoy"][0]
    assert (
        len(
            {
                str(lines[f"statement:{key}"])
                for key in (
                    "three:three-sources",
                    "wire:northern-wire",
                    "envoy:envoy",
                    "uk:uk",
                    "holm-2:holm",
                )
            }
        )
        == 5
    )


def test_on_paper_the_map_is_a_picture_of_text_with_the_table_and_the_addresses(
    chromium: Browser, tmp_path: Path
) -> None:
    reader = Reader(chromium, tmp_path, color_scheme="dark")
    tab = reader.opens(maps("claim"), "#hide=open")

    tab.emulate_media(media="print")
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")

    picture = tab.locator("#printed svg")
    expect(picture).to_be_visible()
    wide = tab.evaluate("document.documentElement.clientWidth")
    assert picture.bounding_box()["width"] > 0.6 * wide  # pyright: ignore[reportOptionalSubscript]
    for words in (
        "Allegations, not findings.",
        "Oskar Vale",
        "As of the latest recorded",
        "Hidden:",
    ):
        expect(picture).to_contain_text(words)
    expect(tab.locator("tbody tr:not([hidden])")).to_have_count(11)
    link = tab.get_by_role("link", name="Northern Wire, 21 February 2024").first
    after = "link => getComputedStyle(link, '::after').content + link.href"
    assert "https://news.example/" in link.evaluate(after)
    ink = "getComputedStyle(document.body).color"
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    assert tab.evaluate(f"{ink} + {ground}") == "rgb(29, 29, 31)rgb(255, 255, 255)"
    expect(tab.locator("#map")).to_be_hidden()
    assert reader.trouble == []
    assert tab.evaluate("harm") == []
    tab.close()


def test_a_name_written_leftwards_is_kept_together(reader: Reader) -> None:
    name = "وزارة الدفاع (نورلاند)"
    said = [position("s", who("a", name), Act.DENIES, Belief.CERTAIN_FALSE)]
    tab = reader.opens(claim_map(claim(), said, caption()))

    tab.locator("#panel").get_by_role("button", name=name).click()

    assert tab.locator("#panel .name bdi").evaluate("e => getComputedStyle(e).direction") == "rtl"
    assert reader.trouble == []


def faults(tab: Tab) -> list[Any]:
    """Return what axe-core finds on a page, with the table open."""
    tab.locator("#statements").evaluate("table => { table.open = true; }")
    tab.evaluate(AXE.read_text("utf-8"))
    found = tab.evaluate("axe.run().then((told) => told.violations)")
    return [(each["id"], [n["html"] for n in each["nodes"]][:3]) for each in found]


def sealed(name: str) -> Sealed:
    return every_map(name)["dossier"] if name in ("evidence", "states") else maps(name)


@pytest.mark.parametrize("name", ["claim", "actor", "empty", "evidence", "states"])
@pytest.mark.parametrize(
    "look", [{}, {"color_scheme": "dark"}, {"forced_colors": "active"}], ids=str
)
def test_a_checker_of_accessibility_finds_nothing(reader: Reader, name: str, look: Any) -> None:
    reader.tab.emulate_media(**look)

    assert faults(reader.opens(sealed(name))) == []


@pytest.mark.parametrize("name", ["claim", "actor", "states"])
def test_a_checker_of_accessibility_finds_nothing_on_a_phone(phone: Reader, name: str) -> None:
    assert faults(phone.opens(sealed(name))) == []
