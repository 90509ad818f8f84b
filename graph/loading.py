"""Dossiers into the graph: in batches, whole dossiers or nothing, as often as wanted.

Dossiers that refer to each other are written in one transaction, since neither could stand
alone; others in one each, what is referred to before what refers. Only what changed is
written. What a dossier no longer defines leaves the record, and is deleted only on request.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import networkx

from cypher import Statement, load
from graph import derived
from graph.answers import Known, Record
from graph.dossiers import fingerprint
from graph.model import Dossier, Entity
from graph.progress import Report, silent
from graph.store import Store, rows
from graph.writing import edges, node

nx: Any = networkx  # it comes without types

__all__ = ["Loaded", "known", "load_dossiers"]

BATCH = 10_000
"""Rows sent in one statement; at a million statements larger ones gained nothing."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading did, in numbers of entities."""

    new: int
    changed: int
    unchanged: int
    withdrawn: tuple[str, ...]
    """Ids that left the record."""


class _LoadedDossier(Record):
    dossier: str
    fingerprint: str


async def known(store: Store, ids: Sequence[str] | None = None) -> dict[str, Known]:
    """Return what the graph holds of `ids`, or of every id, by id."""
    found = await rows(store, Known, "search.known", ids=ids if ids is None else list(ids))
    return {each.id: each for each in found}


async def load_dossiers(
    store: Store,
    dossiers: Sequence[Dossier],
    *,
    delete: bool = False,
    report: Report = silent,
) -> Loaded:
    """Write `dossiers`, which must be free of faults, and rebuild what is derived.

    With `delete`, what vanished from them is deleted instead of withdrawn. Raises `Unavailable`
    when Neo4j does not answer; dossiers written before are whole, the others are not there.
    """
    there = await known(store)
    total = sum(len(each.entities()) for each in dossiers)
    report("Loading", 0, total, "rows")
    new = changed = done = 0
    gone: list[str] = []
    for group in _groups(dossiers, set(there)):
        fresh = [
            entity
            for dossier in group
            for entity in dossier.entities()
            if entity.id not in there or there[entity.id].fingerprint != fingerprint(entity)
        ]
        new += sum(entity.id not in there for entity in fresh)
        changed += sum(entity.id in there for entity in fresh)
        gone += await _write(store, group, {entity.id for entity in fresh}, delete=delete)
        done += sum(len(each.entities()) for each in group)
        report("Loading", done, total, "rows")
    await derived.refresh(store)
    return Loaded(new, changed, total - new - changed, tuple(sorted(gone)))


async def _write(
    store: Store, group: Sequence[Dossier], fresh: set[str], *, delete: bool
) -> list[str]:
    now = datetime.now(UTC)
    before = await rows(store, _LoadedDossier, "load.loaded")
    prints = {each.dossier: each.fingerprint for each in before}
    if not fresh and all(prints.get(each.dossier) == _fingerprint(each) for each in group):
        return []
    steps: list[tuple[Statement, Mapping[str, Any]]] = []
    for dossier in group:
        about = {"dossier": dossier.dossier, "now": now}
        head = {
            "title": dossier.title,
            "notes": dossier.notes,
            "fingerprint": _fingerprint(dossier),
        }
        steps.append((load("load.dossier"), about | head))
        written = [node(entity) for entity in dossier.entities() if entity.id in fresh]
        steps += [(load("load.nodes"), about | {"rows": batch}) for batch in _batches(written)]
        kept = [{"id": each.id} for each in dossier.entities() if each.id not in fresh]
        steps += [
            (load("load.defines"), {"dossier": dossier.dossier, "rows": b}) for b in _batches(kept)
        ]
    entities = {
        each.id: each for dossier in group for each in dossier.entities() if each.id in fresh
    }
    steps += [(load("load.unlink"), {"ids": batch}) for batch in _batches(sorted(entities))]
    steps += [
        (load("load.edges"), {"rows": batch}) for batch in _batches(_edge_rows(entities.values()))
    ]
    withdraw = [
        (
            load("load.withdraw"),
            {"dossier": each.dossier, "ids": [e.id for e in each.entities()], "now": now},
        )
        for each in group
    ]
    results = await store.write([*steps, *withdraw])
    gone = [str(row["id"]) for answer in results[len(steps) :] for row in answer]
    if delete and gone:
        await store.write([(load("load.delete"), {"ids": gone})])
    return gone


def _edge_rows(entities: Any) -> list[dict[str, Any]]:
    return [
        {"source": e.source, "type": e.type, "target": e.target, "properties": dict(e.properties)}
        for entity in entities
        for e in edges(entity)
    ]


def _groups(dossiers: Sequence[Dossier], there: set[str]) -> Iterator[list[Dossier]]:
    """Yield dossiers that must be written together, what is referred to first."""
    home: dict[str, str] = {}
    for dossier in dossiers:
        for entity in dossier.entities():
            home.setdefault(entity.id, dossier.dossier)
    refers: Any = nx.DiGraph()
    refers.add_nodes_from(each.dossier for each in dossiers)
    for dossier in dossiers:
        for entity in dossier.entities():
            for target in _targets(entity):
                if target not in there and home[target] != dossier.dossier:
                    refers.add_edge(dossier.dossier, home[target])
    by_id = {each.dossier: each for each in dossiers}
    together: Any = nx.condensation(refers)
    for group in reversed(list(nx.lexicographical_topological_sort(together))):
        yield [by_id[each] for each in sorted(together.nodes[group]["members"])]


def _targets(entity: Entity) -> Iterator[str]:
    for edge in edges(entity):
        yield edge.target
        yield edge.source


def _fingerprint(dossier: Dossier) -> str:
    return fingerprint(dossier)


def _batches(items: Sequence[Any]) -> Iterator[list[Any]]:
    for start in range(0, len(items), BATCH):
        yield list(items[start : start + BATCH])
