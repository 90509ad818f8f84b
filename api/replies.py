"""Replies of the server to the owner's Cypher, as a person or a program reads them."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, cast

import typer
from pydantic_core import to_json
from rich.measure import Measurement

from api.envelopes import CAUTION
from api.tables import plain, rows_csv
from api.terminal import NARROW, card, output, say, table
from graph.errors import RejoinderError
from graph.guest.plan import Note
from graph.owner import Owner, Reply
from graph.values import Node, Relationship, typed

__all__ = ["Form", "cell", "run"]

Form = Literal["table", "json", "csv"]
_SINGULAR = {"properties": "property", "indexes": "index"}
_ROOM = 16
"""Characters that a column needs for its text to be read, folded."""


async def run(owner: Owner, steps: Sequence[tuple[str, Mapping[str, Any]]], form: Form) -> None:
    """Run statements one after another and print what each answers, up to the first error."""
    for number, (text, params) in enumerate(steps):
        try:
            reply = await owner.run(text, params)
        except RejoinderError:
            if number:
                kept = " and stay" if owner.write else ""
                say(f"{number} of {len(steps)} statements were carried out before it{kept}.")
            raise
        _show(reply, form, write=owner.write)


def _show(reply: Reply, form: Form, *, write: bool) -> None:
    """Print the rows of `reply`, and on standard error what is to be said of them.

    As JSON it is one line in the form of the service's answer; `changes` stands in it when the
    statement might write.
    """
    if form == "json":
        typer.echo(_json(reply, write=write))
    elif form == "csv":
        rows = [dict(zip(reply.columns, row, strict=True)) for row in reply.rows]
        typer.echo(rows_csv(reply.columns, rows), nl=False)
    elif reply.rows:
        _print(reply.columns, reply.rows)
    elif reply.columns:
        say("No rows. That something is not recorded is not a denial of it.")
    if reply.truncated:
        say(f"Only the first {len(reply.rows)} rows are shown: ask for more with --limit.")
    for note in reply.notes:
        say(_remark(note))
    if write:
        say(_changed(reply.changes))


def _json(reply: Reply, *, write: bool) -> bytes:
    answer = {
        "caution": CAUTION,
        "columns": reply.columns,
        "truncated": "rows" if reply.truncated else None,
        "notes": reply.notes,
        "permalink": None,
        "rows": typed(reply.rows),
    }
    return to_json({**answer, "changes": reply.changes} if write else answer)


def _print(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    cells = [{name: cell(each) for name, each in zip(columns, row, strict=True)} for row in rows]
    console = output()
    found = table("", cells)
    endless = console.options.update(max_width=1_000_000)
    whole = Measurement.get(console, endless, found).maximum <= console.width
    if whole or len(columns) <= min(NARROW, console.width // _ROOM):
        console.print(found)
    else:
        console.print(*(card(row) for row in cells))


def cell(value: object) -> str:
    """Return a value for a person, a list as a line each."""
    if isinstance(value, list):
        return "\n".join(_inline(each) for each in cast("list[object]", value))
    return "" if value is None else _inline(value)


def _inline(value: object) -> str:
    match value:
        case None:
            return "null"
        case Node():
            return f"({':'.join((value.id, *value.labels))})"
        case Relationship():
            return f"-[{value.type}]->"
        case list():
            return f"[{', '.join(_inline(each) for each in cast('list[object]', value))}]"
        case dict():
            held = cast("dict[str, object]", value)
            return f"{{{', '.join(f'{key}: {_inline(each)}' for key, each in held.items())}}}"
        case _:
            return plain(value)


def _remark(note: Note) -> str:
    place = f", line {note.line}, column {note.column}" if note.line else ""
    return f"{note.severity or 'NOTE'} ({note.category or note.code}){place}: {note.description}"


def _changed(changes: Mapping[str, int]) -> str:
    told: list[str] = []
    for name, number in changes.items():
        things, _, done = name.partition("_")
        if number == 1:
            things = _SINGULAR.get(things, things.removesuffix("s"))
        told.append(f"{number} {things} {done}")
    return f"Committed: {', '.join(told) or 'nothing changed'}."
