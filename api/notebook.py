"""Maps in a notebook. A cell that ends with one shows it.

    from rejoinder.notebook import claim_map

    claim_map("iran-delivered-fath-360-to-russia", as_of="2024-09-10", level="evidence")

The graph is the one that commands ask: that of ``NEO4J_URI``, or the private one while it runs.
Whatever they raise is a `graph.errors.RejoinderError`, with a sentence that says what would be
right.
"""

import asyncio
from collections.abc import Callable, Coroutine, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, TypedDict, Unpack

from api import by_name, drawing
from api.by_name import Kind, Named
from api.commands.cypher import script_of
from api.given import groups
from api.opening import asked, settings
from graph.driver import Neo4jStore
from graph.errors import BadRequest
from graph.owner import settled
from graph.questions import MOST, catalogue
from viz import LEVELS, Asked, Level, Map

__all__ = [
    "actor_map",
    "between_map",
    "claim_map",
    "cypher_map",
    "dossier_map",
    "question_map",
    "schema_map",
    "state_map",
    "weapon_map",
]

Day = date | str | None
_HOW = "must be given, among the parameters."


class GraphShown(TypedDict, total=False):
    """How a map of any graph is shown at first, and of which graph it is."""

    hide: Iterable[str]
    """Groups of lines that are hidden: those of `viz.GROUPS`."""
    at: str | None
    """Id of the statement or node that is open."""
    home: str | Path | None
    """Folder of the private Neo4j, if not the usual one."""


class Shown(GraphShown, total=False):
    """How a map of statements is shown at first."""

    as_of: Day
    """Only what had been said by this day: a date, or ``"2024-09-10"``."""
    since: Day
    """What may have been said on this day or later."""
    until: Day
    """What may have been said on this day or earlier."""
    undated: bool
    """Whether statements without a day are shown; they are unless this is False."""
    level: Level
    """How closely: ``statements`` (unless said otherwise), ``evidence`` or ``states``."""


def claim_map(claim: str, **shown: Unpack[Shown]) -> Map:
    """Return the map of a claim, by its id. `shown` is as in `Shown`."""
    return _subject("claim", claim, shown)


def actor_map(actor: str, **shown: Unpack[Shown]) -> Map:
    """Return the map of an actor, by id or name. `shown` is as in `Shown`."""
    return _subject("actor", actor, shown)


def state_map(state: str, **shown: Unpack[Shown]) -> Map:
    """Return the map of a state as one, by id or name. `shown` is as in `Shown`."""
    return _subject("state", state, shown)


def weapon_map(weapon: str, **shown: Unpack[Shown]) -> Map:
    """Return the map of the claims about a weapon, by id or name. `shown` is as in `Shown`."""
    return _subject("weapon", weapon, shown)


def dossier_map(dossier: str, **shown: Unpack[Shown]) -> Map:
    """Return the map of a whole dossier, by its id. `shown` is as in `Shown`."""
    return _subject("dossier", dossier, shown)


def between_map(one: str, other: str, **shown: Unpack[Shown]) -> Map:
    """Return the map of what connects two actors, by ids or names. `shown` is as in `Shown`."""
    day, wanted = _statements(**shown)
    return _drawn(shown, lambda store: by_name.between(store, one, other, day, wanted))


def question_map(
    question: str, values: Mapping[str, str] | None = None, **shown: Unpack[GraphShown]
) -> Map:
    """Return the map of what a question answers; `values` are its parameters by name.

    `shown` is as in `GraphShown`.
    """
    wanted = _graph(**shown)
    known = catalogue(settings(_home(shown)).questions)
    chosen, given = known.named(question), values or {}
    return _drawn(shown, lambda store: by_name.question(store, known, chosen, given, MOST, wanted))


def cypher_map(
    statement: str, parameters: Mapping[str, Any] | None = None, **shown: Unpack[GraphShown]
) -> Map:
    """Return the map of what a statement in Cypher returns, up to 10,000 rows. It only reads.

    `shown` is as in `GraphShown`.
    """
    wanted, of = _graph(**shown), settings(_home(shown))
    steps = settled(script_of(statement, None), parameters or {}, _HOW)
    return _drawn(shown, lambda store: by_name.cypher(store, of, steps, MOST, wanted))


def schema_map(**shown: Unpack[GraphShown]) -> Map:
    """Return the map of what the graph is made of. `shown` is as in `GraphShown`."""
    wanted = _graph(**shown)

    async def named(store: Neo4jStore) -> Named:
        return "schema", await drawing.schema(store, wanted)

    return _drawn(shown, named)


def _subject(kind: Kind, name: str, shown: Shown) -> Map:
    day, wanted = _statements(**shown)
    return _drawn(shown, lambda store: by_name.subject(store, kind, name, day, wanted))


def _drawn(shown: GraphShown, work: Callable[[Neo4jStore], Coroutine[Any, Any, Named]]) -> Map:
    """Read in a thread: in a notebook a loop is running here already."""
    with ThreadPoolExecutor(1) as thread:
        _, draft = thread.submit(asyncio.run, asked(_home(shown), work)).result()
    return draft.draw()


def _statements(
    *,
    as_of: Day = None,
    since: Day = None,
    until: Day = None,
    undated: bool = True,
    level: Level = "statements",
    **rest: Unpack[GraphShown],
) -> tuple[date | None, Asked]:
    if level not in LEVELS:
        raise BadRequest(f"{level!r} is no level. Levels are: {', '.join(LEVELS)}.")
    days = {"since": _day(since), "until": _day(until)}
    return _day(as_of), replace(_graph(**rest), level=level, undated=undated, **days)


def _graph(
    *, hide: Iterable[str] = (), at: str | None = None, home: str | Path | None = None
) -> Asked:
    return Asked(hide=groups(hide), at=at)


def _home(shown: GraphShown) -> Path | None:
    home = shown.get("home")
    return Path(home) if home else None


def _day(day: Day) -> date | None:
    try:
        return date.fromisoformat(day) if isinstance(day, str) else day
    except ValueError:
        raise BadRequest(f"{day!r} is no day such as 2024-02-23.") from None
