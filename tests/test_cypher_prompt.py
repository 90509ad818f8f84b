"""The prompt of ``rejoinder cypher``: keys go in through a pipe, on a real Neo4j."""

import asyncio
import os
import pty
import re
import select
import signal
import stat
import subprocess
import sys
import termios
import threading
import time
from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from api.opening import open_owner, open_store, settings
from api.prompt import Prompt, history_file
from api.suggestions import Suggestions
from graph.server import PrivateNeo4j
from graph.story import CLAIM
from graph.terms import Terms, terms
from tests.graphs import Graph

ENDLESS = "UNWIND range(1, 10000000000) AS i WITH i WHERE i % 7 = 8 RETURN count(i);\r"
LEAVE = "\x04"

Talk = Callable[[str], tuple[str, str]]


@pytest.fixture
def talk(
    graph: Graph, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Generator[Talk, None, None]:
    """Type keys, and return what was printed and what was said."""
    with create_pipe_input() as keys, create_app_session(input=keys, output=DummyOutput()):

        def talked(text: str) -> tuple[str, str]:
            keys.send_text(text)
            asyncio.run(_talk(graph, tmp_path / "state" / "history"))
            told = capsys.readouterr()
            return told.out, told.err

        yield talked


async def _talk(graph: Graph, history: Path) -> None:
    known = Terms(("Claim",), ("ABOUT",), ("id",))
    async with (
        open_store(graph.connection, settings()) as store,
        open_owner(graph.connection, store, timeout_s=60, most=10, write=False) as owner,
    ):
        await asyncio.wait_for(Prompt(owner, known, "table", {}).talk(history), 60)


def test_a_statement_over_several_lines_is_sent_with_its_semicolon(
    talk: Talk, story: Graph
) -> None:
    out, err = talk(f"MATCH (c:Claim)\rWHERE c.id = '{CLAIM}'\rRETURN c;\r{LEAVE}")

    assert story.holds_story
    assert f"({CLAIM}:Claim" in out
    assert "Ctrl-D leaves" in err


def test_an_error_shows_its_place_and_does_not_end_it(talk: Talk) -> None:
    out, err = talk(
        f"RETURN\rnope;\rRETURN $x;\r:bogus\r:param x => y\rRETURN 'on' AS go;\r{LEAVE}"
    )

    assert "Line 2, column 1:\n    nope;".replace(";", "") in err
    assert "x: set it first, with :param x =>" in err
    assert ":bogus is no command" in err
    assert "'y' is no plain value" in err
    assert "on" in out


def test_a_parameter_stays_set_and_commands_are_answered(talk: Talk) -> None:
    out, _ = talk(":params\r:param day => date('2024-02-23')\r:params\r:help\r"
                  "RETURN $day.year AS y;\r:quit\r")  # fmt: skip

    assert "│ day" in out
    assert "2024-02-23" in out
    assert ":param " in out
    assert "│ 2024 " in out


def test_a_pasted_file_runs_and_ctrl_c_drops_what_was_begun(talk: Talk) -> None:
    paste = "\x1b[200~// asks: x\n:param n => 7;\n\nRETURN $n AS seven;\n\x1b[201~\r"

    out, err = talk(f"RETURN 'dropped\x03{paste}{LEAVE}")

    assert "seven" in out
    assert "dropped" not in out + err


def test_what_was_typed_is_kept_for_its_owner_alone(talk: Talk, tmp_path: Path) -> None:
    talk(f"RETURN 1;\r{LEAVE}")

    kept = tmp_path / "state" / "history"
    assert "+RETURN 1;" in kept.read_text("utf-8")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept.parent.stat().st_mode) == 0o700
    assert history_file().name == "cypher_history"


def test_ctrl_c_ends_the_statement_that_runs_and_nothing_else(talk: Talk, graph: Graph) -> None:
    interrupt = threading.Timer(1.5, os.kill, (os.getpid(), signal.SIGINT))

    interrupt.start()
    out, err = talk(f"{ENDLESS}RETURN 'on' AS go;\r{LEAVE}")

    assert "Cancelled" in err
    assert "on" in out
    assert graph.connection


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [
        ("MATCH (c:cl", "Claim"),
        ("MATCH (c)-[:AB", "ABOUT"),
        ("MATCH (c)-[:X|ab", "ABOUT"),
        ("MATCH (c)-[r:ABOUT]->(n:C", "Claim"),
        ("MATCH (c) WHERE c:Cl", "Claim"),
        ("RETURN c.i", "id"),
        ("MATCH (c {i", "id"),
        ("MATCH (c:o", "`odd one`"),
        ("RETURN $d", "day"),
        ("RETURN tol", "tolower("),
        ("RETURN date.tr", "date.truncate("),
        ("ret", "RETURN"),
        ("MATCH (n) RETURN n ord", "ORDER BY"),
        (":pa", ":params"),
    ],
)
def test_what_fits_where_the_cursor_stands_is_suggested(typed: str, suggested: str) -> None:
    assert suggested in _suggested(typed)


@pytest.mark.parametrize("typed", ["RETURN 'ret", "// ret", "/* ret", "RETURN ", "RETURN c.zz"])
def test_nothing_is_suggested_in_strings_and_comments(typed: str) -> None:
    assert _suggested(typed) == []


def _suggested(typed: str) -> list[str]:
    known = Terms(("Claim", "odd one"), ("ABOUT",), ("id", "name"))
    found = Suggestions(known, {"day": 1}).get_completions(Document(typed), CompleteEvent())
    return [each.text for each in found]


def test_labels_types_and_keys_are_those_of_the_graph(story: Graph) -> None:
    known = story.ask(terms(story.store))

    assert "Claim" in known.labels
    assert "DENIED" in known.types
    assert "publishedLatest" in known.keys


def test_at_a_terminal_a_label_is_completed_and_ctrl_d_leaves(
    story: Graph, neo4j: PrivateNeo4j, tmp_path: Path
) -> None:
    environment = {
        **os.environ,
        "REJOINDER_HOME": str(neo4j.status().home),
        "XDG_STATE_HOME": str(tmp_path),
        "TERM": "xterm",
    }
    terminal, inside = pty.openpty()
    termios.tcsetwinsize(terminal, (40, 100))
    process = subprocess.Popen(
        [sys.executable, "-m", "api", "cypher"],
        env=environment,
        stdin=inside,
        stdout=inside,
        stderr=inside,
        start_new_session=True,
    )
    os.close(inside)
    told = _until(terminal, "cypher>")
    for keys in ("MATCH (c:Clai", "\t", ") RETURN 'n' + count(c);\r"):
        os.write(terminal, keys.encode())
        time.sleep(0.5)
    told += _until(terminal, "└", "cypher>")
    os.write(terminal, LEAVE.encode())
    told += _until(terminal)
    os.close(terminal)

    assert story.holds_story
    assert "n35" in told
    assert process.wait(120) == 0
    assert (tmp_path / "rejoinder" / "cypher_history").exists()


def _until(terminal: int, *signs: str) -> str:
    """Read what the terminal shows until `signs`, one after the other, or to the end."""
    told = b""
    awaited = re.compile(b".*".join(map(str.encode, signs)), re.DOTALL) if signs else None
    while not (awaited and awaited.search(told)):
        assert select.select([terminal], [], [], 120)[0], told
        try:
            told += os.read(terminal, 4096)
        except OSError:
            break  # the other side is closed
    return told.decode(errors="replace")
