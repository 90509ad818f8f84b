"""NDJSON into plain values: a record a line, packed or not, one line in memory at a time."""

import gzip
import json
import zlib
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import IO, Any, NoReturn, cast

from graph.dossiers.findings import Findings, Place

__all__ = ["HEAD", "MOST_BYTES", "SECTIONS_OF", "SUFFIXES", "Line", "is_lines", "read_lines"]

SUFFIXES = (".ndjson", ".ndjson.gz", ".jsonl", ".jsonl.gz")
"""How the names of such files end. What is packed is told by its first bytes, not by its name."""
HEAD = "dossier"
"""Name of the first line."""
SECTIONS_OF = {
    "actor": "actors",
    "weapon": "weapons",
    "claim": "claims",
    "document": "documents",
    "statement": "statements",
    "assessment": "assessments",
}
"""Section of a dossier that a line with each other name belongs to."""
MOST_BYTES = 1_000_000
"""Longest line, unpacked: a file that swells beyond it in one line is not read on."""
_PACKED = b"\x1f\x8b"
_NAMES = ", ".join((HEAD, *SECTIONS_OF))


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file: the name of its section, singular, or that of the head, and its value."""

    number: int
    """From 1."""
    name: str
    value: Any
    read: int
    """Bytes of the file that were read so far, packed as it is."""


def is_lines(path: Path) -> bool:
    """Return whether the name of a file says that it is NDJSON."""
    return path.name.lower().endswith(SUFFIXES)


def read_lines(path: Path, found: Findings) -> Iterator[Line]:
    """Yield the lines of `path` that can be read: the head, then records; `found` says of others.

    Nothing follows a first line that is no head, a line that is too long, or broken packing.
    Empty lines are passed over.
    """
    name, number, headed = str(path), 0, False
    try:
        with _opened(path) as (file, raw):
            while content := file.readline(MOST_BYTES + 1):
                number += 1
                place = Place(name, number, ())
                if len(content) > MOST_BYTES:
                    what = f"is longer than {MOST_BYTES // 1_000_000} MB"
                    found.fault(place, what, "end each record with a line break")
                    return
                if number == 1:
                    content = content.removeprefix(b"\xef\xbb\xbf")
                elif not content.strip():
                    continue
                line = _line(content, number, place, found, raw.tell())
                if not headed and (line is None or line.name != HEAD):
                    if line:
                        right = 'begin with {"dossier": {"dossier": "some-id"}}'
                        found.fault(place, "does not begin with the dossier's own line", right)
                    return
                if line and headed and line.name == HEAD:
                    what = "is the dossier's own line, for the second time"
                    found.fault(place, what, "keep the first, or make two files")
                elif line:
                    headed = True
                    yield line
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        found.fault(
            Place(name, number + 1, ()),
            f"cannot be unpacked from here on: {_first(error)}",
            "pack it with gzip again",
        )
    except OSError as error:
        found.fault(Place(name, 1, ()), f"cannot be read: {error.strerror}", "name a file")
    else:
        if number == 0:
            found.fault(Place(name, 1, ()), "is empty", 'begin with {"dossier": {...}}')


@contextmanager
def _opened(path: Path) -> Generator[tuple[IO[bytes], IO[bytes]]]:
    """Lend a file, unpacked, and as it is."""
    with path.open("rb") as file:
        packed = file.read(2) == _PACKED
        file.seek(0)
        if not packed:
            yield file, file
            return
        with gzip.GzipFile(fileobj=file, mode="rb") as unpacked:
            yield cast("IO[bytes]", unpacked), file


def _line(content: bytes, number: int, place: Place, found: Findings, read: int) -> Line | None:
    """Return what a line says, or None: `found` says what is wrong with it."""
    try:
        text = content.decode()
        value: Any = json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_no_number,
            parse_float=_number,
        )
        if "\\u" in text:  # an escape may be half a character, which nobody can write
            json.dumps(value, ensure_ascii=False).encode()
    except UnicodeDecodeError as error:
        found.fault(place, f"is not UTF-8 (byte {error.start} of the line)", "save it as UTF-8")
    except UnicodeEncodeError:
        found.fault(place, "has half a character (\\ud800 to \\udfff)", "write both halves")
    except _Doubled as error:
        found.fault(place, f"has the field {error.args[0]!r} twice", "keep one")
    except json.JSONDecodeError as error:
        what = f"cannot be read as JSON at column {error.colno}: {error.msg}"
        found.fault(place, what, "write one whole object a line")
    except RecursionError:
        found.fault(place, "is nested too deeply to be read", "no field goes so deep")
    except ValueError as error:
        found.fault(place, f"cannot be read as JSON: {error}", "write numbers of a usual size")
    else:
        named = _named(value, place, found)
        return Line(number, *named, read) if named else None
    return None


def _named(value: Any, place: Place, found: Findings) -> tuple[str, Any] | None:
    if not isinstance(value, dict):
        found.fault(place, "is not an object", 'write {"statement": {...}}, or another section')
        return None
    fields = cast("dict[str, Any]", value)
    names = list(fields)
    if len(names) != 1:
        what = f"has {len(names)} names: {', '.join(names[:5])}" if names else "has no name"
        found.fault(place, what, f"give it one of: {_NAMES}")
        return None
    if names[0] != HEAD and names[0] not in SECTIONS_OF:
        found.fault(place, f"{names[0]!r} is no kind of record", f"one of: {_NAMES}")
        return None
    inner = fields[names[0]]
    if names[0] == HEAD:
        if not isinstance(inner, dict):
            right = 'write {"dossier": {"dossier": "some-id"}}'
            found.fault(place, "says nothing of the dossier", right)
            return None
        sections = [each for each in SECTIONS_OF.values() if each in inner]
        if sections:
            what = f"holds {', '.join(sections)}"
            found.fault(place, what, "put each record on a line of its own")
            return None
    return names[0], cast("Any", inner)


class _Doubled(Exception):
    """An object has a field twice."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise _Doubled(next(each for each in names if names.count(each) > 1))
    return found


def _no_number(text: str) -> NoReturn:
    raise ValueError(f"{text} is no number")


def _number(text: str) -> float:
    number = float(text)
    if not isfinite(number):
        _no_number(text)
    return number


def _first(error: Exception) -> str:
    return str(error).partition("\n")[0][:80]
