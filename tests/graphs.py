"""A graph for tests: what they ask it, load into it, and how two graphs are compared."""

import asyncio
from collections.abc import Coroutine, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from cypher import parse
from graph import story
from graph.derived import refresh
from graph.driver import Neo4jStore
from graph.loading import Loaded, load_files
from graph.schema import prepare
from graph.server import Connection

__all__ = ["Graph"]

T = TypeVar("T")

CONTENTS = parse("tests.contents", Path(__file__).with_name("contents.cypher").read_text("utf-8"))
RECORDED = parse("tests.recorded", Path(__file__).with_name("recorded.cypher").read_text("utf-8"))
WIPE = parse("tests.wipe", Path(__file__).with_name("wipe.cypher").read_text("utf-8"))
CLOCKS = ("recordedAt", "withdrawnAt", "loadedAt")
"""Times that differ from one load to the next."""


class Graph:
    """One database, asked from tests that are not asynchronous themselves."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.store = Neo4jStore.connect(connection, timeout_s=30)
        self._runner = asyncio.Runner()
        self.holds_story = False

    def close(self) -> None:
        self.ask(self.store.close())
        self._runner.close()

    def ask(self, work: Coroutine[Any, Any, T]) -> T:
        return self._runner.run(work)

    def wipe(self) -> None:
        self.holds_story = False
        while self.ask(self.store.write([(WIPE, {})]))[0][0]["gone"]:
            pass
        self.ask(prepare(self.store))

    def load(self, paths: Sequence[Path], *, delete: bool = False) -> Loaded:
        self.holds_story = False
        return self.ask(load_files(self.store, paths, delete=delete))

    def alter(self, text: str) -> None:
        """Run a statement of the test's own that writes."""
        self.holds_story = False
        header = "// name:    tests.alter\n// mode:    write\n//\n// Alter something.\n"
        self.ask(self.store.write([(parse("tests.alter", f"{header}{text};"), {})]))

    def load_story(self) -> None:
        if not self.holds_story:
            self.wipe()
            self.load(story.dossiers())
            self.holds_story = True

    def record(
        self, ids: Sequence[str], *, recorded: datetime | None = None, withdrawn: datetime | None
    ) -> None:
        """Make the things `ids` enter at `recorded` and leave at `withdrawn`; None: they stand."""
        self.record_each([(ids, recorded, withdrawn)])

    def record_each(
        self, times: Sequence[tuple[Sequence[str], datetime | None, datetime | None]]
    ) -> None:
        """Do that for several, one after the other, and derive what hangs on them once."""
        for ids, recorded, withdrawn in times:
            params = {"ids": list(ids), "recorded": recorded, "withdrawn": withdrawn}
            self.ask(self.store.write([(RECORDED, params)]))
        self.ask(refresh(self.store))

    def contents(self) -> list[str]:
        """Return every node and relationship as a line, times of recording left out."""
        return sorted(_line(row) for row in self.ask(self.store.run(CONTENTS, {})))


def _line(row: Mapping[str, Any]) -> str:
    kept = {k: v for k, v in sorted(row["properties"].items()) if k not in CLOCKS}
    return f"{row['source']} {sorted(row['kind'])} {row['target']} {kept}"
