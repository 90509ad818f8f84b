"""``rejoinder neo4j``: the private Neo4j by itself."""

from pathlib import Path
from typing import Annotated
from urllib.parse import quote

import typer

from api.opening import HomeOption, own, private, settings
from api.terminal import Steps, say
from graph.errors import BadRequest, HomeBusy
from graph.server import Started, Status

__all__ = ["app"]

app = typer.Typer(no_args_is_help=True, help="The private Neo4j: start, stop, look.")

_LONGEST_ADDRESS = 16_000  # Neo4j refuses an address of 24,000 characters and takes one of 16,000

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


@app.command()
def browser(
    home: HomeOption = None,
    http_port: Annotated[
        int | None,
        typer.Option(min=1, max=65535, help="Port of Neo4j Browser; a free one unless asked for."),
    ] = None,
    file: Annotated[
        Path | None,
        typer.Option("--file", "-f", help="A .cypher file to open in it.", show_default=False),
    ] = None,
) -> None:
    """Start it with Neo4j Browser, or restart it so, and print the address to open."""
    of = settings(home)
    if own(of):
        raise BadRequest(
            "NEO4J_URI names a Neo4j of your own, and Neo4j Browser belongs to that server: open "
            "the one it serves, or unset NEO4J_URI to have one on the private Neo4j."
        )
    text = _text(file) if file else None
    with Steps() as steps:
        neo4j = private(of, steps)
        before = neo4j.status()
        if before.running and before.browser is None:
            say("Neo4j runs without its Browser: it is restarted, on the same Bolt port.")
        elif before.running and http_port and f":{http_port}/" not in (before.browser or ""):
            say(f"Neo4j Browser is on {before.browser}: Neo4j is restarted to move it.")
        neo4j.start_browser(http_port)
    found = neo4j.status()
    for line in browser_lines(found, text):
        typer.echo(line)


def browser_lines(found: Status, text: str | None) -> list[str]:
    """Return what `browser` prints. The password itself is never printed: its file is named."""
    if found.connection is None or found.browser is None:
        raise HomeBusy(
            "Another process stopped Neo4j, or started it without its Browser, at the same "
            "moment: try again."
        )
    return [
        f"open      {browser_address(found.browser, found.connection.uri, text)}",
        f"user      {found.connection.user}",
        f"password  in {found.home / 'password'}",
        "It is off again after: rejoinder neo4j stop",
    ]


def browser_address(browser: str, bolt: str, text: str | None) -> str:
    """Return the address at which Neo4j Browser asks for nothing but the password.

    With `text`, that stands in its editor.
    """
    server = bolt.replace("bolt://", "neo4j://neo4j@")
    address = f"{browser}?dbms={server}"
    return address if text is None else f"{address}&cmd=edit&arg={quote(text, safe='')}"


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
        f"browser   {found.browser or 'off; rejoinder neo4j browser starts it'}",
    ]


def _text(file: Path) -> str:
    """Return the text of `file`. Raises `BadRequest` when it cannot be read or is too long."""
    try:
        text = file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadRequest(f"{file} cannot be read as text: {error}.") from error
    length = len(quote(text, safe=""))
    if length > _LONGEST_ADDRESS:
        raise BadRequest(
            f"{file} is too long for an address ({length} characters as one, and Neo4j takes "
            f"{_LONGEST_ADDRESS}): start without -f, and paste it into Neo4j Browser."
        )
    return text


def _tell(started: Started) -> None:
    word = "was running already" if started.joined else "started"
    typer.echo(f"Neo4j {word}: {started.connection.uri}")
