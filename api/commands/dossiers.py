"""``rejoinder check``, ``load``, ``schema`` and ``derive``: facts coming in."""

import asyncio
import json
from pathlib import Path
from typing import Annotated

import typer

from api.opening import HomeOption, open_store, settings, there
from api.terminal import Steps, exit_code, say
from graph import derived, story
from graph.answers import Known
from graph.dossiers import Checked, json_schema, read
from graph.dossiers import check as check_dossiers
from graph.errors import BadRequest, DossierError, NotReady, RejoinderError
from graph.loading import Loaded, known, load_dossiers
from graph.progress import Report
from graph.schema import prepare
from graph.settings import Settings
from graph.store import Store

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
    graph = asyncio.run(_known(of))
    checked = check_dossiers(files, graph or {})
    _tell(checked)
    where = "the files and the graph" if graph is not None else "the files alone: no graph runs"
    say(
        f"{len(checked.faults)} faults, {len(checked.warnings)} warnings; ids were looked up in "
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
    """Load dossiers, each whole or not at all, as often as you like."""
    paths = [*(files or []), *(story.dossiers() if shipped else [])]
    if not paths:
        raise BadRequest("There is nothing to load: name dossiers, or --story.")
    of = settings(home)

    async def work(report: Report) -> Loaded:
        async with open_store(there(of), of) as store:
            await prepare(store)
            return await load_files(store, paths, report, delete=delete)

    with Steps() as steps:
        loaded = asyncio.run(work(steps))
    typer.echo(
        f"{loaded.new} new, {loaded.changed} changed, {loaded.unchanged} unchanged, "
        f"{len(loaded.withdrawn)} {'deleted' if delete else 'withdrawn'}."
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


async def load_files(
    store: Store, paths: list[Path], report: Report, *, delete: bool = False
) -> Loaded:
    """Check `paths` against the graph and load them. Raises `DossierError` with every fault."""
    checked = read(paths, await known(store))
    return await load_dossiers(store, checked.dossiers, delete=delete, report=report)


async def _known(of: Settings) -> dict[str, Known] | None:
    """Return what the graph holds, or None when no graph runs here."""
    try:
        connection = there(of)
    except NotReady:
        return None
    async with open_store(connection, of) as store:
        return await known(store)


def _tell(checked: Checked) -> None:
    for finding in (*checked.faults, *checked.warnings):
        typer.echo(str(finding))
