"""Ids that things had before: nothing else has one of them, and one thing had it."""

import json
from collections.abc import Iterator
from typing import cast

from graph.dossiers.findings import Findings, storable
from graph.dossiers.index import Index, Row
from graph.dossiers.linking import KINDS_BY_CODE, kind_code
from graph.dossiers.records import Record

__all__ = ["former", "renamed"]

_ACTORS = tuple(map(kind_code, KINDS_BY_CODE[:5]))
_FORMER = """
SELECT former.id, former.n, former.slot, entity.kind, taken.n, held.kind, held.dossiers,
  bearer.now, bearer.dossiers
FROM former
JOIN entity ON entity.n = former.n AND entity.id = former.now
LEFT JOIN entity AS taken ON taken.id = former.id
LEFT JOIN held ON held.id = former.id
LEFT JOIN bearer ON bearer.id = former.id
  AND NOT EXISTS (SELECT 1 FROM entity AS own WHERE own.id = bearer.now)
ORDER BY former.id, former.n, former.slot
"""
_TAKEN = """
SELECT entity.n, bearer.id, bearer.now, bearer.dossiers
FROM bearer
JOIN entity ON entity.id = bearer.id
WHERE NOT EXISTS (SELECT 1 FROM entity AS own WHERE own.id = bearer.now)
ORDER BY entity.n
"""
_NAMED = """
SELECT link.n, link.code, link.slot, link.target, former.now
FROM step
JOIN link ON link.rowid = step.link
JOIN former ON former.id = link.target
WHERE step.target IS NULL
ORDER BY step.link
"""
_ONE = "an id is never given to anything else"


def former(n: int, record: Record) -> Iterator[Row]:
    """Yield the ids that a record had before, as `renamed` looks them up."""
    ids = record.raw.get("formerly")
    for slot, each in enumerate(cast("list[object]", ids) if isinstance(ids, list) else []):
        if isinstance(each, str):
            yield n, slot, storable(each), storable(record.id)


def renamed(index: Index, found: Findings) -> None:
    """Find old ids that something else has, or had, and records that still name one.

    What the graph has under an old id is fine where this load takes it off the record.
    """
    if not any(index.one("SELECT EXISTS (SELECT 1 FROM former), EXISTS (SELECT 1 FROM bearer)")):
        return
    given = {file.dossier for file in index.files}

    def staying(dossiers: str | None) -> str:
        return ", ".join(each for each in json.loads(dossiers or "[]") if each not in given)

    before: tuple[str, int] = "", 0
    for id_, n, slot, kind, taken, was, held_by, bearer, borne_by in index.rows(_FORMER):
        place, others = index.place(n, "formerly", slot), staying(held_by)
        if taken == n:
            found.fault(place, f"{id_!r} is its id now", "name ids that it had before")
        elif taken:
            other = index.place(taken, "id")
            what = f"{id_!r} is defined in {other.file}:{other.line}"
            found.fault(place, what, f"take it out of one of the two: {_ONE}")
        elif others:
            what = f"{id_!r} is in the graph, by {others}"
            found.fault(place, what, f"check and load both together, or take it out: {_ONE}")
        elif before == (id_, n):
            found.fault(place, f"{id_!r} is there twice", "keep one")
        elif before[0] == id_:
            first = index.place(before[1], "id")
            what = f"{id_!r} was the id of {index.id(before[1])!r} too ({first.file}:{first.line})"
            found.fault(place, what, "keep it where it belongs")
        elif bearer and (others := staying(borne_by)):
            what = f"{id_!r} was the id of {bearer!r} too, in the graph, by {others}"
            found.fault(place, what, "check and load both together, or take it out")
        elif was is not None and was != kind and not {was, kind} <= set(_ACTORS):
            what = f"{id_!r} was the id of something else: {KINDS_BY_CODE[was]}"
            found.fault(place, what, "name ids that this had before")
        before = id_, n
    for n, id_, bearer, borne_by in index.rows(_TAKEN):
        if others := staying(borne_by):
            what = f"{id_!r} was the id of {bearer!r}, in the graph, by {others}"
            found.fault(index.place(n, "id"), what, f"write another: {_ONE}")
    for n, code, slot, target, now in index.rows(_NAMED):
        place = index.place_of_link(n, code, slot)
        found.fault(place, f"{target!r} has the id {now!r} now", "write that")
