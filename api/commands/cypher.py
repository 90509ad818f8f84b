"""``rejoinder cypher``: statements of the owner of the graph."""

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from api.commands.schema import schema_csv, schema_json, schema_tables
from api.given import value
from api.opening import HomeOption, asked, open_owner, open_store, settings, there
from api.replies import Form, run
from api.terminal import output, say
from cypher import StatementError
from cypher.scripts import Script, read
from graph import described
from graph.answers import DescribedSchema
from graph.errors import BadRequest
from graph.owner import settled
from graph.terms import terms

__all__ = ["HOW", "cypher", "given", "script_of", "source_of"]

_BY_HAND = (
    "Changed by hand: the next load of a dossier overwrites what stands in it, and rejoinder "
    "derive rebuilds what is derived."
)
HOW = "must be given, with --param {name}=..."
"""How a parameter that is missing is given."""


def cypher(
    statement: Annotated[
        str | None,
        typer.Argument(help="Cypher, - for standard input; none opens a prompt."),
    ] = None,
    file: Annotated[
        Path | None,
        typer.Option("--file", "-f", help="Run this .cypher file.", show_default=False),
    ] = None,
    param: Annotated[
        list[str] | None,
        typer.Option(help="NAME=VALUE: JSON, date('2024-02-23') or text. Wins over the file's."),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="JSON, as the service answers it, a line a statement.")
    ] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="CSV, of one statement.")] = False,
    limit: Annotated[int, typer.Option(min=1, help="Show at most this many rows.")] = 1000,
    timeout: Annotated[
        float | None,
        typer.Option(
            min=0.1,
            help="Seconds that a statement may take; REJOINDER_QUERY_TIMEOUT_S unless said.",
            show_default=False,
        ),
    ] = None,
    write: Annotated[
        bool, typer.Option("--write", help="Let statements write, and commit them.")
    ] = False,
    schema: Annotated[
        bool, typer.Option("--schema", help="Print what the graph is made of, and end.")
    ] = False,
    home: HomeOption = None,
) -> None:
    """Run statements in Cypher, or type them at a prompt. They only read unless --write is given.

    Several statements are parted by semicolons; each runs in a transaction of its own.
    """
    if as_json and as_csv:
        raise BadRequest("--json and --csv exclude each other: name one.")
    form: Form = "json" if as_json else "csv" if as_csv else "table"
    if schema:
        _print_schema(asyncio.run(asked(home, described.schema)), form)
        return
    source = source_of(statement, file)
    params = given(param or [])
    steps = settled(script_of(source, file), params, HOW) if source is not None else None
    if steps and form == "csv" and len(steps) > 1:
        raise BadRequest(
            f"--csv writes one table, and these are {len(steps)} statements: use --json, or run "
            "them one by one."
        )

    async def work() -> None:
        of = settings(home)
        timeout_s = timeout or of.query_timeout_s
        connection = there(of)
        async with (
            open_store(connection, of) as store,
            open_owner(connection, store, timeout_s=timeout_s, most=limit, write=write) as owner,
        ):
            if write:
                say(_BY_HAND)
            if steps is not None:
                await run(owner, steps, form)
            else:
                from api.prompt import Prompt, history_file

                await Prompt(owner, await terms(store), form, params).talk(history_file())

    asyncio.run(work())


def _print_schema(found: DescribedSchema, form: Form) -> None:
    match form:
        case "json":
            typer.echo(schema_json(found))
        case "csv":
            typer.echo(schema_csv(found), nl=False)
        case "table":
            output().print(schema_tables(found))


def source_of(statement: str | None, file: Path | None) -> str | None:
    """Return the text to run; None when it is to be typed at a prompt.

    Raises `BadRequest` when it cannot be read.
    """
    if statement is not None and file is not None:
        raise BadRequest("A statement and -f exclude each other: name one.")
    if statement is not None and statement != "-":
        return statement
    try:
        if file is not None and str(file) != "-":
            return file.read_text("utf-8-sig")
        piped = "-" in (statement, str(file)) or not sys.stdin.isatty()
        return sys.stdin.buffer.read().decode("utf-8-sig") if piped else None
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is no UTF-8"
        raise BadRequest(f"{file or 'Standard input'} cannot be read: {why}.") from error


def script_of(source: str, file: Path | None) -> Script:
    """Return the statements in a text. Raises `BadRequest` when there are none, or with a fault."""
    try:
        found = read(source)
    except StatementError as error:
        raise BadRequest(f"{file or 'The text'} cannot be run.\n{error}") from error
    if not found.steps:
        raise BadRequest(f"{file or 'The text'} holds no statement.")
    return found


def given(texts: Sequence[str]) -> dict[str, Any]:
    """Return parameters written as NAME=VALUE. Raises `BadRequest`."""
    found: dict[str, Any] = {}
    for text in texts:
        name, equals, rest = text.partition("=")
        if not equals or not name:
            raise BadRequest(f"--param {text!r} names no parameter: write NAME=VALUE.")
        if name in found:
            raise BadRequest(f"--param {name} is given more than once; once is meant.")
        found[name] = value(rest)
    return found
