"""Maps of the service in a real Chromium: what an address shows, and what a page asks for more."""

from collections.abc import Generator
from urllib.parse import urlsplit

import httpx2
import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from tests.browser import browser
from tests.test_maps_served import FATH, GRAPHS, SUBJECTS


@pytest.fixture(scope="module")
def chromium() -> Generator[Browser]:
    with browser() as started:
        yield started


class Reader:
    """Someone who opens maps of a service, and a note of all that went wrong."""

    def __init__(self, chromium: Browser, address: str) -> None:
        self.address = address
        self.tab: Tab = chromium.new_page(viewport={"width": 1280, "height": 800})
        self.trouble: list[str] = []
        self.asked: list[str] = []
        self.tab.on("console", lambda message: self.trouble.append(message.text))
        self.tab.on("pageerror", lambda error: self.trouble.append(str(error)))
        self.tab.on("request", lambda request: self.asked.append(request.url))

    def opens(self, path: str) -> Tab:
        self.tab.goto(f"{self.address}{path}")
        self.tab.locator("#map canvas").wait_for()
        return self.tab


@pytest.fixture
def reader(
    chromium: Browser, address: str, service: httpx2.Client
) -> Generator[Reader, None, None]:
    assert service.get("/readyz").status_code == 200
    reader = Reader(chromium, address)
    yield reader
    reader.tab.close()


@pytest.mark.parametrize("path", [*SUBJECTS, *GRAPHS])
def test_a_map_opens_without_an_error_and_with_one_request(path: str, reader: Reader) -> None:
    reader.opens(f"/maps/{path}")

    assert reader.trouble == []
    assert len(reader.asked) == 1


def test_a_link_shows_what_its_sender_saw(reader: Reader) -> None:
    tab = reader.opens(f"/maps/claims/{FATH}?as_of=2024-09-10&hide=denied&since=2024-09-01")

    expect(tab.locator("[name=group][value=denied]")).not_to_be_checked()
    expect(tab.locator("#day")).to_have_value("2024-09-10")
    expect(tab.locator("#since")).to_have_value("2024-09-01")
    assert reader.trouble == []


def test_a_page_asks_its_service_for_what_lies_around_a_node(reader: Reader) -> None:
    tab = reader.opens("/maps/actors/us?at=claim:" + FATH)

    with tab.expect_response(lambda answer: "/v1/graph/" in answer.url) as told:
        tab.get_by_role("button", name="Expand", exact=True).click()

    answer = told.value
    assert urlsplit(answer.url).path == f"/v1/graph/claims/{FATH}"
    assert (answer.status, answer.headers["content-encoding"]) == (200, "gzip")
    expect(tab.get_by_role("button", name="Collapse")).to_be_visible()
    assert reader.trouble == []
