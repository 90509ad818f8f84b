"""``rejoinder who``, ``claim``, ``actor`` and ``search``: answers on the command line."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer
from rich.console import Group
from rich.text import Text

from api.completion import complete_act, complete_actor, complete_claim, complete_dossier
from api.envelopes import Page
from api.opening import HomeOption, asked
from api.tables import csv_text
from api.terminal import output, say, table
from api.wording import (
    change_row,
    hit_row,
    origin_row,
    position_row,
    saying_row,
    standing_lines,
)
from graph import finding, overviews, queries
from graph.answers import Hit, Position, Record, Saying
from graph.driver import Neo4jStore
from graph.errors import BadRequest
from graph.queries import Clocks, Filters

__all__ = [
    "ActorArgument",
    "AsOfOption",
    "ClaimArgument",
    "DayOption",
    "JsonOption",
    "actor",
    "claim",
    "sayings_table",
    "search",
    "who",
]

T = TypeVar("T")
R = TypeVar("R", bound=Record)

JsonOption = Annotated[bool, typer.Option("--json", help="JSON, as the service answers it.")]
CsvOption = Annotated[bool, typer.Option("--csv", help="CSV, as the service answers it.")]
DayOption = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"])]
AsOfOption = Annotated[
    datetime | None,
    typer.Option("--as-of", formats=["%Y-%m-%d"], help="Only what had been said by this day."),
]
RecordedOption = Annotated[
    datetime | None,
    typer.Option(
        "--recorded-as-of",
        formats=["%Y-%m-%d"],
        help="Only what this graph held at the end of this day (UTC), what has left it included.",
    ),
]
ClaimArgument = Annotated[str, typer.Argument(help="Id of a claim.", autocompletion=complete_claim)]
ActorArgument = Annotated[
    str, typer.Argument(help="Id or name of an actor.", autocompletion=complete_actor)
]
Name = Annotated[str | None, typer.Option(help="Id or name.", autocompletion=complete_actor)]


def who(
    act: Annotated[
        str, typer.Argument(help="An act: denied, alleged ...", autocompletion=complete_act)
    ],
    claim: Annotated[
        str | None, typer.Option(help="On this claim.", autocompletion=complete_claim)
    ] = None,
    about: Name = None,
    speaker: Name = None,
    state: Name = None,
    weapon: Annotated[str | None, typer.Option(help="Id or name of a weapon.")] = None,
    supplier: Name = None,
    recipient: Name = None,
    dossier: Annotated[
        str | None,
        typer.Option(help="Defined by this dossier; an id.", autocompletion=complete_dossier),
    ] = None,
    since: DayOption = None,
    until: DayOption = None,
    named: Annotated[
        bool | None, typer.Option("--named/--unnamed", help="Named speakers, or unnamed sources.")
    ] = None,
    explicit_only: Annotated[
        bool, typer.Option("--explicit-only", help="Only where the words carry the act.")
    ] = False,
    as_of: AsOfOption = None,
    recorded_as_of: RecordedOption = None,
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="At most this many rows.")] = 100,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
    home: HomeOption = None,
) -> None:
    """Who denied (alleged, confirmed, evaded ...) what: newest first, undated ones last.

    --about: claims that name this actor. --state: said by it or by its voices.
    """
    wanted = finding.act(act)

    async def work(store: Neo4jStore) -> list[Position]:
        filters = Filters(
            claim=claim,
            speaker=await _id(store, "actor", speaker),
            voice=await _id(store, "actor", state),
            about=await _id(store, "actor", about),
            weapon=await _id(store, "weapon", weapon),
            supplier=await _id(store, "actor", supplier),
            recipient=await _id(store, "actor", recipient),
            dossier=dossier,
            since=since.date() if since else None,
            until=until.date() if until else None,
            named=named,
            explicit_only=explicit_only,
            **_clocks(as_of, recorded_as_of),
        )
        return await queries.who(store, wanted, filters, limit=limit + 1)

    found = _ask(home, work)
    if len(found) > limit:
        say(f"Only the newest {limit} are shown: ask for more with --limit.")
    _print(Position, found[:limit], position_row, as_json=as_json, as_csv=as_csv)


def claim(
    claim: ClaimArgument,
    as_of: AsOfOption = None,
    recorded_as_of: RecordedOption = None,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
    home: HomeOption = None,
) -> None:
    """Print a claim: how it stands, where it comes from, who holds what on it."""
    days = _clocks(as_of, recorded_as_of)
    found = _ask(home, lambda store: overviews.claim(store, claim, **days))
    if as_json:
        typer.echo(found.model_dump_json(by_alias=True))
        return
    if as_csv:
        typer.echo(csv_text(Position, found.positions), nl=False)
        return
    about = found.claim
    related = [
        *(f"narrows            {each.id}" for each in about.narrows),
        *(f"narrowed by        {each.id}" for each in about.narrowed_by),
        *(f"contradicts        {each.id}" for each in about.contradicts),
        *(f"presupposes        {each.id}" for each in about.presupposes),
        *(f"presupposed by     {each.id}" for each in about.presupposed_by),
    ]
    lines = [about.text, about.id, "", *standing_lines(found.standing, **days), *related, ""]
    parts = [
        Text("\n".join(lines)),
        table("Statements, in the order said", [saying_row(each) for each in found.timeline]),
        table("Origins", [origin_row(each) for each in found.origins]),
        table("Changes of position", [change_row(each) for each in found.changes]),
        *_cut(found.truncated),
    ]
    output().print(Group(*parts))


def actor(
    actor: ActorArgument,
    as_of: AsOfOption = None,
    recorded_as_of: RecordedOption = None,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
    home: HomeOption = None,
) -> None:
    """Print an actor: who it is, what it and its voices have held."""
    days = _clocks(as_of, recorded_as_of)

    async def work(store: Neo4jStore) -> overviews.ActorOverview:
        id_ = await finding.named(store, "actor", actor)
        return await overviews.actor(store, id_, **days)

    found = _ask(home, work)
    if as_json:
        typer.echo(found.model_dump_json(by_alias=True))
        return
    if as_csv:
        typer.echo(csv_text(Position, found.positions), nl=False)
        return
    about = found.actor
    places = [
        *(f"part of    {each.name}" for each in about.part_of),
        *(f"sits in    {each.name}, and is not its voice" for each in about.based_in),
        *(
            f"role       {each.title}, {each.institution.name}"
            + ("" if each.speaks_for else ", not as its voice")
            for each in about.roles
        ),
    ]
    lines = [f"{about.name} ({about.type})", about.id, *places, ""]
    parts = [
        Text("\n".join(lines)),
        table("Statements, newest first", [position_row(each) for each in found.positions]),
        table("Changes of position", [change_row(each) for each in found.changes]),
        *_cut(found.truncated),
    ]
    output().print(Group(*parts))


def _clocks(as_of: datetime | None, recorded_as_of: datetime | None) -> Clocks:
    return Clocks(
        as_of=as_of.date() if as_of else None,
        recorded_as_of=recorded_as_of.date() if recorded_as_of else None,
    )


def _cut(truncated: Sequence[str]) -> list[Text]:
    """Return a line that names the lists of which only the newest are shown, or nothing."""
    words = f"Only the newest {overviews.NEWEST} are shown of: {', '.join(truncated)}."
    return [Text(words)] if truncated else []


def search(
    words: Annotated[list[str], typer.Argument(help="Words, or beginnings of words.")],
    limit: Annotated[int, typer.Option(min=1, max=100, help="At most this many.")] = 25,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
    home: HomeOption = None,
) -> None:
    """Find actors, weapons, claims, statements and documents by their words."""
    found = _ask(home, lambda store: finding.search(store, " ".join(words), limit=limit))
    _print(Hit, found, hit_row, as_json=as_json, as_csv=as_csv)


def sayings_table(title: str, found: Sequence[Saying]) -> Any:
    """Return statements as a table for a terminal."""
    return table(title, [saying_row(each) for each in found])


def _ask(home: Path | None, work: Callable[[Neo4jStore], Coroutine[Any, Any, T]]) -> T:
    return asyncio.run(asked(home, work))


async def _id(store: Neo4jStore, kind: str, name: str | None) -> str | None:
    return await finding.named(store, kind, name) if name else None


def _print(
    row: type[R],
    found: list[R],
    words: Callable[[R], dict[str, str]],
    *,
    as_json: bool,
    as_csv: bool,
) -> None:
    if as_json and as_csv:
        raise BadRequest("--json and --csv exclude each other: name one.")
    if as_json:
        typer.echo(Page[row](rows=found, next=None).model_dump_json(by_alias=True))
    elif as_csv:
        typer.echo(csv_text(row, found), nl=False)
    elif found:
        output().print(table("", [words(each) for each in found]))
    else:
        say("Nothing is recorded that fits. That is not a denial.")
