"""Files into plain values, with the line of every field: YAML here, NDJSON by `lines`."""

# ruamel.yaml has no types of its nodes.
# pyright: reportUnknownMemberType=false, reportUnknownArgumentType=false
# pyright: reportUnknownVariableType=false, reportUnknownParameterType=false
# pyright: reportMissingParameterType=false

from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

from graph.dossiers.findings import Findings, Place
from graph.dossiers.findings import Path as Way
from graph.dossiers.lines import SECTIONS_OF, Line, is_lines, read_lines

__all__ = ["File", "Item", "read_file"]

_MAX_BYTES = 50_000_000
_MAX_DEPTH = 20
_SECTIONS = tuple(SECTIONS_OF.values())
_PLAIN_TAGS = ("tag:yaml.org,2002:map", "tag:yaml.org,2002:seq")


@dataclass(frozen=True, slots=True)
class Item:
    """One record of a file as it stands there, whatever it is."""

    path: Way
    """Its section and its place in it, from 0."""
    line: int
    value: Any
    read: int = 0
    """Bytes of the file that were read so far; 0 for one that was read whole."""


@dataclass(frozen=True, slots=True)
class File:
    """A file that could be read, or begun to be."""

    name: str
    head: dict[str, Any]
    """What the dossier says of itself: everything but its sections."""
    items: Iterator[Item]
    """Its records, once: those of NDJSON are read when they are asked for."""
    lines: dict[Way, int]
    """Line of every field and every item of a list; empty for NDJSON."""

    @property
    def dossier(self) -> str:
        """Id of the dossier, faulty or not; empty when it has none."""
        return str(self.head.get("dossier", ""))

    def place(self, path: Way, line: int = 1) -> Place:
        """Return the place of a field, or of the nearest thing around one that is not there.

        `line` is that of the record, for files in which a record is a line.
        """
        near = path
        while near and near not in self.lines:
            near = near[:-1]
        return Place(self.name, self.lines.get(near, line), path)


def read_file(path: Path, found: Findings) -> File | None:
    """Return the file at `path`, or None when it cannot be read at all: `found` says why."""
    if is_lines(path):
        return _of_lines(path, found)
    name = str(path)
    text = _text(path, found)
    if text is None:
        return None
    yaml: Any = YAML(typ="safe", pure=True)
    try:
        node = yaml.compose(text)
        complaint = _shape(node)
    except RecursionError:
        found.fault(Place(name, 1, ()), "is nested too deeply to be read", "no field goes so deep")
        return None
    except (MarkedYAMLError, YAMLError, OverflowError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        problem = getattr(error, "problem", None) or "it is not YAML"
        column = f" at column {mark.column + 1}" if mark else ""
        what = f"cannot be read as YAML{column}: {problem}"
        found.fault(Place(name, line, ()), what, "look for a missing colon, quote or indent there")
        return None
    if complaint:
        line, what, right = complaint
        found.fault(Place(name, line, ()), what, right)
        return None
    if not isinstance(node, MappingNode):
        what = "is empty" if node is None else "is not a list of fields"
        found.fault(Place(name, 1, ()), what, "begin with: dossier: some-id")
        return None
    lines: dict[Way, int] = {}
    data = _plain(node, (), lines, found, name)
    head = {name: value for name, value in data.items() if name not in _SECTIONS}
    return File(name, head, _items(data, lines, found, name), lines)


def _items(
    data: dict[str, Any], lines: dict[Way, int], found: Findings, name: str
) -> Iterator[Item]:
    for section in _SECTIONS:
        items = data.pop(section, None)
        if items is not None and not isinstance(items, list):
            place = Place(name, lines[(section,)], (section,))
            found.fault(place, "is not a list", "begin each record with a hyphen")
            continue
        for index, value in enumerate(items or ()):
            path = (section, index)
            yield Item(path, lines[path], value)


def _of_lines(path: Path, found: Findings) -> File | None:
    """Return NDJSON as the dossier that it is; every field stands in the line of its record."""
    lines = read_lines(path, found)
    head = next(lines, None)
    return File(str(path), head.value, _items_of_lines(lines), {}) if head else None


def _items_of_lines(lines: Iterator[Line]) -> Iterator[Item]:
    counts = dict.fromkeys(_SECTIONS, 0)
    for line in lines:
        section = SECTIONS_OF[line.name]
        yield Item((section, counts[section]), line.number, line.value, line.read)
        counts[section] += 1


def _text(path: Path, found: Findings) -> str | None:
    place = Place(str(path), 1, ())
    try:
        if path.stat().st_size > _MAX_BYTES:
            found.fault(place, "is larger than 50 MB", "split it by theme")
            return None
        content = path.read_bytes()
    except OSError as error:
        found.fault(place, f"cannot be read: {error.strerror}", "name a YAML file")
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        place = Place(str(path), line, ())
        found.fault(place, f"is not UTF-8 (byte {error.start})", "save it as UTF-8")
        return None


def _shape(root: Any) -> tuple[int, str, str] | None:
    """Return line, complaint and remedy for what no dossier needs and what could swell."""
    seen: set[int] = set()
    waiting = [(root, 1)]
    while waiting:
        node, depth = waiting.pop()
        if node is None or (isinstance(node, ScalarNode) and not node.anchor):
            continue
        line = node.start_mark.line + 1
        if node.anchor or id(node) in seen:
            return line, "has an anchor (&) or an alias (*)", "write the value out: ids refer"
        if depth > _MAX_DEPTH:
            return line, f"is nested deeper than {_MAX_DEPTH} levels", "no field goes so deep"
        seen.add(id(node))
        pairs = node.value if isinstance(node, MappingNode) else [(each,) for each in node.value]
        waiting += [(each, depth + 1) for pair in pairs for each in pair]
    return None


def _plain(node: Any, path: Way, lines: dict[Way, int], found: Findings, name: str) -> Any:
    lines.setdefault(path, node.start_mark.line + 1)
    if not isinstance(node, ScalarNode) and not str(node.tag).startswith(_PLAIN_TAGS):
        place = Place(name, node.start_mark.line + 1, path)
        found.fault(place, f"has the tag {str(node.tag)!r}", "leave tags out")
    match node:
        case MappingNode():
            values: dict[str, Any] = {}
            for key, value in node.value:
                field = str(key.value)
                here = (*path, field)
                line = key.start_mark.line + 1
                if field in values:
                    what = f"is there twice, first in line {lines[here]}"
                    found.fault(Place(name, line, here), what, "keep one")
                    continue
                lines[here] = line
                values[field] = _plain(value, here, lines, found, name)
            return values
        case SequenceNode():
            return [
                _plain(each, (*path, index), lines, found, name)
                for index, each in enumerate(node.value)
            ]
        case _:
            return _scalar(node, path, found, name)


def _scalar(node: ScalarNode, path: Way, found: Findings, name: str) -> Any:
    text = str(node.value)
    match str(node.tag).rpartition(":")[2]:
        case "null":
            return None
        case "bool":
            return text.lower() in ("true", "yes", "on")
        case "int" if text.lstrip("+-").isdecimal() and len(text) < 16:
            return int(text)
        case "float" | "int":
            try:
                number = float(text.replace("_", ""))
            except ValueError:
                return text
            return number if isfinite(number) else text
        case "str" | "timestamp":
            return text
        case tag:
            place = Place(name, node.start_mark.line + 1, path)
            found.fault(place, f"has the tag {tag!r}", "leave tags out")
            return text
