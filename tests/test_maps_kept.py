"""Maps made once and sent often: kept, packed, and not sent again to those who have them."""

import asyncio
import gzip
import json
import threading
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import httpx2
import pytest
from fastapi import Request, Response

from api.drawing import Draft
from api.keeping import takes_gzip
from api.sealed import Maps
from graph.values import Node
from tests.test_maps import caption, claim, story
from tests.test_maps_served import FATH, GRAPHS, SUBJECTS
from viz import Map, claim_map, graph_map

ASKED = ("ETag", "Cache-Control", "Vary")
SHUT = ("Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy")
PACKED, PLAIN = {"Accept-Encoding": "gzip"}, {"Accept-Encoding": "identity"}


class Drawn:
    """Drafts of small maps, and how often each was drawn."""

    def __init__(self) -> None:
        self.times: dict[str, int] = {}

    def draft(self, text: str) -> Draft:
        def draw(_: str) -> Map:
            self.times[text] = self.times.get(text, 0) + 1
            return claim_map(claim(text=text), [], caption())

        return Draft(draw, (text,))


def caller(**headers: str) -> Request:
    pairs = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return Request({"type": "http", "method": "GET", "path": "/", "headers": pairs})


@pytest.mark.parametrize("path", [*SUBJECTS, *GRAPHS])
@pytest.mark.parametrize("of", ["/maps", "/v1/graph"])
def test_a_caller_who_has_a_map_is_told_that_it_is_still_the_same(
    of: str, path: str, service: httpx2.Client
) -> None:
    first = service.get(f"{of}/{path}")
    tag = first.headers["etag"]

    again = service.get(f"{of}/{path}", headers={"If-None-Match": f'"other", {tag}'})
    other = service.get(f"{of}/{path}", headers={"If-None-Match": '"other"'})

    assert tag.startswith('W/"')
    assert (again.status_code, again.content) == (304, b"")
    assert "content-type" not in again.headers
    for name in (*ASKED, *SHUT):
        assert again.headers.get(name) == first.headers.get(name)
    assert first.headers["cache-control"] == "no-cache"
    assert first.headers["vary"] == "Accept-Encoding"
    assert (other.status_code, other.text) == (200, first.text)


def test_another_view_of_a_map_is_another_answer(service: httpx2.Client) -> None:
    addresses = [
        f"/maps/claims/{FATH}",
        f"/maps/claims/{FATH}?hide=denied",
        f"/maps/claims/{FATH}?at=actor:us",
        f"/maps/claims/{FATH}?as_of=2024-09-10",
        f"/maps/claims/{FATH}?level=states",
        f"/v1/graph/claims/{FATH}",
    ]

    tags = [service.get(each).headers["etag"] for each in addresses]

    assert len(set(tags)) == len(tags)


@pytest.mark.parametrize("path", [f"/maps/claims/{FATH}", f"/v1/graph/claims/{FATH}"])
def test_a_map_is_packed_for_those_who_unpack_it(path: str, service: httpx2.Client) -> None:
    with service.stream("GET", path, headers=PACKED) as answer:
        packed, headers = b"".join(answer.iter_raw()), answer.headers
    plain = service.get(path, headers=PLAIN)

    assert headers["content-encoding"] == "gzip"
    assert int(headers["content-length"]) == len(packed) < len(plain.content) / 2
    assert gzip.decompress(packed) == plain.content
    assert "content-encoding" not in plain.headers
    assert headers["etag"] == plain.headers["etag"]
    assert headers["vary"] == plain.headers["vary"] == "Accept-Encoding"


@pytest.mark.parametrize(
    ("accepted", "takes"),
    [
        ("gzip", True),
        ("deflate, GZip;q=0.5, br", True),
        ("*", True),
        ("br;q=1.0, *;q=0.1", True),
        ("", False),
        ("identity", False),
        ("gzip;q=0", False),
        ("*, gzip;q=0", False),
        ("gzip; q=0.0", False),
        ("gzip;q=much", False),
    ],
)
def test_packed_answers_go_only_to_callers_who_take_them(accepted: str, takes: bool) -> None:
    assert takes_gzip(accepted) is takes


def test_what_was_drawn_for_one_caller_is_sent_to_the_next() -> None:
    drawn = Drawn()

    async def work() -> list[Response]:
        maps = Maps()
        return [await maps.page(caller(), drawn.draft(text)) for text in ("a", "b", "a")]

    first, _, third = asyncio.run(work())

    assert drawn.times == {"a": 1, "b": 1}
    assert first.body == third.body


def test_callers_who_come_together_have_one_map_drawn_for_them() -> None:
    drawn = Drawn()

    async def work() -> None:
        maps = Maps()
        await maps.page(caller(), drawn.draft("before"))
        await asyncio.gather(*(maps.page(caller(), drawn.draft("a")) for _ in range(8)))

    asyncio.run(work())

    assert drawn.times["a"] <= 2  # as many as are drawn at the same time


def test_maps_that_nobody_asks_for_make_room_for_others() -> None:
    drawn = Drawn()

    async def work() -> tuple[int, int]:
        one = Maps()
        await one.page(caller(), drawn.draft("a"))
        maps = Maps(most_bytes=int(2.5 * one.size))
        for text in ("a", "b", "a", "c", "a", "b"):
            await maps.page(caller(), drawn.draft(text))
        return one.size, maps.size

    size, kept = asyncio.run(work())

    # The first "a" was for its size. "b" had to go for "c", "c" for "b"; "a" was always fresh.
    assert drawn.times == {"a": 2, "b": 2, "c": 1}
    assert 1.9 * size < kept <= 2.5 * size


def test_a_map_larger_than_all_the_room_is_sent_nevertheless() -> None:
    async def work() -> tuple[Response, int]:
        maps = Maps(most_bytes=10)
        for text in ("a", "b"):
            answer = await maps.page(caller(), Drawn().draft(text))
        return answer, maps.size

    answer, kept = asyncio.run(work())

    assert answer.status_code == 200
    assert kept < 2 * len(answer.body)


def test_others_are_answered_while_a_map_is_drawn() -> None:
    begun, answered = threading.Event(), threading.Event()

    def draw(_: str) -> Map:
        begun.set()
        assert answered.wait(30), "nobody else was answered"
        return claim_map(claim(), [], caption())

    async def work() -> Response:
        drawing = asyncio.create_task(Maps().page(caller(), Draft(draw, ("slow",))))
        await asyncio.to_thread(begun.wait, 30)
        answered.set()
        return await drawing

    assert asyncio.run(work()).status_code == 200


def test_equal_answers_make_one_map_whenever_they_were_read() -> None:
    detail, positions = story()
    later = replace(caption(), made=datetime(2025, 1, 1, tzinfo=UTC))
    first = Draft(claim_map, (detail, positions, caption()))

    same = Draft(claim_map, (detail, [*positions], later))
    fewer = Draft(claim_map, (detail, positions[1:], caption()))
    reworded = Draft(claim_map, (claim(text="Other words."), positions, caption()))

    assert first.key() == same.key()
    assert len({first.key(), fewer.key(), reworded.key()}) == 3


@pytest.mark.parametrize("value", [None, 3, float("nan"), datetime(2024, 1, 1), [1, {"a": "é"}]])
def test_nodes_of_any_graph_are_told_apart_by_what_they_hold(value: Any) -> None:
    plain = Draft(graph_map, ([Node("1", ("Actor",), {})], [], caption()))

    other = Draft(graph_map, ([Node("1", ("Actor",), {"value": value})], [], caption()))

    assert plain.key() != other.key()


def test_a_page_that_was_kept_says_when_it_was_first_read(service: httpx2.Client) -> None:
    first, again = (service.get(f"/v1/graph/claims/{FATH}").text for _ in range(2))

    assert json.loads(first)["made"] == json.loads(again)["made"]
