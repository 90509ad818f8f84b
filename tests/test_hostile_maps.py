"""Hostile words in every field of every map: nothing of them runs, and none of them is lost."""

import csv
import json
import re
from collections.abc import Generator, Mapping
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree as ET

import pytest

from tests.browser import browser
from tests.hostile import payloads
from tests.hostile.maps import drawn, headed, of_cypher, one_map, served
from tests.hostile.reading import OWN, Watched, watched
from viz import Map
from viz.page import render

TEXTS = [each.text for each in payloads()]
NAMES = [f"{name}-{level}" for level in ("statements", "evidence", "states")
         for name in ("claim", "actor", "state", "weapon", "between", "dossier")]  # fmt: skip
FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
FORMULA = re.compile(r"[\s\u200b\ufeff]*[=+\-@＝＋－＠\t\r\n]")
SVG, GEXF = "{http://www.w3.org/2000/svg}", "{http://gexf.net/1.3}"


@pytest.fixture(scope="module")
def tab() -> Generator[Watched]:
    with browser() as chromium, watched(chromium) as found:
        yield found


@pytest.fixture(scope="module")
def maps() -> Mapping[str, Map]:
    return drawn(TEXTS)


@pytest.fixture
def reader(tab: Watched, tmp_path: Path) -> Watched:
    tab.begins(tmp_path)
    return tab


def test_there_are_many_each_different_each_with_its_reason() -> None:
    corpus = payloads()

    assert len({each.text for each in corpus}) == len(corpus) >= 60
    assert all(each.why for each in corpus)


@pytest.mark.parametrize("payload", [each for each in payloads() if each.bites], ids=str)
def test_what_bites_is_noticed_where_nothing_keeps_it_from_running(
    payload: Any, reader: Watched
) -> None:
    reader.visits(f"<!doctype html><title>x</title><p>{payload.text}", "raw.html")

    assert reader.harm() != []


@pytest.mark.parametrize("name", NAMES)
def test_a_reader_who_tries_everything_runs_nothing(
    name: str, maps: Mapping[str, Map], reader: Watched
) -> None:
    here = reader.opens(maps[name])

    wrong = [each for part in ("rows", "canvas", "ticks", "paper") for each in reader.tries(part)]
    picture = reader.saved("SVG")

    assert wrong == []
    assert here["statements"] == maps[name].statements
    assert [each["name"] for each in here["nodes"]] == [each["name"] for each in maps[name].nodes]
    assert reader.harm(OWN) == []
    reader.visits(picture, "map.svg")
    assert reader.harm() == []


@pytest.mark.parametrize("name", ["claim", "cypher", "between-evidence"])
def test_what_is_pointed_at_and_clicked_runs_nothing(
    name: str, maps: Mapping[str, Map], reader: Watched
) -> None:
    reader.opens(maps[name])

    assert reader.tries("rows") + reader.points(30, clicks=True) == []
    assert reader.harm(OWN) == []


@pytest.mark.parametrize("name", ["state-statements", "question"])
def test_every_text_is_searched_filtered_by_and_put_into_the_address(
    name: str, maps: Mapping[str, Map], reader: Watched
) -> None:
    reader.opens(maps[name], f"#at={TEXTS[0]}&hide={TEXTS[2]}&since={TEXTS[4]}&__proto__=x")

    assert reader.tries("words", TEXTS) == []
    assert reader.harm(OWN) == []


@pytest.mark.parametrize("name", ["claim", "dossier-evidence", "question"])
def test_what_is_saved_keeps_every_name_and_is_a_map_again(
    name: str, maps: Mapping[str, Map], reader: Watched
) -> None:
    here = reader.opens(maps[name])
    names = {FORBIDDEN.sub("", each["name"]) for each in here["nodes"]}

    svg, gexf, answer = (reader.saved(kind) for kind in ("SVG", "GEXF", "JSON"))

    labels = {each.get("label") for each in ET.fromstring(gexf).iter(f"{GEXF}node")}  # noqa: S314
    titles = {each.text for each in ET.fromstring(svg).iter(f"{SVG}title")}  # noqa: S314
    assert names - labels == set()
    assert names - titles == set()
    saved = json.loads(answer)
    said = {each["id"]: each for each in saved["statements"]}
    given = {**maps[name].given, "statements": [said[each["id"]] for each in here["statements"]]}
    again = reader.opens(render(saved["nodes"], saved["edges"], given, served=False))
    for each in again["nodes"]:
        del each["side"], each["box"]  # where it stands now, which the page knows from its places
    assert again == here
    assert reader.harm(OWN) == []


@pytest.mark.parametrize("name", ["claim", "weapon-evidence"])
def test_no_cell_of_a_table_is_a_formula(
    name: str, maps: Mapping[str, Map], reader: Watched
) -> None:
    here = reader.opens(maps[name])

    rows = list(csv.reader(StringIO(reader.saved("CSV").removeprefix("\ufeff"), newline="")))

    assert [cell for row in rows for cell in row if FORMULA.match(cell)] == []
    head = rows[rows.index([]) + 1]
    ids = [row[head.index("Statement")].lstrip("'") for row in rows[rows.index([]) + 2 :]]
    assert sorted(ids) == sorted(shown(each["id"]).lstrip("'") for each in here["statements"])


def test_what_a_service_has_more_runs_nothing(reader: Watched) -> None:
    query = "&".join(f"{key}={quote(TEXTS[0])}" for key in ("at", "hide", "since", "__proto__"))
    reader.asks(served(TEXTS[::8]), query, one_map("dossier", TEXTS[3::8], TEXTS[1]).graph())

    assert reader.tries("more") + reader.tries("ticks") == []
    assert reader.harm(OWN) == []


def test_a_file_is_named_in_plain_letters_whatever_is_asked(reader: Watched) -> None:
    reader.opens(of_cypher(TEXTS[:3], "../../<script>\u202egpj.exe\0 %00 .html"))
    reader.tab.locator("#export summary").click()

    with reader.tab.expect_download() as download:
        reader.tab.get_by_role("button", name="GEXF", exact=True).click()

    assert re.fullmatch(r"[a-z0-9-]+\.gexf", download.value.suggested_filename)


def test_a_picture_in_pixels_is_drawn_of_any_words(
    maps: Mapping[str, Map], reader: Watched
) -> None:
    reader.opens(maps["state-statements"])

    assert "IHDR" in reader.saved("PNG")[:40]
    assert reader.harm(OWN) == []


def test_a_cell_of_a_notebook_has_the_page_in_one_attribute() -> None:
    drawn = one_map("claim", TEXTS[:40], TEXTS[0])

    found = Attributes(drawn._repr_html_()).found  # pyright: ignore[reportPrivateUsage]

    assert [tag for tag, _ in found] == ["iframe"]
    assert dict(found[0][1])["srcdoc"] == drawn.html


class Attributes(HTMLParser):
    """The elements of some HTML, each with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, attrs))

    def handle_comment(self, data: str) -> None:
        self.found.append((f"comment {data}", []))


def elements(html: str) -> list[tuple[str, list[str]]]:
    """Return the elements of a page before its scripts, each with the names of its attributes."""
    found = Attributes(html.split("<script>")[0]).found
    return [(tag, [name for name, _ in attrs]) for tag, attrs in found]


def shown(text: str) -> str:
    """Return `text` as UTF-8 holds it: halves of pairs are replaced."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


def test_no_heading_changes_the_elements_of_its_page() -> None:
    usual = elements(headed("What is so?").html)

    changed = [each for each in TEXTS if elements(headed(each).html) != usual]

    assert changed == []


@pytest.mark.parametrize("text", [each.text for each in payloads() if each.bites][::5], ids=ascii)
def test_no_heading_runs(text: str, reader: Watched) -> None:
    reader.opens(headed(text))

    assert reader.tab.locator("h1").text_content() == text
    assert reader.harm(OWN) == []
