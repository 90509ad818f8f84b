"""Cypher files, read as data.

Every file in this folder is one statement that an analyst can run as it stands, in Neo4j
Browser or with any client that knows ``:param``. Its comment header says what it takes and
what it gives back::

    // name:    <folder>.<file>
    // mode:    read | write | schema
    // asks:    <one plain question>                   (files in questions/ only)
    // param:   <name>  <TYPE>  <meaning>              (one line each)
    // returns: <name>  <TYPE>  <meaning>              (one line each)
    //
    // What it answers and what it does not, in prose.
    :param <name> => <example value>;

`load` reads one file and refuses it unless header, examples and body agree; `names` lists
a folder. Nothing here talks to a database.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast

__all__ = ["Field", "Mode", "Statement", "StatementError", "load", "names", "parse"]

Mode = Literal["read", "write", "schema"]

_KEYS = ("name", "mode", "asks", "param", "returns")
_FIELD = re.compile(r"(\w+)\s+([A-Z][\w<> |]*?)\s{2,}(\S.*)")
_EXAMPLE = re.compile(r"^:param +(\w+) +=> +.+;\n", re.MULTILINE)
_COMMENT_OR_STRING = re.compile(r"//.*|'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"")


class StatementError(ValueError):
    """A .cypher file contradicts itself. The message starts with its name."""


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter or a column: its name, Cypher type and meaning."""

    name: str
    type: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One .cypher file, parsed."""

    name: str
    """Folder and file, dotted: ``questions.who_denied``."""
    mode: Mode
    asks: str
    """The question in one sentence; empty for files that are not questions."""
    doc: str
    params: tuple[Field, ...]
    returns: tuple[Field, ...]
    text: str
    """The statement as sent to the server: no header, no ``:param`` lines."""


@cache
def load(name: str) -> Statement:
    """Return the statement called `name`, or raise `StatementError`."""
    path = files(__name__).joinpath(f"{name.replace('.', '/')}.cypher")
    return parse(name, path.read_text("utf-8"))


def names(folder: str) -> list[str]:
    """Return the dotted names of every file in `folder`, sorted."""
    found = files(__name__).joinpath(folder).iterdir()
    stems = (each.name.removesuffix(".cypher") for each in found if each.name.endswith(".cypher"))
    return sorted(f"{folder}.{stem}" for stem in stems)


def parse(name: str, source: str) -> Statement:
    """Parse the text of one file, checking that its parts agree."""
    header, prose = _split_header(source)
    examples = set(_EXAMPLE.findall(source))
    body = _EXAMPLE.sub("", source)
    body = "\n".join(ln for ln in body.splitlines() if not ln.startswith("//")).strip()
    statement = Statement(
        name=header.get("name", [""])[0],
        mode=cast("Mode", header.get("mode", [""])[0]),
        asks=header.get("asks", [""])[0],
        doc=prose,
        params=tuple(_field(name, line) for line in header.get("param", [])),
        returns=tuple(_field(name, line) for line in header.get("returns", [])),
        text=body.removesuffix(";"),
    )
    declared = {param.name for param in statement.params}
    used = set(re.findall(r"\$(\w+)", _COMMENT_OR_STRING.sub("", body)))
    _require(statement.name == name, name, f"the header calls it {statement.name!r}")
    _require(statement.mode in ("read", "write", "schema"), name, "no such mode")
    _require(bool(prose), name, "no prose says what it answers")
    _require(body.endswith(";"), name, "does not end in a semicolon")
    _require(declared == used, name, f"declares {sorted(declared)}, uses {sorted(used)}")
    _require(declared == examples, name, f"declares {sorted(declared)}, shows {sorted(examples)}")
    _require(
        bool(statement.asks) == name.startswith("questions."), name, "asks belongs to questions"
    )
    return statement


def _split_header(source: str) -> tuple[dict[str, list[str]], str]:
    """Return the ``// key: value`` lines by key, and the prose under them."""
    header: dict[str, list[str]] = {}
    prose: list[str] = []
    for line in source.splitlines():
        if not line.startswith("//"):
            break
        text = line.removeprefix("//").strip()
        key, colon, value = text.partition(":")
        if colon and not prose and key in _KEYS:
            header.setdefault(key, []).append(value.strip())
        elif text or prose:
            prose.append(text)
    return header, "\n".join(prose).strip()


def _field(name: str, line: str) -> Field:
    match = _FIELD.fullmatch(line)
    if match is None:
        raise StatementError(f"{name}: {line!r} is not <name> <TYPE>  <meaning>")
    return Field(match[1], match[2], match[3])


def _require(truth: bool, name: str, why: str) -> None:
    if not truth:
        raise StatementError(f"{name}: {why}")
