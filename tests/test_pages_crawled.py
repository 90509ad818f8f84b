"""Every address that the pages of the shipped story lead to, visited.

Of addresses that differ from others only by their ids, where all they lead to is asked elsewhere,
one of each sort is visited, and the ids of the others are looked up.
"""

import re
import subprocess
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from urllib.parse import parse_qs, unquote, urldefrag

import httpx2
import pytest

from graph import finding
from tests.graphs import Graph
from tests.outline import Outline, outline

ROOT = Path(__file__).parent.parent
VALIDATOR = ROOT / "node_modules" / ".bin" / "html-validate"
KINDS = ("actors", "claims", "documents", "questions", "statements", "weapons")
CONSOLE = "/cypher?"
APART = ("/feeds/", "/maps/", "/v1/", CONSOLE)
"""Beginnings of addresses that have tests of their own: one of each sort is visited. Of the
console that is one for each statement."""
CODE = re.compile(r"\bNone\b(?! recorded| of| is chosen)|Belief\.|Act\.")
"""What Python calls things, which no page of ours does."""


class Visited:
    """What was found."""

    def __init__(self) -> None:
        self.pages: dict[str, str] = {}
        """Pages by their address."""
        self.outlines: dict[str, Outline] = {}
        self.others: dict[str, str] = {}
        """Media types of whatever is no page."""
        self.policies: dict[str, str] = {}
        self.dead: list[str] = []
        self.asked: dict[str, list[str]] = {}
        """Addresses of the console by their sort; the first of each is visited."""


@pytest.fixture(scope="module")
def visited(address: str, graph: Graph) -> Visited:
    """Follow every link from the first page, as a crawler does."""
    graph.load_story()
    found = Visited()
    waiting, seen = ["/"], {"/"}
    sorts: set[str] = set()
    with httpx2.Client(base_url=address, timeout=60, headers={"Accept": "text/html"}) as client:
        while waiting:
            path = waiting.pop()
            answer = client.get(path)
            kind = answer.headers.get("content-type", "").partition(";")[0]
            if answer.status_code != 200:
                found.dead.append(f"{path}: {answer.status_code} {answer.text[:200]}")
                continue
            if kind != "text/html" or path.startswith("/maps/"):
                found.others[path] = kind
                continue
            found.pages[path] = answer.text
            found.policies[path] = answer.headers["content-security-policy"]
            found.outlines[path] = outline(answer.text)
            for link in found.outlines[path].links:
                target = urldefrag(link).url
                if not target.startswith("/") or target in seen:
                    continue
                seen.add(target)
                if target.startswith(APART):
                    if target.startswith(CONSOLE):
                        found.asked.setdefault(_sort(target), []).append(target)
                    if _sort(target) in sorts:
                        continue
                    sorts.add(_sort(target))
                waiting.append(target)
    return found


def _sort(target: str) -> str:
    """Return what addresses of one sort have alike: all but ids and values."""
    path, _, query = target.partition("?")
    if target.startswith(CONSOLE):
        given = parse_qs(query, keep_blank_values=True)
        return " ".join((*sorted(given), *given["q"]))
    _, room, kind, *rest = path.split("/")
    form = re.search(r"\bformat=\w+", query)
    ending = re.search(r"\.\w+$", path)
    told = (room, kind, *rest[1:], ending[0] if ending else "", form[0] if form else "")
    return " ".join(told)


def test_no_link_is_dead_and_every_sort_of_page_is_reached(visited: Visited) -> None:
    assert visited.dead == []
    for kind in KINDS:
        assert [path for path in visited.pages if path.startswith(f"/{kind}/")], kind
    assert len(visited.pages) > 500
    assert {"application/json", "text/csv", "application/atom+xml"} <= set(visited.others.values())


def assert_whole(path: str, page: Outline) -> None:
    levels = [level for level, _ in page.titles]
    assert levels.count(1) == 1, path
    assert levels[0] == 1, path
    assert all(b - a <= 1 for a, b in pairwise(levels)), (path, levels)
    assert [each for each, times in page.ids.items() if times > 1] == [], path
    parts = {unquote(link[1:]) for link in page.links if link.startswith("#")}
    assert parts <= set(page.ids), path
    if not path.startswith(("/questions/", CONSOLE)):  # they show what was asked
        assert CODE.findall(page.words["content"]) == [], path


def test_every_page_has_one_title_no_id_twice_and_no_link_to_a_part_that_is_not_there(
    visited: Visited,
) -> None:
    for path, page in visited.outlines.items():
        assert_whole(path, page)


def test_a_weapon_or_a_document_that_nothing_leads_to_has_a_whole_page_too(
    visited: Visited, service: httpx2.Client, story: Graph
) -> None:
    for sort in ("weapon", "document"):
        for each in story.ask(finding.complete(story.store, sort, "")):
            path = f"/{sort}s/{each.id}"
            if path not in visited.pages:
                answer = service.get(path)
                assert answer.status_code == 200, path
                assert_whole(path, outline(answer.text))


def test_an_address_of_the_console_differs_from_one_that_was_visited_only_by_ids_with_pages(
    visited: Visited,
) -> None:
    ids = {"", "null", *(unquote(path.rpartition("/")[2]) for path in visited.pages)}
    compared = 0
    for first, *others in visited.asked.values():
        usual = parse_qs(first.partition("?")[2], keep_blank_values=True)
        assert first in visited.pages
        for each in others:
            given = parse_qs(each.partition("?")[2], keep_blank_values=True)
            assert [
                (x, given[x]) for x in given if given[x] != usual[x] and not {*given[x]} <= ids
            ] == []
            compared += 1
    assert compared > 100


def test_every_page_is_valid_html(visited: Visited, tmp_path: Path) -> None:
    for number, html in enumerate(visited.pages.values()):
        (tmp_path / f"{number}.html").write_text(html, "utf-8")

    done = subprocess.run(  # noqa: S603
        [VALIDATOR, "--preset", "standard", "--formatter", "text", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )

    assert (done.returncode, done.stdout[:2000]) == (0, "")


def test_what_a_page_runs_and_wears_is_what_its_policy_names(visited: Visited) -> None:
    for path, html in visited.pages.items():
        policy = visited.policies[path]
        assert policy.startswith("default-src 'none'; ")
        assert "unsafe" not in policy
        for tag in ("script", "style"):
            for text in re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL):
                digest = b64encode(sha256(text.encode()).digest()).decode()
                assert f"'sha256-{digest}'" in policy, path
        assert not re.search(
            r"<[^>]+\s(?:style|on\w+)=",
            re.sub(r"<(script|style)>.*?</\1>", "", html, flags=re.DOTALL),
        ), path


def test_every_claim_actor_statement_document_weapon_and_question_has_a_page(
    visited: Visited, service: httpx2.Client
) -> None:
    def ids(path: str, key: str) -> set[str]:
        return {
            row[key] for row in service.get(f"/v1/{path}", params={"limit": 500}).json()["rows"]
        }

    claims = ids("claims", "id")
    for claim in claims:
        assert f"/claims/{claim}" in visited.pages
        assert f"/claims/{claim}/brief" in visited.pages
        for each in ids(f"claims/{claim}/positions", "statement"):
            assert f"/statements/{each}" in visited.pages
    for actor in ids("actors", "id"):
        assert f"/actors/{actor}" in visited.pages
    for question in service.get("/v1/questions").json()["rows"]:
        assert f"/questions/{question['name']}" in visited.pages
