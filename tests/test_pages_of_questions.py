"""The pages of questions and the console: the same rows as the service, and nothing lost."""

import re
from html import unescape
from typing import Any, cast

import httpx2
import pytest

from graph.questions import catalogue, drawn
from graph.story import CLAIM
from tests.hostile import payloads
from tests.outline import outline
from viz.pages.asked import ORDER, grouped
from viz.pages.cells import columns

QUESTIONS = catalogue().questions
SENT = [x for x in payloads() if len(x.text) < 500 and not re.search("[\ud800-\udfff]", x.text)]
"""Hostile words that an address can hold: halves of characters cannot be sent."""
READS = {"Accept": "text/html"}


def example(name: str) -> dict[str, str]:
    return {each.name: each.example for each in QUESTIONS[name].params if each.example}


def table(html: str) -> tuple[list[str], list[list[str]]]:
    """Return the columns of the answer on a page, and the markup of each cell of each row."""
    found = re.search(r'<table class="rows">(.*?)</table>', html, re.DOTALL)
    assert found, html[-3000:]
    head, _, body = found[1].partition("<tbody>")
    rows = re.findall(r"<tr>(.*?)</tr>", body, re.DOTALL)
    cells = [re.split(r"</td><td[^>]*>", re.sub(r"^<td[^>]*>|</td>$", "", row)) for row in rows]
    return re.findall(r"<th [^>]*>(.*?)</th>", head), [list(map(unescape, row)) for row in cells]


def link(html: str, text: str) -> str:
    found = re.search(rf'<a href="([^"]+)"[^>]*>{re.escape(text)}</a>', html)
    assert found, text
    return unescape(found[1])


def singles(value: Any) -> list[str]:
    """Return what a reader must find of a value: its texts, numbers and ids."""
    match value:
        case None | bool():
            return []
        case {"labels": _, "id": id_}:
            return [id_]
        case {"nodes": nodes}:
            return singles(nodes)
        case {"type": _, "start": start, "end": end}:
            return [start, end]
        case dict():
            held = cast("dict[str, Any]", value)
            whole = {key: each for key, each in held.items() if key != "type" or "id" not in held}
            return [text for each in whole.values() for text in singles(each)]
        case list():
            return [text for each in cast("list[Any]", value) for text in singles(each)]
        case int():
            return [f"{value:,}"]
        case float():
            return [f"{value:g}"]
        case _:
            return [str(value)]


def simple(value: Any) -> Any:
    """Return a value of `/v1/cypher` as `/v1/questions` has it; a moment to the second."""
    match value:
        case {"$type": "Node", "_value": {"_properties": {"id": id_}}}:
            return id_
        case {"$type": "Path", "_value": steps}:
            return [simple(each) for each in steps if each["$type"] == "Node"]
        case {"$type": _, "_value": text}:
            return text[:19]
        case {"nodes": nodes}:
            return [simple(each) for each in nodes]
        case {"labels": _, "id": id_}:
            return id_
        case dict():
            return {key: simple(each) for key, each in cast("dict[str, Any]", value).items()}
        case list():
            return [simple(each) for each in cast("list[Any]", value)]
        case str() if re.fullmatch(r"\d{4}-\d\d-\d\dT.*Z", value):
            return value[:19]
        case _:
            return value


def test_the_catalogue_lists_every_question_once_and_each_opens_as_a_form(
    service: httpx2.Client,
) -> None:
    listed = outline(service.get("/questions").text)
    paths = [each for each in listed.links if each.startswith("/questions/")]

    assert sorted(paths) == sorted(f"/questions/{name}" for name in QUESTIONS)
    for path in paths:
        answer = service.get(path)
        page = outline(answer.text)
        assert answer.status_code == 200, path
        assert [level for level, _ in page.titles].count(1) == 1
        assert set(page.ids.values()) == {1}
        assert page.open == []
        for param in QUESTIONS[path.split("/")[-1]].params:
            field = re.search(rf'<label for="(p-[^"]+)">{_label(param.name)}\b', answer.text)
            assert field, (path, param.name)
            assert page.ids[field[1]] == 1


BOUNDS = {"key", "saidEarliest", "saidLatest"}
"""What only sorts and bounds, which a page leaves to its CSV."""


def _label(name: str) -> str:
    return re.sub(r"([A-Z])", lambda each: f" {each[1].lower()}", name)


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_shows_the_rows_of_the_service_and_so_does_the_console(
    name: str, service: httpx2.Client
) -> None:
    opened = service.get(f"/questions/{name}").text
    path = link(opened, "With the example") if example(name) else f"/questions/{name}"

    shown = service.get(path)

    told = service.get(f"/v1/questions/{name}", params=example(name)).json()["rows"]
    assert shown.status_code == 200
    if not told:
        assert "No rows." in shown.text
    else:
        heads, rows = table(shown.text)
        read = columns(QUESTIONS[name].returns)
        assert heads == [each.title for each in read]
        assert {each.name for each in read} >= told[0].keys() - BOUNDS
        assert len(rows) == min(len(told), 200)
        for row, expected in zip(rows, told, strict=False):
            for cell, column in zip(row, read, strict=True):
                held = singles(expected[column.name])
                assert [each for each in held if each[:19] not in cell] == []
    with httpx2.Client(base_url=service.base_url, timeout=30) as stranger:
        again = stranger.get(path)
    assert again.text == shown.text  # whoever has the address has the page
    assert "set-cookie" not in shown.headers
    console = service.get(link(shown.text, "Open in the console"))
    assert console.status_code == 200, console.text
    if told:
        assert table(console.text)[0] == list(told[0])
        assert len(table(console.text)[1]) == min(len(told), 200)
    asked = service.get(link(console.text, "JSON")).json()
    assert asked["columns"] == [each.name for each in QUESTIONS[name].returns]
    assert [simple(row) for row in asked["rows"]] == [simple(list(row.values())) for row in told]


def test_other_forms_of_an_answer_have_the_same_parameters(service: httpx2.Client) -> None:
    for name in ("who_denied", "narrower_claims"):
        page = service.get(f"/questions/{name}", params={"claim": CLAIM, "as_of": "2024-03"}).text

        last = "as_of=2024-03-31"
        assert link(page, "JSON") == f"/v1/questions/{name}?claim={CLAIM}&{last}"
        assert service.get(link(page, "CSV")).headers["content-type"].startswith("text/csv")
        assert link(page, "Atom feed") == f"/feeds/questions/{name}.atom?claim={CLAIM}&{last}"
        assert (">map</a>" in page) is drawn(QUESTIONS[name])
        assert "here 31 March 2024" in page


def test_a_month_is_asked_as_its_last_day_and_stays_as_it_was_typed(
    service: httpx2.Client,
) -> None:
    asked = {"claim": CLAIM, "clock": "said"}
    month = service.get("/questions/what_stood_on", params={**asked, "day": "2024-02"})
    day = service.get("/questions/what_stood_on", params={**asked, "day": "2024-02-29"})

    assert table(month.text) == table(day.text)
    assert 'value="2024-02"' in month.text


@pytest.mark.parametrize(
    ("given", "status", "told"),
    [
        ({"day": "tomorrow"}, 400, "tomorrow&#39; is no day, month or year"),
        ({"clock": "maybe"}, 400, "maybe&#39; is none of said, recorded"),
        ({"claim": "iran-sent-400"}, 404, "There is no claim with this id."),
        ({"claim": ""}, 400, "must be given"),
        ({"colour": "red"}, 400, "<bdi>colour</bdi> is no parameter of it"),
    ],
)
def test_a_wrong_parameter_is_told_at_its_field_and_nothing_is_lost(
    given: dict[str, str], status: int, told: str, service: httpx2.Client
) -> None:
    asked = {"claim": CLAIM, "day": "2024-02-24", "clock": "said", **given}

    answer = service.get("/questions/what_stood_on", params=asked, headers=READS)

    assert answer.status_code == status
    assert told in answer.text
    name = next(iter(given))
    if name in asked and name != "colour":
        assert f'id="f-{name}"' in answer.text
        assert f'aria-describedby="h-{name} f-{name}"' in answer.text
    for kept in ("claim", "day"):
        assert f'name="{kept}" value="{asked[kept]}"' in answer.text
    assert ("selected>said" in answer.text) is (asked["clock"] == "said")


def test_an_id_that_is_not_there_leads_to_near_ones(service: httpx2.Client) -> None:
    page = service.get("/questions/who_denied", params={"claim": CLAIM[:-3], "as_of": "2024-02"})

    assert service.get(link(page.text, CLAIM)).status_code == 200
    assert "as_of=2024-02" in link(page.text, CLAIM)


@pytest.mark.parametrize("payload", SENT, ids=str)
def test_hostile_words_in_every_parameter_stay_words(payload: Any, service: httpx2.Client) -> None:
    for name in ("what_stood_on", "connection", "thread"):
        every = {each.name: payload.text for each in QUESTIONS[name].params}
        _harmless(service.get(f"/questions/{name}", params=every), payload.text)
    _harmless(service.get("/questions/thread", params={payload.text: "x"}), payload.text)
    for asked in (
        {"q": payload.text},
        {"q": "RETURN $x AS x", "p.x": payload.text},
        {"q": "RETURN 1 AS x", f"p.{payload.text}": "1"},
        {"q": "RETURN 1 AS x", payload.text: "1"},
    ):
        _harmless(service.get("/cypher", params=asked), payload.text)


def _harmless(answer: httpx2.Response, text: str) -> None:
    assert answer.headers["content-type"].startswith("text/html"), answer.text
    assert answer.status_code < 500
    page = outline(answer.text)
    body = answer.text.partition("</style>")[2].rpartition("<script>")[0]
    assert page.open == []
    assert not re.search(
        r"<(script|img|svg|iframe|object|body onload)\b(?! id)", body.partition("<body>")[2]
    )
    assert not re.search(r"<[^>]*\s(on\w+|style)=", re.sub(r'"[^"]*"', '""', body))
    assert all(not each.startswith(("javascript:", "data:")) for each in page.links)
    if re.search(r"[<\"']\S", text):
        assert text not in body


def test_every_question_that_ships_has_its_place_in_the_list() -> None:
    assert sorted(ORDER) == sorted(QUESTIONS)
    first = next(iter(grouped(QUESTIONS.values())))
    assert [each.name for each in first[1][:2]] == ["questions.who_denied", "questions.who_alleged"]
