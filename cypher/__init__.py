"""Cypher files, read as data.

Every file in this folder is one statement that an analyst can run as it stands, in Neo4j
Browser or with any client that knows ``:param``. Its comment header says what it takes and
what it gives back::

    // name:    <folder>.<file>
    // mode:    read | write | schema
    // asks:    <one plain question>                   (files in questions/ only)
    // param:   <name>  <TYPE>  <meaning>              (one line each; NOT NULL: must be given)
    // values:  <name>  ids of <kind>s, or <word> | <word> ...   (where only those are allowed)
    // returns: <name>  <TYPE>  <meaning>              (one line each)
    //
    // What it answers and what it does not, in prose.
    :param <name> => <example value>;

Where one record costs the driver more than the server, all rows may come in one, as maps::

    // returns: rows  LIST<MAP>  one map for each row
    // row:     <name>  <TYPE>  <meaning>              (one line for each key of the maps)
    CALL () {
      ...
      RETURN {<name>: ...} AS row
      ORDER BY ...
    }
    RETURN collect(row) AS rows;

`load` reads one file and refuses it unless header, examples and body agree; `names` lists
a folder; `parse` takes any text. Nothing here talks to a database.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast

__all__ = ["Field", "Mode", "Param", "Statement", "StatementError", "load", "names", "parse"]

Mode = Literal["read", "write", "schema"]

_HEADER = re.compile(r"// (name|mode|asks|param|values|returns|row): +(.*)")
_FIELD = re.compile(r"(\w+)\s+([A-Z][\w<> |]*?)\s{2,}(\S.*)")
_VALUES = re.compile(r"(\w+)\s{2,}(?:ids of (\w+)s|(\w+(?: \| \w+)+))")
_EXAMPLE = re.compile(r":param +(\w+) +=> +(.+);")
_LITERAL = re.compile(r"(?:date\()?'(.*?)'\)?")
_COLLECTS = re.compile(r"ORDER BY .+\n(?:  LIMIT .+\n)?}\nRETURN collect\([^;]+\) AS rows;?")
_COMMENT_OR_STRING = re.compile(r"//.*|'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"")


class StatementError(ValueError):
    """A .cypher file contradicts itself. Each line of the message is a fault and its place."""


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter or a column: its name, Cypher type and meaning."""

    name: str
    type: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Param(Field):
    """A parameter, and what may be given for it."""

    example: str | None
    """Value of the ``:param`` line: text and days without quotes; None for null."""
    ids: str | None
    """Kind of thing whose id it is: ``claim``; None when it is no id."""
    words: tuple[str, ...]
    """The only words allowed; empty when others are too."""

    @property
    def required(self) -> bool:
        """Whether null has no meaning here."""
        return self.type.endswith(" NOT NULL")


@dataclass(frozen=True, slots=True)
class Statement:
    """One .cypher file, parsed."""

    name: str
    """Folder and file, dotted: ``questions.who_denied``."""
    mode: Mode
    asks: str
    """The question in one sentence; empty for files that are not questions."""
    doc: str
    params: tuple[Param, ...]
    returns: tuple[Field, ...]
    """What each row has."""
    bundled: bool
    """Whether all rows come in one record, as maps in its only column, ``rows``."""
    text: str
    """The statement as sent to the server: no header, no ``:param`` lines."""
    source: str
    """The whole file."""
    line: int
    """Line of the file, from 1, in which `text` begins."""


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
    """Parse the text of one file, checking that its parts agree.

    Raises `StatementError` with every fault, each with its line.
    """
    reading = _Reading(source)
    statement = reading.statement()
    reading.check(statement, name)
    if reading.faults:
        lines = sorted(set(reading.faults))
        raise StatementError("\n".join(f"{name}, line {line}: {why}" for line, why in lines))
    return statement


class _Reading:
    """One file, taken apart, and the faults found in it by line."""

    def __init__(self, source: str) -> None:
        self.faults: list[tuple[int, str]] = []
        self._source = source
        self._lines = source.splitlines()
        end = next((i for i, x in enumerate(self._lines) if not x.startswith("//")), 0)
        self._header = [
            (number, match[1], match[2].strip())
            for number, line in enumerate(self._lines[:end], 1)
            if (match := _HEADER.fullmatch(line))
        ]
        last = max((number for number, _, _ in self._header), default=0)
        self._doc = "\n".join(line[2:].strip() for line in self._lines[last:end]).strip()
        self._examples = {
            match[1]: (number, match[2])
            for number, line in enumerate(self._lines, 1)
            if (match := _EXAMPLE.fullmatch(line))
        }
        self._body = [
            "" if line.startswith("//") or _EXAMPLE.fullmatch(line) else line
            for line in self._lines
        ]
        self._first = next((i for i, line in enumerate(self._body) if line.strip()), 0)

    def statement(self) -> Statement:
        """Return what the file says, as far as it can be read."""
        return Statement(
            name=self._one("name"),
            mode=cast("Mode", self._one("mode")),
            asks=self._one("asks"),
            doc=self._doc,
            params=tuple(self._param(field) for field in self._fields("param")),
            returns=tuple(self._fields("row") or self._fields("returns")),
            bundled=any(kind == "row" for _, kind, _ in self._header),
            text="\n".join(self._lines[self._first :]).rstrip().removesuffix(";"),
            source=self._source,
            line=self._first + 1,
        )

    def check(self, found: Statement, name: str) -> None:
        """Note where the parts disagree."""
        last = len(self._lines)
        question = name.startswith("questions.")
        self._require(found.name == name, self._line("name"), f"the header calls it {found.name!r}")
        self._require(found.mode in ("read", "write", "schema"), self._line("mode"), "no such mode")
        self._require(bool(found.doc), self._line("name"), "no prose says what it answers")
        self._require(self._source.rstrip().endswith(";"), last, "does not end in a semicolon")
        self._require(bool(found.asks) == question, self._line("asks"), "asks belongs to questions")
        declared, used = {param.name for param in found.params}, self._used()
        for param in declared - set(used):
            self._require(False, self._line("param", param), f"declares {param}, does not use it")
        for param in set(used) - declared:
            self._require(False, used[param], f"uses ${param}, does not declare it")
        for param in declared - set(self._examples):
            self._require(False, self._line("param", param), f"shows no example: :param {param}")
        for param in set(self._examples) - declared:
            self._require(False, self._examples[param][0], f"shows {param}, does not declare it")
        for param in found.params:
            no_null = not param.required or param.example is not None
            line = self._line("param", param.name)
            self._require(no_null, line, f"{param.name} is NOT NULL, and its example is null")
        body = [line for line in self._body if line]
        if found.bundled:
            columns = [(each.name, each.type) for each in self._fields("returns")]
            wrong = "where there are row: lines, returns: is rows LIST<MAP> alone"
            self._require(columns == [("rows", "LIST<MAP>")], self._line("returns"), wrong)
            collects = bool(_COLLECTS.search("\n".join(body)))
            wrong = "does not end in ORDER BY, closing brace, RETURN collect(...) AS rows"
            self._require(collects, last, wrong)
        else:
            ordered = found.mode != "read" or any("ORDER BY" in line for line in body[-2:])
            self._require(ordered, last, "does not end in ORDER BY")

    def _fields(self, key: str) -> list[Field]:
        found: list[Field] = []
        for number, kind, text in self._header:
            if kind == key:
                match = _FIELD.fullmatch(text)
                self._require(bool(match), number, f"{text!r} is not <name> <TYPE>  <meaning>")
                found += [Field(match[1], match[2], match[3])] if match else []
        return found

    def _param(self, field: Field) -> Param:
        ids, words = None, ()
        for number, kind, text in self._header:
            if kind == "values":
                match = _VALUES.fullmatch(text)
                shape = f"{text!r} is not <name>  ids of <kind>s, nor <name>  <word> | <word>"
                self._require(bool(match), number, shape)
                if match and match[1] == field.name:
                    ids, words = match[2], tuple((match[3] or "").split(" | "))
        literal = self._examples.get(field.name, (0, "null"))[1]
        text = _LITERAL.fullmatch(literal)
        example = None if literal == "null" else text[1] if text else literal
        allowed = tuple(word for word in words if word)
        return Param(field.name, field.type, field.meaning, example, ids, allowed)

    def _used(self) -> dict[str, int]:
        """Return the parameters that the body uses, with the line of the first use."""
        found: dict[str, int] = {}
        for number, line in enumerate(self._body, 1):
            for param in re.findall(r"\$(\w+)", _COMMENT_OR_STRING.sub("", line)):
                found.setdefault(param, number)
        return found

    def _one(self, key: str) -> str:
        return next((text for _, kind, text in self._header if kind == key), "")

    def _line(self, key: str, name: str = "") -> int:
        lines = (n for n, kind, text in self._header if kind == key and text.startswith(name))
        return next(lines, 1)

    def _require(self, truth: bool, line: int, why: str) -> None:
        if not truth:
            self.faults.append((line, why))
