"""``rejoinder map claim``, ``actor`` ...: maps of statements as files, or as JSON."""

from typing import Annotated

import typer

from api import by_name
from api.commands.asking import ActorArgument, AsOfOption, ClaimArgument
from api.commands.map_options import (
    FileOption,
    HideOption,
    JsonGraph,
    LevelOption,
    OpenOption,
    SinceOption,
    UndatedOption,
    UntilOption,
    day,
    leave,
    shown_at_first,
)
from api.completion import complete_actor, complete_dossier, complete_weapon
from api.opening import HomeOption

__all__ = ["maps"]

maps = typer.Typer(no_args_is_help=True, help="Write a network map to a file.")


@maps.command("claim")
def map_claim(
    claim: ClaimArgument,
    file: FileOption = None,
    as_of: AsOfOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    hide: HideOption = None,
    undated: UndatedOption = True,
    level: LevelOption = "statements",
    at: OpenOption = None,
    as_json: JsonGraph = False,
    home: HomeOption = None,
) -> None:
    """Write the map of a claim: everyone who spoke of it, each statement a line of its own."""
    shown = shown_at_first(since, until, hide, undated, level, at)
    on = day(as_of)
    leave(home, lambda store: by_name.subject(store, "claim", claim, on, shown), file, as_json)


@maps.command("actor")
def map_actor(
    actor: ActorArgument,
    file: FileOption = None,
    as_of: AsOfOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    hide: HideOption = None,
    undated: UndatedOption = True,
    level: LevelOption = "statements",
    at: OpenOption = None,
    as_json: JsonGraph = False,
    home: HomeOption = None,
) -> None:
    """Write the map of an actor: the claims on which it or a voice of it spoke."""
    shown = shown_at_first(since, until, hide, undated, level, at)
    on = day(as_of)
    leave(home, lambda store: by_name.subject(store, "actor", actor, on, shown), file, as_json)


@maps.command("state")
def map_state(
    state: Annotated[
        str, typer.Argument(help="Id or name of a state.", autocompletion=complete_actor)
    ],
    file: FileOption = None,
    as_of: AsOfOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    hide: HideOption = None,
    undated: UndatedOption = True,
    level: LevelOption = "statements",
    at: OpenOption = None,
    as_json: JsonGraph = False,
    home: HomeOption = None,
) -> None:
    """Write the map of a state as one: each statement of its voices is a line from it."""
    shown = shown_at_first(since, until, hide, undated, level, at)
    on = day(as_of)
    leave(home, lambda store: by_name.subject(store, "state", state, on, shown), file, as_json)


@maps.command("weapon")
def map_weapon(
    weapon: Annotated[
        str, typer.Argument(help="Id or name of a weapon.", autocompletion=complete_weapon)
    ],
    file: FileOption = None,
    as_of: AsOfOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    hide: HideOption = None,
    undated: UndatedOption = True,
    level: LevelOption = "statements",
    at: OpenOption = None,
    as_json: JsonGraph = False,
    home: HomeOption = None,
) -> None:
    """Write the map of the claims about a weapon or a variant, and who said what on them."""
    shown = shown_at_first(since, until, hide, undated, level, at)
    on = day(as_of)
    leave(home, lambda store: by_name.subject(store, "weapon", weapon, on, shown), file, as_json)


@maps.command("between")
def map_between(
    one: ActorArgument,
    other: ActorArgument,
    file: FileOption = None,
    as_of: AsOfOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    hide: HideOption = None,
    undated: UndatedOption = True,
    level: LevelOption = "statements",
    at: OpenOption = None,
    as_json: JsonGraph = False,
    home: HomeOption = None,
) -> None:
    """Write the map of two actors and the claims that both spoke of or are named in."""
    shown = shown_at_first(since, until, hide, undated, level, at)
    on = day(as_of)
    leave(home, lambda store: by_name.between(store, one, other, on, shown), file, as_json)


@maps.command("dossier")
def map_dossier(
    dossier: Annotated[
        str, typer.Argument(help="Id of a dossier.", autocompletion=complete_dossier)
    ],
    file: FileOption = None,
    as_of: AsOfOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    hide: HideOption = None,
    undated: UndatedOption = True,
    level: LevelOption = "statements",
    at: OpenOption = None,
    as_json: JsonGraph = False,
    home: HomeOption = None,
) -> None:
    """Write the map of a whole dossier: all who spoke, all claims, every statement."""
    shown = shown_at_first(since, until, hide, undated, level, at)
    on = day(as_of)
    leave(home, lambda store: by_name.subject(store, "dossier", dossier, on, shown), file, as_json)
