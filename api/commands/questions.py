"""``rejoinder ask``: the catalogue on the command line."""

import asyncio
from pathlib import Path
from typing import Annotated, Any, cast

import typer
from rich.console import Group
from rich.text import Text

from api import by_name, drawing
from api.completion import complete_question, complete_value
from api.envelopes import answered
from api.opening import HomeOption, asked, settings
from api.tables import plain, rows_csv
from api.terminal import NARROW, card, output, say, table
from api.writing import write_file
from cypher import Statement
from graph.errors import BadRequest
from graph.questions import MOST, Answer, catalogue, short

__all__ = ["ask", "given_to"]

_INNER = ("key", "path", "paths")


def ask(
    question: Annotated[
        str | None,
        typer.Argument(help="Its name; none lists them.", autocompletion=complete_question),
    ] = None,
    values: Annotated[
        list[str] | None,
        typer.Argument(
            help="NAME=VALUE each; the first parameter needs no name.",
            autocompletion=complete_value,
        ),
    ] = None,
    describe: Annotated[
        bool, typer.Option("--describe", help="What it answers, takes and gives.")
    ] = False,
    cypher: Annotated[bool, typer.Option("--cypher", help="Its text.")] = False,
    as_json_: Annotated[bool, typer.Option("--json", help="JSON.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="CSV.")] = False,
    file: Annotated[
        Path | None, typer.Option("--map", help="Write its map to this file.", show_default=False)
    ] = None,
    limit: Annotated[int, typer.Option(min=1, max=MOST, help="At most this many rows.")] = 1000,
    home: HomeOption = None,
) -> None:
    """Ask a question of the catalogue, describe it, or list them all."""
    known = catalogue(settings(home).questions)
    if question is None:
        rows = [{"Question": name, "Asks": each.asks} for name, each in known.questions.items()]
        output().print(table("Questions", rows))
        return
    chosen = known.named(question)
    if describe or cypher:
        output().print(_description(chosen)) if describe else typer.echo(chosen.source, nl=False)
        return
    if [as_json_, as_csv, file is not None].count(True) > 1:
        raise BadRequest("--json, --csv and --map exclude each other: name one.")
    given = given_to(chosen, values or [])
    found = asyncio.run(asked(home, lambda store: by_name.ask(store, known, chosen, given, limit)))
    if file:
        typer.echo(write_file(drawing.answer(found).draw().html, file))
    elif as_json_:
        typer.echo(answered(found).model_dump_json(by_alias=True))
    elif as_csv:
        typer.echo(rows_csv([each.name for each in chosen.returns], found.rows), nl=False)
    else:
        _print(found)
    if found.truncated:
        say(f"Only the first {limit} rows are shown: ask for more with --limit.")


def given_to(chosen: Statement, values: list[str]) -> dict[str, str]:
    """Return values typed as NAME=VALUE, the first also without its name. Raises `BadRequest`."""
    found: dict[str, str] = {}
    for position, text in enumerate(values):
        name, equals, value = text.partition("=")
        if not equals and position == 0 and chosen.params:
            name, value = chosen.params[0].name, text
        elif not equals:
            raise BadRequest(f"{text!r} names no parameter: write NAME=VALUE.")
        found[name] = value
    return found


def _description(chosen: Statement) -> Group:
    takes = [
        {
            "Takes": each.name,
            "Type": each.type,
            "Meaning": each.meaning + (f" ({' or '.join(each.words)})" if each.words else ""),
            "Example": each.example or "",
        }
        for each in chosen.params
    ]
    gives = [
        {"Gives": each.name, "Type": each.type, "Meaning": each.meaning} for each in chosen.returns
    ]
    words = " ".join(f"{each.name}={each.example}" for each in chosen.params if each.example)
    about = f"{chosen.asks}\n\n{chosen.doc}\n\nrejoinder ask {short(chosen)} {words}\n"
    return Group(Text(about), *([table("", takes)] if takes else []), table("", gives))


def _print(found: Answer) -> None:
    if not found.rows:
        say("Nothing is recorded that fits. That is not a denial.")
        return
    shown = [each.name for each in found.question.returns if each.name not in _INNER]
    cells = [{name: _cell(row[name]) for name in shown} for row in found.rows]
    if len(shown) <= NARROW:
        output().print(table(found.question.asks, cells))
        return
    output().print(Text(found.question.asks), *(card(row) for row in cells))


def _cell(value: object) -> str:
    """Return a value for a person: of a map its name or id, of a list a line each."""
    match value:
        case dict():
            held = cast("dict[str, Any]", value)
            return str(held.get("name") or held.get("id") or plain(held))
        case list():
            return "\n".join(_cell(each) for each in cast("list[object]", value))
        case _:
            return plain(value)
