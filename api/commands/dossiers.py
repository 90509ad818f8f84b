"""``rejoinder check``, ``load``, ``schema`` and ``derive``: facts coming in."""

import asyncio
import json
import time
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from api.opening import HomeOption, open_store, settings, there
from api.terminal import Steps, exit_code, say
from graph import derived, story
from graph.dossiers import Checked, Examination, json_schema
from graph.errors import BadRequest, DossierError, NotReady, RejoinderError
from graph.loading import Loaded, examine, load_files
from graph.progress import Report
from graph.schema import prepare
from graph.settings import Settings

__all__ = ["check", "derive", "load", "load_files", "schema"]

Files = Annotated[list[Path] | None, typer.Argument(help="Dossiers: YAML or NDJSON files.")]


def check(
    files: Annotated[list[Path], typer.Argument(help="Dossiers: YAML or NDJSON files.")],
    home: HomeOption = None,
) -> None:
    """Print every fault and warning of dossiers. Nothing is written.

    Ids are looked up in the files together, and in the graph if one runs.
    """
    of = settings(home)
    with Steps() as steps, closing(Examination(files, report=steps)) as examination:
        checked, where = asyncio.run(_checked(examination, of))
    _tell(checked)
    say(
        f"{checked.fault_count} faults, {checked.warning_count} warnings; ids were looked up in "
        f"{where}."
    )
    if checked.faults:
        raise typer.Exit(exit_code(DossierError(checked.faults)))


def load(
    files: Files = None,
    shipped: Annotated[
        bool, typer.Option("--story", help="Load the story that ships with Rejoinder.")
    ] = False,
    delete: Annotated[
        bool, typer.Option("--delete", help="Delete what vanished from a dossier; else withdraw.")
    ] = False,
    home: HomeOption = None,
) -> None:
    """Load dossiers, as often as you like: only what changed is written."""
    paths = [*(files or []), *(story.dossiers() if shipped else [])]
    if not paths:
        raise BadRequest("There is nothing to load: name dossiers, or --story.")
    of = settings(home)

    async def work(report: Report) -> Loaded:
        async with open_store(there(of), of) as store:
            await prepare(store)
            return await load_files(store, paths, report, delete=delete)

    began = time.monotonic()
    with Steps() as steps:
        loaded = asyncio.run(work(steps))
    spent = time.monotonic() - began
    written = loaded.new + loaded.changed + loaded.relationships
    typer.echo(
        f"{loaded.new} new, {loaded.changed} changed, {loaded.unchanged} unchanged, "
        f"{loaded.withdrawn} {'deleted' if delete else 'withdrawn'}."
    )
    say(
        f"{written} rows written in {spent:.1f} s, {written / spent:.0f} a second "
        f"(records with the relationships that they state)."
    )


def schema() -> None:
    """Print the JSON Schema of a dossier, for editors."""
    typer.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))


def derive(
    check: Annotated[
        bool, typer.Option("--check", help="Only compare what is there with a rebuild.")
    ] = False,
    home: HomeOption = None,
) -> None:
    """Rebuild what is derived from the statements, or prove that it equals a rebuild."""
    of = settings(home)

    async def work() -> list[str]:
        async with open_store(there(of), of) as store:
            if not check:
                await derived.rebuild(store)
            return await derived.differences(store)

    found = asyncio.run(work())
    for line in found:
        typer.echo(line)
    typer.echo(f"{len(found)} differences from a rebuild.")
    if found:
        raise typer.Exit(exit_code(RejoinderError()))


async def _checked(examination: Examination, of: Settings) -> tuple[Checked, str]:
    """Return what a check finds, and where ids were looked up."""
    try:
        connection = there(of)
    except NotReady:
        return await examine(None, examination), "the files alone: no graph runs"
    async with open_store(connection, of) as store:
        return await examine(store, examination), "the files and the graph"


def _tell(checked: Checked) -> None:
    for some, count in (
        (checked.faults, checked.fault_count),
        (checked.warnings, checked.warning_count),
    ):
        for finding in some:
            typer.echo(str(finding))
        if count > len(some):
            typer.echo(f"... and {count - len(some)} {some[0].severity}s more.")
