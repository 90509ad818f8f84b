"""What every ``rejoinder map`` takes, and where it leaves the map."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from api.by_name import Named
from api.completion import complete_group
from api.given import groups
from api.graphs import graph_json
from api.opening import asked
from api.writing import write_file
from graph.driver import Neo4jStore
from viz import GROUPS, Asked, Level

__all__ = [
    "FileOption",
    "HideOption",
    "JsonGraph",
    "LevelOption",
    "OpenOption",
    "SinceOption",
    "UndatedOption",
    "UntilOption",
    "day",
    "leave",
    "shown_at_first",
    "shown_graph",
]

FileOption = Annotated[
    Path | None,
    typer.Option("--output", "-o", help="Where it goes; ID.html unless said.", show_default=False),
]
SinceOption = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="Show what may have been said on this day or later."),
]
UntilOption = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="Show what may have been said on this day or earlier."),
]
HideOption = Annotated[
    list[str] | None,
    typer.Option(
        help=f"Hide a group of lines; may be repeated. One of: {', '.join(GROUPS)}.",
        autocompletion=complete_group,
        show_default=False,
    ),
]
UndatedOption = Annotated[
    bool, typer.Option("--undated/--no-undated", help="Show statements without a day.")
]
LevelOption = Annotated[Level, typer.Option(help="How closely to look.")]
OpenOption = Annotated[
    str | None,
    typer.Option("--open", help="Id of the statement or node that is open.", show_default=False),
]
JsonGraph = Annotated[
    bool, typer.Option("--json", help="JSON as of /v1/graph, to the terminal or the file of -o.")
]
Read = Callable[[Neo4jStore], Coroutine[Any, Any, Named]]


def leave(home: Path | None, read: Read, file: Path | None, as_json: bool) -> None:
    """Draw what is read, and leave it in `file`, else in one named as read; JSON is printed."""
    name, draft = asyncio.run(asked(home, read))
    text = graph_json(draft.draw()) if as_json else draft.draw().html
    if as_json and file is None:
        typer.echo(text)
    else:
        typer.echo(write_file(text, file or Path(f"{name}.html")))


def shown_at_first(
    since: datetime | None,
    until: datetime | None,
    hide: list[str] | None,
    undated: bool,
    level: Level,
    at: str | None,
) -> Asked:
    """Return how a map of statements is shown at first. Raises `BadRequest` for no group."""
    days = {"since": day(since), "until": day(until)}
    return replace(shown_graph(hide, at), level=level, undated=undated, **days)


def shown_graph(hide: list[str] | None, at: str | None) -> Asked:
    """Return how a map of any graph is shown at first. Raises `BadRequest` for no group."""
    return Asked(hide=groups(hide or ()), at=at)


def day(moment: datetime | None) -> date | None:
    """Return the day that was typed."""
    return moment.date() if moment else None
