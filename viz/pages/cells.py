"""Values of an answer as cells of a table: words, days, links, and what holds several of them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal, cast
from urllib.parse import quote

from cypher import Field
from graph.answers import Mention
from graph.values import Node, Path, Relationship, Typed
from graph.vocabulary import ACTS, Act, Belief
from viz.days import in_words
from viz.pages.words import PLACES
from viz.sectors import BELIEFS

__all__ = ["Cell", "Column", "cells", "columns", "ids_in"]

Shape = Literal["text", "number", "none", "quote", "away", "list", "map", "path"]
Ids = Mapping[str, Mention]

_ID = re.compile(r"[a-z0-9][a-z0-9._-]*")
_EMPTY = re.compile(r"null(?:: (not known)|,? (when|for|without|where) ([^;]+))")
_HUMP = re.compile("[A-Z]")
_DAYS = ("said", "published", "withdrawn", "made")
"""Keys of maps that hold a day; columns say so in their header."""
_NO_PAGE = ("Dossier", "Assessment")
_ACTS = {each.value for each in Act}
_BELIEFS = {each.value for each in Belief}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, and what it holds."""

    name: str
    meaning: str

    @property
    def title(self) -> str:
        """Return its name in words where it is a question's; what Cypher names stays as it is."""
        return (
            _HUMP.sub(lambda found: f" {found[0].lower()}", self.name)
            if self.meaning
            else self.name
        )


@dataclass(frozen=True, slots=True)
class Cell:
    """A value as it is read."""

    text: str
    shape: Shape = "text"
    title: str | None = None
    """What the text stands for: a meaning, the word in the data, a name."""
    href: str | None = None
    """Path of its page, or its address elsewhere."""
    label: str | None = None
    """What it is in a map or a path: a key, a type."""
    items: tuple["Cell", ...] = ()
    """What a list, a map or a path holds."""


def columns(fields: Sequence[Field]) -> list[Column]:
    """Return the columns of a question that are read.

    Those that only sort are left out, and the bounds of a day that stands beside them as it is
    known: CSV and JSON have them.
    """
    named = {each.name for each in fields}
    bounds = {"saidEarliest", "saidLatest"} if "said" in named else set[str]()
    return [
        Column(each.name, each.meaning)
        for each in fields
        if not each.meaning.startswith("sort key") and each.name not in bounds
    ]


def ids_in(fields: Sequence[Field], rows: Iterable[Mapping[str, object]]) -> set[str]:
    """Return what may be an id in `rows`: single words, and the ``id`` of maps."""
    told = [each.name for each in fields if "language" not in each.meaning]
    return {each for row in rows for name in told for each in _words(row[name])}


def _words(value: object) -> Iterator[str]:
    match value:
        case str():
            if _ID.fullmatch(value):
                yield value
        case list():
            for each in cast("list[object]", value):
                yield from _words(each)
        case dict():
            yield from _words(cast("dict[str, object]", value).get("id"))
        case _:
            return


def cells(column: Column, value: object, ids: Ids) -> Cell:
    """Return one value of `column` as it is read; `ids` are those that have a page."""
    if value is None:
        return _empty(column.meaning)
    return _cell(column, value, ids)


def _empty(meaning: str) -> Cell:
    """Return an empty cell: unknown only where the header says that null is."""
    found = _EMPTY.search(meaning)
    why = found and (found[1] or f"{found[2]} {found[3]}")
    unknown = found and "not known" in found[0] and " or " not in found[0]
    return Cell("not known" if unknown else "—", "none", None if unknown else why)


def _cell(column: Column, value: object, ids: Ids) -> Cell:
    match value:
        case None:
            return Cell("null", "none")
        case str():
            return _text(column, value, ids)
        case bool():
            return Cell("yes" if value else "no")
        case int() | float():
            return Cell(f"{value:,}" if isinstance(value, int) else f"{value:g}", "number")
        case datetime():
            day = in_words(value.date().isoformat())
            return Cell(f"{day}, {value:%H:%M} UTC", title=value.isoformat())
        case date():
            return Cell(in_words(value.isoformat()), title=value.isoformat())
        case Node():
            return _node(value)
        case Relationship():
            return _path((value.start, value.end), (value,))
        case Path():
            return _path(value.nodes, value.relationships)
        case list():
            items = [_cell(column, each, ids) for each in cast("list[object]", value)]
            return Cell("", "list", items=tuple(items)) if items else Cell("none", "none")
        case dict():
            return _map(column, cast("dict[str, object]", value), ids)
        case Typed():
            return Cell(value.text, title=value.type)
        case _:
            return Cell(str(value))


def _text(column: Column, value: str, ids: Ids) -> Cell:
    name = column.name.lower()
    if value in ids and "language" not in column.meaning:
        known = ids[value]
        title = known.name if known.name != value else None
        return Cell(value, title=title, href=_place(known.type, value))
    if value in _ACTS and name.endswith(("act", "acts", "characterisedas")):
        return Cell(ACTS[Act(value)].phrase, title=f"{value}: {ACTS[Act(value)].meaning}")
    if value in _BELIEFS and name.endswith("belief"):
        return Cell(BELIEFS[Belief(value)], title=value)
    if "EDTF" in column.meaning:
        return Cell(in_words(value), title=value)
    if name == "url" and value.startswith(("https://", "http://")):
        return Cell(value, "away", href=value)
    return Cell(value, "quote" if name == "quote" else "text")


def _map(column: Column, value: dict[str, object], ids: Ids) -> Cell:
    """Return a map: what it is of first, then whatever else is in it."""
    held = dict(value)
    head: Cell | None = None
    if isinstance(held.get("id"), str):
        id_ = str(held.pop("id"))
        named = str(held.pop("name", None) or id_)
        type_ = held.pop("type", None) or (ids[id_].type if id_ in ids else None)
        href = _place(str(type_), id_) if type_ else None
        title = id_ if named != id_ else ids[id_].name if id_ in ids else None
        head = Cell(named, title=title, href=href)
    items = [
        replace(_cell(_keyed(key), each, ids), label=replace(column, name=key).title)
        for key, each in held.items()
        if each is not None
    ]
    return Cell("", "map", items=tuple([head, *items] if head else items))


def _keyed(key: str) -> Column:
    return Column(key, "EDTF" if key in _DAYS else "")


def _node(node: Node) -> Cell:
    known = [label for label in node.labels if label not in ("Entity", "Actor")]
    names = (node.properties.get(key) for key in ("name", "text", "description", "title"))
    text = next((str(each) for each in names if each), node.id)
    has_page = "Entity" in node.labels
    label = known[0] if known else None
    return Cell(text, title=node.id, href=_place(label or "", node.id) if has_page else None)


def _path(nodes: Sequence[Node], edges: Sequence[Relationship]) -> Cell:
    items = [_node(nodes[0])]
    for edge, node in zip(edges, nodes[1:], strict=True):
        forward = edge.end.element == node.element
        way = f"{edge.type} →" if forward else f"← {edge.type}"
        items.append(replace(_node(node), label=way))
    return Cell("", "path", items=tuple(items))


def _place(label: str, id_: str) -> str | None:
    """Return the path of the page of a thing; None when there is none of its kind."""
    return None if label in _NO_PAGE else PLACES.get(label, "/actors/") + quote(id_, safe="")
