"""``rejoinder cypher``: statements of the owner of the graph."""

import asyncio
import json
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from api.opening import HomeOption, open_owner, open_store, settings, there
from api.replies import Form, show
from api.terminal import say
from cypher import StatementError
from cypher.literals import Unreadable, literal
from cypher.scripts import Script, read
from graph.errors import BadRequest, RejoinderError
from graph.owner import Owner

__all__ = ["cypher", "run", "settled"]

_BY_HAND = (
    "Changed by hand: the next load of a dossier overwrites what stands in it, and rejoinder "
    "derive rebuilds what is derived."
)


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
    home: HomeOption = None,
) -> None:
    """Run statements in Cypher, or type them at a prompt. They only read unless --write is given.

    Several statements are parted by semicolons; each runs in a transaction of its own.
    """
    if as_json and as_csv:
        raise BadRequest("--json and --csv exclude each other: name one.")
    form: Form = "json" if as_json else "csv" if as_csv else "table"
    source = _source(statement, file)
    given = _given(param or [])
    steps = settled(_script(source, file), given) if source is not None else None
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

    asyncio.run(work())


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
        show(reply, form, write=owner.write)


def settled(script: Script, given: Mapping[str, Any]) -> list[tuple[str, Mapping[str, Any]]]:
    """Return the statements of `script`, each with the parameters that it uses.

    Those `given` win over those of the script; a day given as text is a day where the header
    says DATE. Raises `BadRequest` with everything that is missing, unknown or no day.
    """
    used = {name for step in script.steps for name in step.used}
    faults = [
        f"{name}: no statement uses it (they use {', '.join(sorted(used)) or 'none'})."
        for name in given
        if name not in used
    ]
    values = dict(given)
    for name in script.days & values.keys():
        if isinstance(values[name], str):
            try:
                values[name] = date.fromisoformat(values[name])
            except ValueError:
                faults.append(f"{name}: {values[name]!r} is no day such as 2024-02-23.")
    found: list[tuple[str, Mapping[str, Any]]] = []
    missing: dict[str, None] = {}
    for step in script.steps:
        known = {**step.params, **values}
        missing |= {name: None for name in step.used if name not in known}
        found.append((step.text, {name: known[name] for name in step.used if name in known}))
    faults += [f"{name}: must be given, with --param {name}=..." for name in missing]
    if faults:
        raise BadRequest("\n".join(faults))
    return found


def _source(statement: str | None, file: Path | None) -> str | None:
    """Return the text to run; None when it is to be typed at a prompt."""
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


def _script(source: str, file: Path | None) -> Script:
    try:
        found = read(source)
    except StatementError as error:
        raise BadRequest(f"{file or 'The text'} cannot be run.\n{error}") from error
    if not found.steps:
        raise BadRequest(f"{file or 'The text'} holds no statement.")
    return found


def _given(texts: Sequence[str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals or not name:
            raise BadRequest(f"--param {text!r} names no parameter: write NAME=VALUE.")
        if name in found:
            raise BadRequest(f"--param {name} is given more than once; once is meant.")
        found[name] = _value(value)
    return found


def _value(text: str) -> Any:
    try:
        if text.startswith("date("):
            return literal(text)
        return json.loads(text)
    except (Unreadable, ValueError):
        return text
