"""Archives: read record by record, written in batches, made whole by the next load."""

import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Coroutine, Sequence
from pathlib import Path

import pytest

from api.terminal import Steps
from bench.packing import opened, write
from bench.world import head, world
from cypher import Statement
from graph import derived
from graph.dossiers import check
from graph.dossiers.findings import MOST
from graph.errors import DossierError, NotReady, Unavailable
from graph.loading import Loaded, load_files
from graph.schema import require
from graph.store import Row, Store
from tests.graphs import Graph

HEAD = '{"dossier": {"dossier": "archive"}}\n'
SIZE = 60
BATCH = 40


def archive(folder: Path, statements: int = SIZE, name: str = "archive.ndjson.gz") -> Path:
    path = folder / name
    with opened(path) as to:
        write(world(statements), head(statements), to)
    return path


def in_batches(store: Store, path: Path, *, delete: bool = False) -> Coroutine[None, None, Loaded]:
    return load_files(store, [path], at_once=0, batch=BATCH, delete=delete)


class Breaking:
    """A store whose server goes away after a number of transactions."""

    def __init__(self, store: Store, after: int) -> None:
        self._store, self._left, self.writes = store, after, 0
        self._running = list[str]()
        self.most = Counter[str]()
        """How many transactions of a sort were under way at once."""

    async def run(self, statement: Statement, params: Row, *, most: int | None = None) -> list[Row]:
        return await self._store.run(statement, params, most=most)

    async def write(self, steps: Sequence[tuple[Statement, Row]]) -> list[list[Row]]:
        if self.writes >= self._left:
            raise Unavailable("Gone.")
        self.writes += 1
        sort = steps[-1][0].name
        self._running.append(sort)
        self.most[sort] = max(self.most[sort], self._running.count(sort))
        try:
            return await self._store.write(steps)
        finally:
            self._running.remove(sort)

    async def version(self) -> str:
        return await self._store.version()


def test_an_archive_in_batches_gives_the_graph_that_one_transaction_gives(
    empty: Graph, tmp_path: Path
) -> None:
    path = archive(tmp_path)
    whole = empty.load([path])
    expected = empty.contents()
    empty.wipe()

    loaded = empty.ask(in_batches(empty.store, path))

    assert loaded == whole
    assert loaded.new > 2 * BATCH
    assert empty.contents() == expected


def test_nodes_are_written_side_by_side_and_relationships_one_after_another(
    empty: Graph, tmp_path: Path
) -> None:
    store = Breaking(empty.store, after=1000)

    empty.ask(in_batches(store, archive(tmp_path)))

    assert store.most["load.nodes"] == 2
    assert store.most["load.linked"] == 1


def test_an_archive_loaded_twice_writes_nothing_the_second_time(
    empty: Graph, tmp_path: Path
) -> None:
    path = archive(tmp_path)
    first = empty.ask(in_batches(empty.store, path))
    store = Breaking(empty.store, after=0)

    again = empty.ask(in_batches(store, path))

    assert (again.new, again.changed, again.withdrawn) == (0, 0, 0)
    assert again.unchanged == first.new
    assert store.writes == 0


def test_an_archive_whose_load_broke_off_anywhere_is_told_and_made_whole_by_the_next(
    empty: Graph, tmp_path: Path
) -> None:
    path = archive(tmp_path)
    whole = Breaking(empty.store, after=1000)
    empty.ask(in_batches(whole, path))
    expected = empty.contents()

    for writes in (1, 3, whole.writes // 2, whole.writes - 3):
        empty.wipe()
        with pytest.raises(Unavailable):
            empty.ask(in_batches(Breaking(empty.store, after=writes), path))
        with pytest.raises(NotReady, match="interrupted"):
            empty.ask(require(empty.store))
        empty.ask(in_batches(empty.store, path))

        assert empty.contents() == expected
        empty.ask(require(empty.store))


def test_a_half_loaded_archive_is_told_even_when_what_is_derived_was_rebuilt(
    empty: Graph, tmp_path: Path
) -> None:
    with pytest.raises(Unavailable):
        empty.ask(in_batches(Breaking(empty.store, after=4), archive(tmp_path)))

    empty.ask(derived.refresh(empty.store))

    with pytest.raises(NotReady, match="interrupted"):
        empty.ask(require(empty.store))


@pytest.mark.parametrize("delete", [False, True], ids=["withdrawn", "deleted"])
def test_what_vanished_from_an_archive_leaves_the_record(
    empty: Graph, tmp_path: Path, delete: bool
) -> None:
    lines = archive(tmp_path, name="archive.ndjson").read_text("utf-8").splitlines()
    gone = [line for line in lines if line.startswith('{"assessment"')] or lines[-1:]
    shorter = tmp_path / "shorter.ndjson"
    shorter.write_text("\n".join(line for line in lines if line not in gone), "utf-8")
    empty.ask(in_batches(empty.store, tmp_path / "archive.ndjson"))
    before = empty.ask(derived.state(empty.store)).entities

    loaded = empty.ask(in_batches(empty.store, shorter, delete=delete))

    assert (loaded.new, loaded.withdrawn) == (0, len(gone))
    left = empty.ask(derived.state(empty.store)).entities
    assert left == (before - len(gone) if delete else before)
    assert empty.ask(derived.differences(empty.store)) == []


def test_of_very_many_faults_the_first_are_told_and_the_others_counted(tmp_path: Path) -> None:
    path = tmp_path / "faulty.ndjson"
    path.write_text(HEAD + '{"claim": {}}\n' * MOST, "utf-8")

    found = check([path])

    assert len(found.faults) == MOST
    assert found.fault_count == 3 * MOST
    assert found.faults[-1].line == 2 + (MOST - 1) // 3
    told = str(DossierError(found.faults, found.fault_count))
    assert told.startswith(f"{3 * MOST} faults;")
    assert told.endswith(f"\n... and {2 * MOST} more.")


def test_half_characters_in_ids_and_names_are_faults_and_nothing_worse(tmp_path: Path) -> None:
    path = tmp_path / "odd.yaml"
    path.write_text('dossier: a\nactors:\n  - {id: "\\uD800", type: state, name: "\\uD800"}\n')

    assert check([path]).faults


PEAK = """
import asyncio, resource, sys
from pathlib import Path
from graph.loading import load_files

class Nowhere:
    async def run(self, statement, params, *, most=None):
        state = {"entities": 0, "derived": True, "version": 0}
        return [state] if statement.name == "load.state" else []

    async def write(self, steps):
        return [[{"written": 0}] if each.name == "load.edges" else [] for each, _ in steps]

asyncio.run(load_files(Nowhere(), [Path(sys.argv[1])], at_once=0, batch=1000))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def test_ten_times_the_archive_takes_no_more_memory(tmp_path: Path) -> None:
    def peak(statements: int) -> int:
        path = archive(tmp_path, statements, f"{statements}.ndjson.gz")
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-c", PEAK, str(path)],
            cwd=Path(__file__).parent.parent,
            capture_output=True,
            check=True,
        )
        return int(done.stdout)

    assert peak(20_000) < 1.15 * peak(2_000)


def test_progress_without_a_terminal_tells_the_rate(capsys: pytest.CaptureFixture[str]) -> None:
    with Steps() as steps:
        steps("Loading", 0, 500, "rows")
        time.sleep(1.05)
        steps("Loading", 500, 500, "rows")

    rate = re.search(r"500 rows of 500 rows, (\d+) a second, done", capsys.readouterr().err)
    assert rate
    assert 100 < int(rate[1]) < 500
