"""One id, one thing; one thing, one id."""

import json
import unicodedata
from collections.abc import Iterator
from typing import cast

from graph.dossiers.findings import Findings, storable
from graph.dossiers.index import Index, Row
from graph.dossiers.records import Record

__all__ = ["called", "identity", "names"]

_TWICE = """
SELECT later.n, later.id, later.file = first.file, later.print = first.print, first.n
FROM same
JOIN record AS later ON later.n = same.n
JOIN record AS first ON first.n = same.first
ORDER BY later.n
"""
_OTHERWISE = """
SELECT record.n, record.id, held.dossiers
FROM entity
JOIN record ON record.n = entity.n
JOIN held ON held.id = entity.id
WHERE record.valid AND record.print <> held.print
ORDER BY record.n
"""
_SHARED = """
SELECT n, slot, text, first, is_name FROM (
  SELECT name.n, name.slot, name.text,
    first_value(name.n) OVER users AS first,
    first_value(name.slot IS NULL) OVER users AS is_name
  FROM name
  JOIN entity ON entity.id = name.id AND entity.n = name.n
  WINDOW users AS (
    PARTITION BY name.kind, name.plain ORDER BY name.slot IS NOT NULL, name.n, name.slot)
)
WHERE n <> first
ORDER BY n, slot
"""


def identity(index: Index, found: Findings) -> None:
    """Find ids that are defined twice or in two ways, in the files or against the graph."""
    given: dict[str, str] = {}
    for file in index.files:
        id_ = file.dossier
        if id_ and id_ in given:
            what = f"{id_!r} is the dossier {given[id_]} too"
            found.fault(file.place(("dossier",)), what, "give each file an id of its own")
        given.setdefault(id_, file.name)
    for n, id_, one_file, alike, first in index.rows(_TWICE):
        place, other = index.place(n, "id"), index.place(first, "id")
        where = f"{other.file}:{other.line}"
        if one_file:
            found.fault(place, f"{id_!r} is defined in {where} already", "keep one of the two")
        elif not alike:
            what = f"{id_!r} is defined in another way in {where}"
            found.fault(place, what, "make both the same, or give this one an id of its own")
    for n, id_, dossiers in index.rows(_OTHERWISE):
        others = [each for each in json.loads(dossiers) if each not in given]
        if others:
            what = f"{id_!r} is defined in another way in the graph, by {', '.join(others)}"
            right = "check and load both together, or give this one an id of its own"
            found.fault(index.place(n, "id"), what, right)


def called(n: int, record: Record) -> Iterator[Row]:
    """Yield what a record is called, as `names` looks it up."""
    name, aliases = record.raw.get("name"), record.raw.get("aliases")
    if isinstance(name, str):
        yield n, storable(record.id), record.kind, _plain(name), None, storable(repr(name))
    for slot, each in enumerate(cast("list[object]", aliases) if isinstance(aliases, list) else []):
        alias = storable(repr(each))
        yield n, storable(record.id), record.kind, _plain(str(each)), slot, alias


def names(index: Index, found: Findings) -> None:
    """Find two ids for one name (a fault) and names that are another's alias (a warning)."""
    for n, slot, text, first, is_name in index.rows(_SHARED):
        other = index.id(first)
        if slot is None and is_name:
            line = index.place(first, "name").line
            what = f"{text} is the name of {other!r} too ({line})"
            right = "use that id, or tell the two apart by name"
            found.fault(index.place(n, "name"), what, right)
        elif slot is not None:
            what = f"{text} is a name of {other!r} too"
            found.warning(index.place(n, "aliases", slot), what, "make sure that they are two")


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name)
    kept = "".join(each for each in letters if not unicodedata.combining(each))
    return storable(" ".join(kept.casefold().split()))
