"""The catalogue: every question of the graph, described and asked by its name.

A question is one ``.cypher`` file with its header: nothing else has to be written for it to
be listed, described, asked and drawn. Files of a folder of the user's own stand beside those
that ship, after the same checks.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic.alias_generators import to_snake

from cypher import Param, Statement, StatementError, load, names, parse
from graph.errors import BadRequest, CypherError, NotFound
from graph.finding import KINDS, require
from graph.guest.plan import Plan
from graph.store import Row, Store

__all__ = [
    "DRAWN",
    "MOST",
    "Answer",
    "Catalogue",
    "catalogue",
    "check_own",
    "drawn",
    "shipped",
    "short",
]

MOST = 10_000
"""Rows of one answer. More are left out, and it says so."""

_TYPES: Mapping[str, Any] = {
    "STRING": str,
    "INTEGER": int,
    "FLOAT": float,
    "BOOLEAN": bool,
    "DATE": date,
    "DATETIME": datetime,
    "LIST<STRING>": list[str],
}
Explain = Callable[[str], Awaitable[Plan]]
DRAWN = frozenset(
    {"NODE", "RELATIONSHIP", "PATH", "LIST<NODE>", "LIST<RELATIONSHIP>", "LIST<PATH>"}
)
"""Types of columns that are a graph."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question answers."""

    question: Statement
    params: Mapping[str, Any]
    """What was asked with: every parameter, None for null."""
    rows: list[Row]
    truncated: bool
    """Whether rows beyond the most that one answer has were left out."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Questions by name, in the order of their names."""

    questions: Mapping[str, Statement]
    own: frozenset[str] = frozenset()
    """Names of those that do not ship."""

    def named(self, name: str) -> Statement:
        """Return the question called `name`; hyphens are underscores. Raises `NotFound`."""
        found = self.questions.get(name.replace("-", "_"))
        if found is None:
            raise NotFound("question", name, tuple(get_close_matches(name, self.questions, n=3)))
        return found

    async def ask(
        self, store: Store, name: str, values: Mapping[str, str], *, most: int = MOST
    ) -> Answer:
        """Ask the question called `name`.

        `values` are the parameters as text, by name (``as_of`` is ``asOf``); one left out or
        empty is null. Raises `NotFound` for a question or an id that is not there, with near
        ones, and `BadRequest` with every value that cannot be meant.
        """
        question = self.named(name)
        params = _read(question, values)
        for param in question.params:
            if param.ids:
                await require(store, param.ids, params[param.name])
        found = await store.run(question, params, most=most + 1)
        return Answer(question, params, found[:most], len(found) > most)


async def check_own(known: Catalogue, explain: Explain) -> None:
    """Have the server read the questions that do not ship.

    Raises `BadRequest` with every one that it does not understand, that writes, or whose columns
    are not those of its header.
    """
    faults: list[str] = []
    for question in (known.questions[name] for name in sorted(known.own)):
        columns = tuple(column.name for column in question.returns)
        declared = ("rows",) if question.bundled else columns
        try:
            plan = await explain(question.text)
        except CypherError as error:
            line = question.line + (error.line or 1) - 1
            faults.append(f"{question.name}, line {line}: {str(error).splitlines()[0]}")
            continue
        if plan.type != "r":
            faults.append(f"{question.name}, line {question.line}: it does not only read")
        if plan.columns != declared:
            told = f"returns {', '.join(plan.columns)}; its header says {', '.join(declared)}"
            faults.append(f"{question.name}, line {question.line}: {told}")
    if faults:
        raise _faulty(faults)


def drawn(question: Statement) -> bool:
    """Return whether the rows of `question` are a graph: a column of paths, nodes or edges."""
    return any(column.type in DRAWN for column in question.returns)


def catalogue(folder: Path | None = None) -> Catalogue:
    """Return the questions that ship, and those of `folder` beside them.

    Raises `BadRequest` with every fault of every file of `folder`, each with its line.
    """
    found = {short(each): each for each in map(load, names("questions"))}
    faults: list[str] = []
    for path in sorted(folder.glob("*.cypher")) if folder else []:
        try:
            found[path.stem] = _own(path, found)
        except StatementError as error:
            faults += [f"{path.parent}: {line}" for line in str(error).splitlines()]
    if folder and not folder.is_dir():
        faults.append(f"{folder} is no folder: REJOINDER_QUESTIONS names a folder of .cypher files")
    if faults:
        raise _faulty(faults)
    own = frozenset(found) - {short(load(name)) for name in names("questions")}
    return Catalogue(dict(sorted(found.items())), own)


def _read(question: Statement, values: Mapping[str, str]) -> dict[str, Any]:
    """Return `values` as the parameters of `question`. Raises `BadRequest` with all that is off."""
    snake = {to_snake(param.name): param.name for param in question.params}
    given = {snake.get(name, name): text for name, text in values.items()}
    takes = ", ".join(snake.values()) or "none"
    faults = {
        name: f"is no parameter of it (it takes {takes})"
        for name in given
        if name not in snake.values()
    }
    told = [f"{name} {why}" for name, why in faults.items()]
    found: dict[str, Any] = {}
    for param in question.params:
        try:
            found[param.name] = _value(param, given.get(param.name) or None)
        except ValueError as error:
            faults[param.name] = str(error)
            told.append(f"{param.name}: {error}")
    if faults:
        raise BadRequest(f"{short(question)} cannot be asked so: {'; '.join(told)}.", faults)
    return found


def _value(param: Param, text: str | None) -> Any:
    if text is None:
        if param.required:
            example = f", such as {param.example}" if param.example else ""
            raise ValueError(f"must be given: {param.meaning}{example}")
        return None
    if param.words and text not in param.words:
        raise ValueError(f"{text!r} is none of {', '.join(param.words)}")
    type_ = param.type.removesuffix(" NOT NULL")
    value = text.split(",") if type_.startswith("LIST") else text
    try:
        return TypeAdapter(_TYPES[type_]).validate_python(value)
    except ValidationError as error:
        said = error.errors()[0]["msg"]
        raise ValueError(f"{text!r} is no {type_} ({said}); {param.meaning}") from None


def _faulty(faults: Sequence[str]) -> BadRequest:
    number = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
    lines = "\n".join(faults)
    return BadRequest(f"{number} in questions of your own; none is served.\n{lines}")


def _own(path: Path, taken: Mapping[str, Statement]) -> Statement:
    name = f"questions.{path.stem}"
    found = parse(name, path.read_text("utf-8"))
    faults = (
        ["name: a question that ships is called so: rename file and header"]
        if path.stem in taken
        else []
    )
    faults += ["mode: a question reads"] if found.mode != "read" else []
    for param in found.params:
        faults += [f"param: {param.name}: {why}" for why in _unfit(param)]
    if faults:
        lines = [f"{name}, line {_line(found.source, each)}: {each}" for each in faults]
        raise StatementError("\n".join(lines))
    return found


def _unfit(param: Param) -> list[str]:
    """Return why `param` cannot be asked for in an address."""
    found: list[str] = []
    if param.type.removesuffix(" NOT NULL") not in _TYPES:
        found.append(f"{param.type} cannot be written in an address; {', '.join(_TYPES)} can")
    if param.ids and param.ids not in KINDS:
        found.append(f"there are no ids of {param.ids}s; there are of {', '.join(KINDS)}")
    if param.name in ("at", "format", "hide", "limit"):
        found.append("the address uses this name for something else: rename it")
    return found


def _line(source: str, fault: str) -> int:
    """Return the line of the header that `fault` is about."""
    key, name = fault.split(": ")[:2]
    begins = (f"// {key}:", name if key == "param" else "")
    lines = enumerate(source.splitlines(), 1)
    return next((n for n, line in lines if line.startswith(begins[0]) and begins[1] in line), 1)


def shipped() -> frozenset[str]:
    """Return the texts of the questions that ship, as they are sent to the server."""
    return frozenset(load(name).text for name in names("questions"))


def short(question: Statement) -> str:
    """Return the name of `question` as it stands in addresses and commands."""
    return question.name.removeprefix("questions.")
