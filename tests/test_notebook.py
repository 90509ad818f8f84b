"""Maps in a notebook: what a cell of IPython shows, and how it runs in the page around it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from api import notebook
from graph.errors import BadRequest, NotFound
from graph.server import PrivateNeo4j
from graph.story import CLAIM
from tests.browser import browser
from tests.graphs import Graph
from tests.test_house import README
from tests.test_maps import caption, story
from tests.test_maps_served import FATH
from viz import claim_map

CELL = f'from api.notebook import claim_map\nclaim_map("{FATH}", as_of="2024-09-10")'
KERNEL = """
import asyncio, json, sys
from traitlets.config import Config
from IPython.core.interactiveshell import InteractiveShell

async def kernel(cell):  # Jupyter runs cells inside a loop, too
    shell = InteractiveShell(config=Config({"HistoryManager": {"enabled": False}}))
    done = shell.run_cell(cell)
    done.raise_error()
    return shell.display_formatter.format(done.result)[0]

print(json.dumps(asyncio.run(kernel(sys.stdin.read()))))
"""


COLOURS = """(canvas) => {
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const pixels = new Uint32Array(data.buffer);
  return new Set(pixels).size;
}"""


@pytest.fixture
def home(story: Graph, neo4j: PrivateNeo4j, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Home of a graph that holds the story, which is the one that is asked."""
    assert story.holds_story
    home = neo4j.status().home
    monkeypatch.setenv("REJOINDER_HOME", str(home))
    return home


def test_a_cell_that_ends_with_a_map_shows_it_in_a_frame(home: Path, tmp_path: Path) -> None:
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", KERNEL],
        input=CELL,
        env={**os.environ, "IPYTHONDIR": str(tmp_path), "PYTHONPATH": str(Path.cwd())},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    shown = json.loads(done.stdout.splitlines()[-1])["text/html"]
    assert shown.startswith("<iframe ")
    assert "sandbox=" in shown
    assert "allow-same-origin" not in shown
    assert "As of 10 September 2024." in shown


@pytest.mark.usefixtures("home")
def test_every_map_is_there_by_ids_and_by_names() -> None:
    found = [
        notebook.claim_map(FATH, level="evidence", hide=["reacted"], at="actor:us"),
        notebook.actor_map("united states", since="2024-09-01"),
        notebook.state_map("iran", level="states"),
        notebook.weapon_map("fath-360", undated=False),
        notebook.between_map("iran", "ru", as_of="2024-09-10"),
        notebook.dossier_map("arms-for-russia-missiles-fath-360-2024"),
        notebook.question_map("narrower_claims", {"claim": CLAIM}),
        notebook.question_map("connection", {"actor": "north korea", "other": "us"}),
        notebook.cypher_map("MATCH w = ()-[:NARROWS]->({id: $id}) RETURN w", {"id": CLAIM}),
        notebook.schema_map(hide=["from-derived"]),
    ]

    assert all(each.nodes for each in found)
    first = found[0].given
    assert (first["level"], first["served"], first["address"]) == ("evidence", False, None)
    assert (first["state"]["hide"], first["state"]["at"]) == (["reacted"], "actor:us")


@pytest.mark.usefixtures("home")
def test_what_the_readme_shows_of_notebooks_runs() -> None:
    cell = README.partition("```python\n")[2].partition("```")[0]
    *before, last = cell.strip().splitlines()

    names: dict[str, Any] = {}
    exec("\n".join(before), names)  # noqa: S102  it is ours
    shown = eval(last, names)  # noqa: S307

    assert shown.given["level"] == "evidence"
    named = README.partition("```python\n")[2].partition("\n## ")[0]
    assert [each for each in notebook.__all__ if each not in named] == []


def test_a_home_is_named_in_the_call(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REJOINDER_HOME")

    assert notebook.schema_map(home=str(home)).nodes


@pytest.mark.usefixtures("home")
def test_what_cannot_be_meant_is_told_in_a_sentence() -> None:
    with pytest.raises(BadRequest, match="'soon' is no day such as 2024-02-23"):
        notebook.claim_map(FATH, as_of="soon")
    with pytest.raises(BadRequest, match=r"'x' is no group of lines. Groups are: put-forward"):
        notebook.claim_map(FATH, hide=["x"])
    with pytest.raises(BadRequest, match=r"'all' is no level. Levels are: statements"):
        notebook.claim_map(FATH, level="all")  # pyright: ignore[reportArgumentType]
    with pytest.raises(TypeError, match="colour"):
        notebook.claim_map(FATH, colour="red")  # pyright: ignore[reportCallIssue]
    with pytest.raises(NotFound, match=FATH):
        notebook.claim_map("iran-delivered-fath-36-to-russia")
    with pytest.raises(BadRequest, match="id: must be given, among the parameters"):
        notebook.cypher_map("MATCH (n {id: $id}) RETURN n")
    with pytest.raises(BadRequest, match="these are 2"):
        notebook.cypher_map("MATCH (n) RETURN n; MATCH (m) RETURN m")


def test_the_map_of_a_cell_runs_in_its_frame_and_asks_nobody(tmp_path: Path) -> None:
    trouble: list[str] = []
    requests: list[str] = []
    host = tmp_path / "notebook.html"
    cell = claim_map(*story(), caption())._repr_html_()  # pyright: ignore[reportPrivateUsage]
    host.write_text(f"<!doctype html><title>Notebook</title>{cell}", "utf-8")

    with browser() as chromium:
        tab = chromium.new_page()
        tab.on("console", lambda message: trouble.append(message.text))
        tab.on("pageerror", lambda error: trouble.append(str(error)))
        tab.on("request", lambda request: requests.append(request.url))
        tab.goto(host.as_uri())
        frame = tab.frame_locator("iframe")
        frame.locator("#map canvas").wait_for()
        tab.wait_for_timeout(300)  # vis-network draws in the next frames
        colours = frame.locator("#map canvas").evaluate(COLOURS)
        frame.get_by_label("Find").fill("mission")
        frame.get_by_text("Permanent Mission of Norland").first.wait_for()

    assert trouble == []
    assert [each for each in requests if not each.startswith("about:")] == [host.as_uri()]
    assert colours > 10
