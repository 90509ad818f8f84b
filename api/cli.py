"""The command line: ``rejoinder``. It wires the commands and turns errors into exit codes."""

import logging
import sys
from importlib.metadata import version

import typer

from api.commands import asking, cypher, dossiers, graph_maps, maps, neo4j, questions, running
from api.terminal import exit_code, say
from graph.errors import RejoinderError

__all__ = ["app", "main"]

app = typer.Typer(
    name="rejoinder",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(running.up)
app.command()(running.demo)
app.add_typer(neo4j.app, name="neo4j")
app.command()(dossiers.check)
app.command()(dossiers.load)
app.command()(dossiers.schema)
app.command()(dossiers.derive)
app.command()(questions.ask)
app.command()(asking.who)
app.command()(asking.claim)
app.command()(asking.actor)
app.command()(asking.search)
app.command()(cypher.cypher)
maps.maps.command("question")(graph_maps.map_question)
maps.maps.command("cypher")(graph_maps.map_cypher)
maps.maps.command("schema")(graph_maps.map_schema)
app.add_typer(maps.maps, name="map")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(version("rejoinder"))
        raise typer.Exit


@app.callback()
def root(
    _: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Print the version and exit."
    ),
) -> None:
    """Who said what about which claim. An allegation is a claim, not a finding.

    Exit codes: 0 done, 1 failed, 2 cannot be meant, 3 not in the graph, 4 faults in a dossier,
    5 Neo4j does not answer, 6 the private Neo4j cannot be started.
    """


def main() -> None:
    """Run the command line; print an error as one sentence and exit with its code."""
    # What the driver logs it also raises, and that is told in our words, once.
    logging.getLogger("neo4j").addHandler(logging.NullHandler())
    try:
        app()
    except RejoinderError as error:
        say(str(error))
        sys.exit(exit_code(error))
