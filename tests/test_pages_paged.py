"""The page of a claim of which much is said: a page at a time, small, and nothing lost."""

import gzip
import json
from pathlib import Path
from typing import Any

import httpx2
import pytest

from cypher import load
from tests.graphs import Graph
from tests.outline import Outline, outline
from tests.plans import memory, opened

MANY = 130
WORDS = "She said in front of the assembly that no such delivery number {n} was known to her."
BELIEFS = ("certain_true", "uncommitted", "certain_false", "possible_true", "conditional")
ACTS = ("alleges", "declines_to_confirm", "denies", "warns", "condemns")


def archive(file: Path, statements: int) -> Path:
    """Write an archive with one claim of which so much is said."""
    lines: list[dict[str, Any]] = [
        {"dossier": {"dossier": "busy", "title": "A claim of which much is said"}},
        {"actor": {"id": "ada", "type": "official", "name": "Ada Holm"}},
        {"document": {"id": "d", "title": "Report", "url": "https://news.example/d"}},
        {"claim": {"id": "c", "text": "Norland sent arms to Southland.", "kind": "arms_transfer"}},
    ]
    for n in range(statements):
        entry = {
            "id": f"s-{n}", "by": "ada", "act": ACTS[n % 5], "claim": "c", "belief": BELIEFS[n % 5],
            "said": f"20{10 + n % 15}-0{1 + n % 9}-{1 + n % 28:02}",
            "paraphrase": WORDS.format(n=n),
            "reports": [{"document": "d", "quote": f"nothing of number {n}"}],
        }  # fmt: skip
        lines.append({"statement": entry})
    file.write_text("\n".join(map(json.dumps, lines)) + "\n", "utf-8")
    return file


def held(page: Outline) -> list[str]:
    return [each for side in ("so", "open", "not") for each in page.within[side]]


def test_a_claim_of_which_much_is_said_is_read_a_page_at_a_time(
    empty: Graph, address: str, tmp_path: Path
) -> None:
    empty.load([archive(tmp_path / "busy.ndjson", MANY)])
    seen: list[str] = []
    pages = 0
    path: str | None = "/claims/c"
    with httpx2.Client(base_url=address, timeout=60) as client:
        while path:
            answer = client.get(path)
            assert answer.status_code == 200
            assert len(gzip.compress(answer.content)) <= 30_000
            page = outline(answer.text)
            seen += held(page)
            pages += 1
            assert "order=" not in " ".join(page.links)  # what is first is on another page
            path = next((each for each in page.links if "after=" in each), None)
    assert pages == 3
    assert sorted(seen) == sorted(f"s-{n}" for n in range(MANY))


def test_changes_of_position_are_sorted_without_what_they_were_found_in(
    empty: Graph, tmp_path: Path
) -> None:
    empty.load([archive(tmp_path / "busy.ndjson", MANY)])
    connection = empty.connection
    text = load("questions.who_changed_position").text
    counted = "WITH actor, before, earlier, after, statement, count(*) AS once\n"
    assert counted in text
    params = {"claim": "c", "actor": None, "asOf": None, "recordedAsOf": None}
    asked = {**params, "among": None, "newest": 201}
    with opened(connection.uri, connection.user, connection.password) as driver:
        kept = memory(driver, "neo4j", text, **asked)
        carried = memory(driver, "neo4j", text.replace(counted, ""), **asked)
    assert kept < carried / 4


@pytest.mark.parametrize("after", ["", "~", "0000", "2024-02-21/s-1"])
def test_any_cursor_is_a_place_in_the_list(after: str, empty: Graph, address: str) -> None:
    assert not empty.holds_story
    with httpx2.Client(base_url=address, timeout=60) as client:
        answer = client.get("/claims", params={"after": after})

    assert answer.status_code == 200
