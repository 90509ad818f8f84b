"""One id, one thing; one thing, one id."""

import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from graph.answers import Known
from graph.dossiers.findings import Findings
from graph.dossiers.fingerprints import fingerprint
from graph.dossiers.reading import File
from graph.dossiers.records import Record, Records

__all__ = ["identity", "names"]


def identity(
    records: Records, files: Sequence[File], graph: Mapping[str, Known], found: Findings
) -> None:
    """Find ids that are defined twice or in two ways, in the files or against the graph."""
    dossiers: dict[str, File] = {}
    for file in files:
        id_ = str(file.data.get("dossier", ""))
        if id_ and id_ in dossiers:
            what = f"{id_!r} is the dossier {dossiers[id_].name} too"
            found.fault(file.place(("dossier",)), what, "give each file an id of its own")
        dossiers.setdefault(id_, file)
    for record in records.all:
        if not record.id:
            continue
        first = records.by_id[record.id]
        if first is not record:
            _against(record, first, found)
        elif record.id in graph:
            _against_graph(record, graph[record.id], set(dossiers), found)


def _against(record: Record, first: Record, found: Findings) -> None:
    where = f"{first.file.name}:{first.place('id').line}"
    place = record.place("id")
    if record.file is first.file:
        found.fault(place, f"{record.id!r} is defined in {where} already", "keep one of the two")
    elif _definition(record) != _definition(first):
        what = f"{record.id!r} is defined in another way in {where}"
        found.fault(place, what, "make both the same, or give this one an id of its own")


def _definition(record: Record) -> object:
    """Return what two records are compared by: however written, the same is the same."""
    return fingerprint(record.entity) if record.entity else (record.kind, record.raw)


def _against_graph(record: Record, known: Known, given: set[str], found: Findings) -> None:
    others = [each for each in known.dossiers if each not in given]
    changed = record.entity is not None and fingerprint(record.entity) != known.fingerprint
    if others and changed:
        what = f"{record.id!r} is defined in another way in the graph, by {', '.join(others)}"
        right = "check and load both together, or give this one an id of its own"
        found.fault(record.place("id"), what, right)


def names(records: Records, found: Findings) -> None:
    """Find two ids for one name (a fault) and names that are another's alias (a warning)."""
    first: dict[tuple[str, str], Record] = {}
    used: dict[tuple[str, str], list[Record]] = defaultdict(list)
    distinct = [each for each in records.all if records.by_id[each.id] is each]
    for record in distinct:
        name = record.raw.get("name")
        if not isinstance(name, str):
            continue
        key = (record.kind, _plain(name))
        if key in first:
            other = first[key]
            what = f"{name!r} is the name of {other.id!r} too ({other.place('name').line})"
            found.fault(record.place("name"), what, "use that id, or tell the two apart by name")
        first.setdefault(key, record)
        used[key].append(record)
    for record in distinct:
        aliases: Any = record.raw.get("aliases")
        for index, alias in enumerate(aliases if isinstance(aliases, list) else []):  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
            key = (record.kind, _plain(str(alias)))  # pyright: ignore[reportUnknownArgumentType]
            others = [other for other in used[key][:1] if other is not record]
            for other in others:
                place = record.place("aliases", index)
                what = f"{alias!r} is a name of {other.id!r} too"
                found.warning(place, what, "make sure that they are two")
            used[key].append(record)


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name)
    kept = "".join(each for each in letters if not unicodedata.combining(each))
    return " ".join(kept.casefold().split())
