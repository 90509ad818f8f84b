"""Graphs and tables of a map, saved from a real page and read again by readers not ours."""

import csv
import json
import re
from collections.abc import Generator
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any, cast
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from graph.vocabulary import Act, Belief
from tests.browser import browser
from tests.reader import patched
from tests.saving import opened, saved, story_map
from tests.test_maps import HOSTILE, caption, claim, given, position, report, who
from viz import Page, claim_map

SVG = "{http://www.w3.org/2000/svg}"
GEXF = "{http://gexf.net/1.3}"


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


def graph_of(gexf: bytes) -> Any:
    return cast("Any", nx).read_gexf(BytesIO(gexf), version="1.3")


def table_of(text: bytes) -> tuple[list[list[str]], list[dict[str, str]]]:
    """Return the caption's rows, and the rows under the heads."""
    lines = list(csv.reader(StringIO(text.decode("utf-8-sig"), newline=""), strict=True))
    gap = lines.index([])
    return lines[:gap], [dict(zip(lines[gap + 1], row, strict=True)) for row in lines[gap + 2 :]]


def test_the_graph_is_read_by_others_with_every_statement_an_edge(tab: Tab, tmp_path: Path) -> None:
    page = given(opened(tab, story_map(), tmp_path))

    gexf = saved(tab, "GEXF")

    graph = graph_of(gexf)
    edges = {edge["id"]: edge for _, _, edge in graph.edges(data=True)}
    assert {(key, node["label"]) for key, node in graph.nodes(data=True)} == {
        (node["id"], node["name"]) for node in page["nodes"]
    }
    assert set(edges) == {edge["id"] for edge in page["edges"]}
    assert graph.number_of_edges("actor:holm", "claim:four-hundred") == 2
    assert edges["statement:un:iran-un"]["explicit"].startswith("implied")
    meta = ET.fromstring(gexf).find(f"{GEXF}meta")  # noqa: S314
    assert meta is not None
    assert meta.get("lastmodifieddate") == "2024-03-05"
    assert "Allegations, not findings." in meta.findtext(f"{GEXF}description", "")


@pytest.mark.parametrize(
    ("edge", "said", "exact", "start", "end"),
    [
        ("statement:holm-1:holm", "2024-02-22", True, "2024-02-22", "2024-02-22"),
        ("statement:quist:quist", "2024-02", False, "2024-02-01", "2024-02-29"),
        ("statement:envoy:envoy", "[..2024-02-28]", False, None, "2024-02-28"),
        ("statement:uk:uk", None, False, None, None),
    ],
)
def test_the_graph_never_makes_a_day_of_a_partial_date(
    edge: str, said: str | None, exact: bool, start: str | None, end: str | None,
    tab: Tab, tmp_path: Path,
) -> None:  # fmt: skip
    opened(tab, story_map(), tmp_path)

    graph = graph_of(saved(tab, "GEXF"))

    known = next(each for _, _, each in graph.edges(data=True) if each["id"] == edge)
    assert known.get("said") == said
    assert known["day known exactly"] is exact
    assert (known.get("start"), known.get("end")) == (start, end)


def test_the_rows_are_read_by_others_with_every_statement(tab: Tab, tmp_path: Path) -> None:
    page = given(opened(tab, story_map(), tmp_path))

    text = saved(tab, "CSV")

    above, rows = table_of(text)
    assert text.startswith(b"\xef\xbb\xbf")
    assert b"\n" not in text.replace(b"\r\n", b"")
    assert above[0] == ["Who said what about the claim?"]
    assert above[1][0].startswith("Allegations, not findings. As of the latest recorded.")
    assert sorted(row["Statement"] for row in rows) == sorted(s["id"] for s in page["statements"])
    said = next(row for row in rows if row["Statement"] == "un")
    assert said["Explicit or implied"] == "implied"
    assert said["Words"] == "morally obligated to refrain | "
    assert said["Addresses"] == "https://news.example/post | https://news.example/wire-2"
    assert said["Documents"].endswith("calls it: denied")
    assert (said["On behalf of"], said["Answers"]) == ("Norland", "wire")


def test_no_cell_is_a_formula(tab: Tab, tmp_path: Path) -> None:
    starts = ["=1", "+1", "-1", "@A1", "\t=1", "  =1", "\r1", "\u200b=1", "＝1"]
    said = [
        position(f"s{n}", who(f"a{n}", start), Act.DENIES, Belief.CERTAIN_FALSE, paraphrase=start)
        for n, start in enumerate(starts)
    ]
    opened(tab, claim_map(claim(), said, caption()), tmp_path)

    _, rows = table_of(saved(tab, "CSV"))

    found = sorted((row["Statement"], row["Who"], row["Paraphrase"]) for row in rows)
    assert found == [(f"s{n}", f"'{start}", f"'{start}") for n, start in enumerate(starts)]


def test_everything_is_read_again_as_it_was_given(tab: Tab, tmp_path: Path) -> None:
    page = given(opened(tab, story_map(), tmp_path))

    answer = json.loads(saved(tab, "JSON"))

    places = [{name: each.pop(name) for name in ("side", "box")} for each in answer["nodes"]]
    assert all(place["side"] and len(place["box"]) == 4 for place in places)
    assert (answer["nodes"], answer["edges"]) == (page["nodes"], page["edges"])
    by_id = {each["id"]: each for each in page["statements"]}
    assert {each["id"]: each for each in answer["statements"]} == by_id
    assert answer["caution"] == "Allegations, not findings."
    assert answer["shown"] == 18


@pytest.mark.parametrize("kind", ["SVG", "GEXF", "CSV", "JSON"])
def test_what_is_filtered_out_does_not_leave_the_page(kind: str, tab: Tab, tmp_path: Path) -> None:
    opened(tab, story_map(), tmp_path)
    before = saved(tab, kind).decode()

    tab.locator("[value=denied]").uncheck()

    after = saved(tab, kind).decode()
    assert ("Oskar Vale" in before, "Oskar Vale" in after) == (True, False)
    assert "Here: 15 of 18 statements." in after
    assert "Hidden: “denied, said not yet, doubted”." in after
    assert "Ada Holm" in after


@pytest.mark.parametrize("kind", ["SVG", "GEXF", "CSV", "JSON"])
def test_what_was_not_known_by_the_day_does_not_leave_the_page(
    kind: str, tab: Tab, tmp_path: Path
) -> None:
    opened(tab, story_map(), tmp_path, "as_of=2024-02-22")

    text = saved(tab, kind).decode()

    assert "As of 22 February 2024." in text
    assert "Here: 10 of 18 statements." in text
    assert ("Ada Holm" in text, "Oskar Vale" in text) == (True, False)


def test_an_answer_of_a_later_day_is_no_answer_yet(tab: Tab, tmp_path: Path) -> None:
    opened(tab, story_map(), tmp_path)
    _, latest = table_of(saved(tab, "CSV"))
    tab.goto("about:blank")
    opened(tab, story_map(), tmp_path, "as_of=2024-02-22")

    _, rows = table_of(saved(tab, "CSV"))

    answered = [{r["Statement"]: r["Answered by"] for r in each}["wire"] for each in (latest, rows)]
    assert answered == ["un", ""]


def test_a_line_for_several_statements_holds_those_that_are_shown(tab: Tab, tmp_path: Path) -> None:
    def several(values: dict[str, Any]) -> None:
        line = next(each for each in values["edges"] if each["statement"] == "holm-1")
        ids = ["holm-1", "moscow", "envoy"]
        line.update(statement=None, statements=ids, count=3, id="three", words="")

    opened(tab, patched(story_map(), several), tmp_path, "as_of=2024-02-22")

    answer = json.loads(saved(tab, "JSON"))

    line = next(each for each in answer["edges"] if each["id"] == "three")
    assert (line["statements"], line["count"]) == (["holm-1", "moscow"], 2)
    graph = graph_of(saved(tab, "GEXF"))
    known = next(each for *_, each in graph.edges(data=True) if each["id"] == "three")
    assert (known["statements"], known["count"]) == ("holm-1; moscow", 2)
    assert ">2<" in saved(tab, "SVG").decode()


def test_the_rows_stand_in_the_order_of_the_table(tab: Tab, tmp_path: Path) -> None:
    opened(tab, story_map(), tmp_path)
    tab.locator("#statements summary").click()

    tab.get_by_role("button", name="Who", exact=True).click()

    _, rows = table_of(saved(tab, "CSV"))
    shown = tab.locator("#statements tbody tr").evaluate_all(
        "(rows) => rows.map((row) => row.dataset.statement)"
    )
    assert [row["Statement"] for row in rows] == shown
    assert rows[0]["Who"] == "a Quelland official familiar with the matter"


@pytest.mark.parametrize("kind", ["SVG", "GEXF"])
def test_hostile_words_leave_as_words(kind: str, tab: Tab, tmp_path: Path) -> None:
    names = [*HOSTILE, "a\x00b\x0bc\ufffed \ud800e \udc00f]]>"]
    positions = [
        position(f"s{n}", who(f"a{n}", "HALF" if "\ud800" in name else name), Act.DENIES,
                 Belief.CERTAIN_FALSE, reports=[report("d", url="javascript:alert(1)")])
        for n, name in enumerate(names)
    ]  # fmt: skip
    page = claim_map(claim(text=HOSTILE[0]), positions, caption())
    half = page.html.replace('"HALF"', json.dumps(names[-1]))  # no file can hold a half of a pair
    opened(tab, Page(half, page.policy), tmp_path)

    root = ET.fromstring(saved(tab, kind))  # noqa: S314

    words = {"".join(each.itertext()) for each in root.iter(f"{SVG}title")}
    words |= {each.get("label", "") for each in root.iter(f"{GEXF}node")}
    assert {*HOSTILE, "abcd e f]]>"} <= words
    assert not [
        each for each in root.iter() if re.search(r"}(script|foreignObject|image|a)$", each.tag)
    ]
    assert not [key for each in root.iter() for key in each.attrib if re.search("href|^on", key)]
