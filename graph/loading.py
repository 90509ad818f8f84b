"""Dossiers into the graph: in batches, as often as wanted; small ones whole or not at all.

Dossiers that refer to each other are written in one transaction, since neither could stand
alone; others in one each, what is referred to before what refers. Only what changed is
written. What a dossier no longer defines leaves the record, and is deleted only on request.

More than `AT_ONCE` records do not fit into one transaction: all their nodes are written in
batches, then all their relationships. Until that is done `graph.schema.require` tells it, and
the same load, run again, makes it whole.
"""

import asyncio
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from cypher import Statement, load
from graph import derived
from graph.answers import Former, Known, Record
from graph.changes import Changes
from graph.dossiers import Checked, Draft, Examination
from graph.errors import DossierError
from graph.progress import Report, silent
from graph.schema import FORMERLY
from graph.store import Store, rows
from graph.writing import packed

__all__ = ["Loaded", "examine", "known", "load_files"]

BATCH = 10_000
"""Rows sent in one statement; at a million statements larger ones gained nothing."""
AT_ONCE = 20_000
"""New and changed records written in one transaction, whole or not at all."""
PENDING = "pending"
"""Fingerprint of what is not written whole yet: it equals no definition's."""

_Step = tuple[Statement, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading did, in numbers of entities."""

    new: int
    changed: int
    unchanged: int
    withdrawn: int
    """How many left the record."""
    relationships: int
    """How many were written."""


async def known(store: Store, ids: Sequence[str]) -> dict[str, Known]:
    """Return what the graph holds of `ids`, by id."""
    found = await rows(store, Known, "load.known", ids=list(ids))
    return {each.id: each for each in found}


class _Before(Record):
    """A dossier in the graph."""

    dossier: str
    fingerprint: str
    defines: int


class _Id(Record):
    id: str


async def examine(store: Store | None, examination: Examination) -> Checked:
    """Return what a check finds, also against what the graph at `store` holds, if there is one."""
    there = await derived.state(store) if store else None
    if store and there and there.entities:
        for ids in examination.index.unclear(BATCH):
            examination.index.hold((await known(store, ids)).values())
        if there.version >= FORMERLY:
            examination.index.bear(await rows(store, Former, "load.former"))
    return examination.result()


async def load_files(
    store: Store,
    paths: Sequence[Path],
    report: Report = silent,
    *,
    delete: bool = False,
    at_once: int = AT_ONCE,
    batch: int = BATCH,
) -> Loaded:
    """Check `paths` against the graph, write them, and rebuild what is derived.

    With `delete`, what vanished from them is deleted instead of withdrawn. Raises `DossierError`
    with the faults, before anything is written, and `Unavailable` when Neo4j does not answer;
    dossiers written before are whole, as is each small one; one with more than `at_once` records,
    written `batch` by batch, is made whole by loading it again.
    """
    with closing(Examination(paths, ready=packed, report=report)) as examination:
        checked = await examine(store, examination)
        if checked.faults:
            raise DossierError(checked.faults, checked.fault_count)
        changes = Changes(examination.index, batch)
        loading = _Loading(store, changes, report, at_once, delete=delete)
        loaded = await loading.load(checked)
    await derived.refresh(store, report)
    return loaded


class _Loading:
    """One load."""

    def __init__(
        self, store: Store, changes: Changes, report: Report, at_once: int, *, delete: bool
    ) -> None:
        self._store, self._changes, self._report = store, changes, report
        self._at_once, self._delete = at_once, delete
        self._now = datetime.now(UTC)
        self._before: dict[str, _Before] = {}
        self._total = self._done = self._withdrawn = self._relationships = 0

    async def load(self, checked: Checked) -> Loaded:
        """Write what changed, group by group."""
        found = await rows(self._store, _Before, "load.loaded")
        self._before = {each.dossier: each for each in found}
        counts = {each.dossier: self._changes.counted(each) for each in checked.dossiers}
        self._total = 2 * sum(map(sum, counts.values()))  # nodes, then what leads from them
        for group in self._changes.groups(checked.dossiers):
            await self._write(group, sum(sum(counts[each.dossier]) for each in group))
        new, changed = (sum(each[k] for each in counts.values()) for k in (0, 1))
        unchanged = checked.records - new - changed
        return Loaded(new, changed, unchanged, self._withdrawn, self._relationships)

    async def _write(self, group: Sequence[Draft], fresh: int) -> None:
        if not fresh and all(self._is_there(each) for each in group):
            return
        if fresh <= self._at_once:
            vanished = [
                self._withdraw(each, ids) for each in group async for ids in self._vanished(each)
            ]
            heads = [self._head(each, each.fingerprint) for each in group]
            parts = (*self._nodes(group, whole=True), *self._links(group, whole=True))
            await self._send([*heads, *(step for part in parts for step in part), *vanished])
            return
        # Nodes come first, for dossiers refer to each other. A relationship locks both its ends.
        await self._send([self._head(each, PENDING) for each in group])
        await self._side_by_side(self._nodes(group, whole=False), 2)
        await self._side_by_side(self._links(group, whole=False), 1)
        for each in group:
            async for ids in self._vanished(each):
                await self._send([self._withdraw(each, ids)])
        await self._send([self._head(each, each.fingerprint) for each in group])

    async def _side_by_side(self, steps: Iterator[list[_Step]], most: int) -> None:
        """Send transactions, so many at once; a thread unpacks the next one meanwhile."""
        sent: set[asyncio.Task[None]] = set()
        try:
            while step := await asyncio.to_thread(next, steps, None):
                if len(sent) == most:
                    done, sent = await asyncio.wait(sent, return_when=asyncio.FIRST_COMPLETED)
                    await asyncio.gather(*done)
                sent.add(asyncio.create_task(self._send(step)))
            await asyncio.gather(*sent)
        finally:
            for each in sent:
                each.cancel()
            await asyncio.gather(*sent, return_exceptions=True)

    def _is_there(self, dossier: Draft) -> bool:
        before = self._before.get(dossier.dossier)
        return before is not None and before.fingerprint == dossier.fingerprint

    def _nodes(self, group: Sequence[Draft], *, whole: bool) -> Iterator[list[_Step]]:
        """Yield the steps that write nodes, a transaction each unless all are one."""
        for dossier in group:
            about = {"dossier": dossier.dossier, "now": self._now}
            for batch in self._changes.fresh(dossier):
                nodes = [row for row, _ in batch]
                if not whole:
                    for row in nodes:
                        row["properties"]["fingerprint"] = PENDING
                yield [(load("load.nodes"), about | {"rows": nodes})]
            for kept in self._changes.kept(dossier):
                yield [(load("load.defines"), {"dossier": dossier.dossier, "rows": kept})]

    def _links(self, group: Sequence[Draft], *, whole: bool) -> Iterator[list[_Step]]:
        """Yield the steps that write relationships, a transaction each unless all are one."""
        for dossier in group:
            for batch in self._changes.fresh(dossier):
                steps: list[_Step] = [
                    (load("load.unlink"), {"ids": [row["id"] for row, _ in batch]})
                ]
                edges = [edge for _, edges in batch for edge in edges]
                edges.sort(key=_by_type)
                for start in range(0, len(edges), BATCH):
                    steps.append((load("load.edges"), {"rows": edges[start : start + BATCH]}))
                if not whole:
                    printed = [
                        {"id": row["id"], "fingerprint": row["properties"]["fingerprint"]}
                        for row, _ in batch
                    ]
                    steps.append((load("load.linked"), {"rows": printed}))
                yield steps

    def _head(self, dossier: Draft, printed: str) -> _Step:
        about = {"dossier": dossier.dossier, "title": dossier.title, "notes": dossier.notes}
        return load("load.dossier"), about | {"fingerprint": printed, "now": self._now}

    async def _vanished(self, dossier: Draft) -> AsyncIterator[list[str]]:
        """Yield ids of what the graph has from a dossier that no longer defines it."""
        before = self._before.get(dossier.dossier)
        if before is None or before.defines == self._changes.still(dossier):
            return
        last = ""
        while page := await rows(
            self._store, _Id, "load.defined", dossier=dossier.dossier, after=last, most=BATCH
        ):
            last = page[-1].id
            if gone := self._changes.vanished(dossier, [each.id for each in page]):
                yield gone

    def _withdraw(self, dossier: Draft, ids: list[str]) -> _Step:
        about = {"dossier": dossier.dossier, "ids": ids, "now": self._now}
        return load("load.withdraw"), about

    async def _send(self, steps: list[_Step]) -> None:
        """Write one transaction; take note of what it did; delete what left, if that is asked."""
        answers = await self._store.write(steps)
        gone: list[str] = []
        for (statement, params), answer in zip(steps, answers, strict=True):
            match statement.name:
                case "load.nodes":
                    self._done += len(params["rows"])
                case "load.unlink":
                    self._done += len(params["ids"])
                case "load.edges":
                    self._relationships += int(answer[0]["written"])
                case "load.withdraw":
                    gone += [str(row["id"]) for row in answer]
                case _:
                    pass
        self._withdrawn += len(gone)
        if gone and self._delete:
            await self._store.write([(load("load.delete"), {"ids": gone})])
        self._report("Loading", self._done, self._total, "rows")


def _by_type(edge: Mapping[str, Any]) -> str:
    return str(edge["type"])
