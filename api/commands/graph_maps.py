"""``rejoinder map question``, ``cypher`` and ``schema``: maps of any graph as files, or as JSON."""

from pathlib import Path
from typing import Annotated

import typer

from api import by_name, drawing
from api.by_name import Named
from api.commands.cypher import HOW, given, script_of, source_of
from api.commands.map_options import (
    FileOption,
    HideOption,
    JsonGraph,
    OpenOption,
    leave,
    shown_graph,
)
from api.commands.questions import given_to
from api.completion import complete_question, complete_value
from api.opening import HomeOption, settings
from graph.driver import Neo4jStore
from graph.errors import BadRequest
from graph.owner import settled
from graph.questions import MOST, catalogue

__all__ = ["map_cypher", "map_question", "map_schema"]


def map_question(
    question: Annotated[str, typer.Argument(help="Its name.", autocompletion=complete_question)],
    values: Annotated[
        list[str] | None,
        typer.Argument(
            help="NAME=VALUE each; the first parameter needs no name.",
            autocompletion=complete_value,
        ),
    ] = None,
    file: FileOption = None,
    hide: HideOption = None,
    at: OpenOption = None,
    limit: Annotated[int, typer.Option(min=1, max=MOST, help="Of at most this many rows.")] = 1000,
    as_json: JsonGraph = False,
    home: HomeOption = None,
) -> None:
    """Write the map of what a question answers; rejoinder ask lists the questions."""
    known = catalogue(settings(home).questions)
    chosen = known.named(question)
    typed = given_to(chosen, values or [])
    shown = shown_graph(hide, at)
    leave(
        home,
        lambda store: by_name.question(store, known, chosen, typed, limit, shown),
        file,
        as_json,
    )


def map_cypher(
    statement: Annotated[
        str | None, typer.Argument(help="Cypher that reads, or - for standard input.")
    ] = None,
    source: Annotated[
        Path | None,
        typer.Option("--file", "-f", help="Draw what this .cypher file returns."),
    ] = None,
    param: Annotated[
        list[str] | None,
        typer.Option(help="NAME=VALUE: JSON, date('2024-02-23') or text. Wins over the file's."),
    ] = None,
    file: FileOption = None,
    hide: HideOption = None,
    at: OpenOption = None,
    limit: Annotated[int, typer.Option(min=1, help="Of at most this many rows.")] = 1000,
    as_json: JsonGraph = False,
    home: HomeOption = None,
) -> None:
    """Write the map of the nodes and relationships that a statement in Cypher returns."""
    text = source_of(statement, source)
    if text is None:
        raise BadRequest("There is no statement: write one, or - for standard input.")
    steps = settled(script_of(text, source), given(param or []), HOW)
    shown = shown_graph(hide, at)
    of = settings(home)
    leave(home, lambda store: by_name.cypher(store, of, steps, limit, shown), file, as_json)


def map_schema(
    file: FileOption = None,
    hide: HideOption = None,
    at: OpenOption = None,
    as_json: JsonGraph = False,
    home: HomeOption = None,
) -> None:
    """Write the map of what the graph is made of, with how much of each there is."""

    async def read(store: Neo4jStore) -> Named:
        return "schema", await drawing.schema(store, shown_graph(hide, at))

    leave(home, read, file, as_json)
