"""``rejoinder neo4j``: the private Neo4j by itself."""

from typing import Annotated

import typer

from api.opening import HomeOption, private, settings
from api.terminal import Steps
from graph.server import Started, Status

__all__ = ["app"]

app = typer.Typer(no_args_is_help=True, help="The private Neo4j: start, stop, look.")

PortOption = Annotated[
    int | None,
    typer.Option("--port", min=1, max=65535, help="Bolt port; a free one unless asked for."),
]


@app.command()
def start(home: HomeOption = None, port: PortOption = None) -> None:
    """Start it, or join the one that runs, and print where it is."""
    with Steps() as steps:
        _tell(private(settings(home), steps).start(port))


@app.command()
def restart(home: HomeOption = None, port: PortOption = None) -> None:
    """Stop it if it runs, and start it."""
    with Steps() as steps:
        _tell(private(settings(home), steps).restart(port))


@app.command()
def stop(home: HomeOption = None) -> None:
    """Stop it."""
    stopped = private(settings(home)).stop()
    typer.echo("Neo4j stopped." if stopped else "No Neo4j was running.")


@app.command()
def status(home: HomeOption = None) -> None:
    """Print its address, version, size and how to connect."""
    for line in lines(private(settings(home)).status()):
        typer.echo(line)


def lines(found: Status) -> list[str]:
    """Return what `status` prints. The password itself is never printed: its file is named."""
    about = [
        f"version   {found.version}",
        f"home      {found.home}",
        f"size      {found.size / 1e6:.1f} MB",
    ]
    if found.connection is None:
        return ["status    stopped", *about, "start     rejoinder neo4j start"]
    return [
        f"status    running (process {found.pid})",
        f"address   {found.connection.uri}",
        *about,
        f"user      {found.connection.user}",
        f"password  in {found.home / 'password'}",
    ]


def _tell(started: Started) -> None:
    word = "was running already" if started.joined else "started"
    typer.echo(f"Neo4j {word}: {started.connection.uri}")
