"""Pictures of a map, saved from a real page and opened again by readers that are not ours."""

import re
import struct
import zlib
from base64 import b64encode
from collections.abc import Generator
from math import dist
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from graph.vocabulary import Act, Belief
from tests.browser import browser
from tests.saving import opened, saved, story_map
from tests.test_maps import caption, claim, crowd, given, position, story, who
from viz import claim_map

SVG = "{http://www.w3.org/2000/svg}"
COLOURS = """async (url) => {
  const picture = new Image();
  picture.src = url;
  await picture.decode();
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext("2d");
  context.drawImage(picture, 0, 0);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const colours = new Set();
  for (let at = 0; at < data.length; at += 4) {
    colours.add(`${data[at]},${data[at + 1]},${data[at + 2]},${data[at + 3]}`);
  }
  return colours.size;
}"""
WHERE = """(ids) => ids.map((id) => {
  const { left, top, right, bottom } = document.getElementById(id).getBoundingClientRect();
  return [left, top, right, bottom];
})"""


@pytest.fixture(scope="module")
def chromium() -> Generator[Browser]:
    with browser() as started:
        yield started


@pytest.fixture
def tab(chromium: Browser) -> Generator[Tab]:
    page = chromium.new_page(viewport={"width": 1280, "height": 800})
    trouble: list[str] = []
    page.on("console", lambda message: trouble.append(message.text))
    page.on("pageerror", lambda error: trouble.append(str(error)))
    yield page
    page.close()
    assert trouble == []


def texts(svg: bytes) -> list[str]:
    return ["".join(each.itertext()) for each in ET.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314


def chunks(png: bytes) -> dict[bytes, list[bytes]]:
    """Return the contents of the chunks of a PNG by their type; each has its right sum."""
    found: dict[bytes, list[bytes]] = {}
    at = 8
    while at < len(png):
        (size,) = struct.unpack(">I", png[at : at + 4])
        kind, content = png[at + 4 : at + 8], png[at + 8 : at + 8 + size]
        (total,) = struct.unpack(">I", png[at + 8 + size : at + 12 + size])
        assert total == zlib.crc32(kind + content)
        found.setdefault(kind, []).append(content)
        at += 12 + size
    return found


def test_the_picture_has_the_words_of_every_node_as_text(tab: Tab, tmp_path: Path) -> None:
    page = opened(tab, story_map(), tmp_path)

    words = texts(saved(tab, "SVG"))

    for node in given(page)["nodes"]:
        assert set(node["lines"]) <= set(words)
        assert {note["text"] for note in node["notes"]} <= set(words)
    for words_of_caption in (
        "Who said what about",
        "As of the latest recorded.",
        "18 statements",
        "UTC",
    ):
        assert any(words_of_caption in each for each in words)
    assert "declined to confirm or comment," in " ".join(words)


@pytest.mark.parametrize("size", [0, 300])
def test_the_picture_stands_alone_and_its_parts_do_not_cover_each_other(
    size: int, tab: Tab, chromium: Browser, tmp_path: Path
) -> None:
    page = claim_map(claim(), crowd(size), caption()).page() if size else story_map()
    opened(tab, page, tmp_path)
    file = tmp_path / "map.svg"
    file.write_bytes(saved(tab, "SVG"))

    alone = chromium.new_page()
    requests: list[str] = []
    alone.on("request", lambda request: requests.append(request.url))
    alone.goto(file.as_uri())
    above, middle, below = alone.evaluate(WHERE, ["of-caption", "of-map", "of-legend"])
    root = ET.fromstring(file.read_bytes())  # noqa: S314
    alone.close()

    assert requests == [file.as_uri()]
    assert above[3] <= middle[1] < middle[3] <= below[1]
    width, height = float(root.get("width", 0)), float(root.get("height", 0))
    assert all(box[0] >= 0 and box[2] <= width and box[3] <= height for box in (above, middle))
    url = f"data:image/svg+xml;base64,{b64encode(file.read_bytes()).decode()}"
    assert tab.evaluate(COLOURS, url) > 50


def test_a_page_on_dark_ground_gives_the_same_light_picture(
    tab: Tab, chromium: Browser, tmp_path: Path
) -> None:
    opened(tab, story_map(), tmp_path)
    dark = chromium.new_page(color_scheme="dark", viewport={"width": 1280, "height": 800})
    opened(dark, story_map(), tmp_path)

    pictures = [saved(each, "SVG") for each in (tab, dark)]
    dark.close()

    assert pictures[0] == pictures[1]


def lines_of(svg: bytes) -> list[ET.Element]:
    """Return the lines between nodes, each with its title, its path and its head."""
    middle = next(each for each in ET.fromstring(svg) if each.get("id") == "of-map")  # noqa: S314
    return [each for each in middle if each.tag == f"{SVG}g"]


def numbers(text: str | None) -> list[float]:
    return [float(each) for each in re.findall(r"-?[\d.]+", text or "")]


def middle_of(path: str | None) -> tuple[float, float]:
    """Return the point half-way along a path of a straight line or one quadratic curve."""
    x, y, *bent, end_x, end_y = numbers(path)
    via_x, via_y = bent or ((x + end_x) / 2, (y + end_y) / 2)
    return (x + 2 * via_x + end_x) / 4, (y + 2 * via_y + end_y) / 4


def test_each_line_ends_at_the_border_of_what_it_points_to(tab: Tab, tmp_path: Path) -> None:
    page = given(opened(tab, story_map(), tmp_path))
    focus = next(node for node in page["nodes"] if node["focus"])
    left, top, width, height = focus["places"]["wide"][-1][4]

    lines = lines_of(saved(tab, "SVG"))

    tips = [
        numbers(line[2].get("transform"))[:2]
        for line, edge in zip(lines, page["edges"], strict=True)
        if edge["to"] == focus["id"]
    ]
    assert len(tips) == 19
    for x, y in tips:
        outside = max(left - x, x - left - width, top - y, y - top - height)
        assert abs(outside) < 0.2


def test_two_statements_of_one_speaker_are_two_lines_apart(tab: Tab, tmp_path: Path) -> None:
    page = given(opened(tab, story_map(), tmp_path))

    lines = lines_of(saved(tab, "SVG"))

    by_id = {edge["id"]: line for edge, line in zip(page["edges"], lines, strict=True)}
    ends = [middle_of(by_id[f"statement:holm-{n}:holm"][1].get("d")) for n in (1, 2)]
    assert dist(*ends) > 10


def test_the_pixels_are_those_of_a_sheet_at_300_dpi_with_the_caption_in_them(
    tab: Tab, tmp_path: Path
) -> None:
    opened(tab, story_map(), tmp_path)

    png = saved(tab, "PNG")

    found = chunks(png)
    width, height = struct.unpack(">II", found[b"IHDR"][0][:8])
    assert (width, height > 0) == (3508, True)
    assert struct.unpack(">IIB", found[b"pHYs"][0]) == (11811, 11811, 1)
    words = dict(each.split(b"\0\0\0\0\0") for each in found[b"iTXt"])
    assert words[b"Title"] == b"Who said what about the claim?"
    assert words[b"Description"].startswith(
        b"Allegations, not findings. As of the latest recorded."
    )
    assert tab.evaluate(COLOURS, f"data:image/png;base64,{b64encode(png).decode()}") > 50


def test_a_name_written_from_the_right_stays_on_its_side(
    tab: Tab, chromium: Browser, tmp_path: Path
) -> None:
    name = "سفارت شمال (A)"
    detail, positions = story()
    said = position("s", who("a", name), Act.DENIES, Belief.CERTAIN_FALSE)
    tab.set_viewport_size({"width": 1600, "height": 800})  # on the wide map it stands on the right
    opened(tab, claim_map(detail, [*positions, said], caption()), tmp_path)
    file = tmp_path / "map.svg"
    file.write_bytes(saved(tab, "SVG"))

    alone = chromium.new_page()
    alone.goto(file.as_uri())
    words, glyph = alone.evaluate(
        """(name) => {
          const box = (found) => {
            const { left, right } = found.getBoundingClientRect();
            return [left, right];
          };
          const glyphs = [...document.querySelectorAll("polygon")];
          const glyph = glyphs.find((each) => each.textContent === name);
          return [box(document.querySelector("text[direction=rtl]")), box(glyph)];
        }""",
        name,
    )
    alone.close()

    assert 0 < words[0] - glyph[1] < 20
    assert words[1] - words[0] > 20
