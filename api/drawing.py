"""Maps of what the graph holds: asks the questions and hands the answers to `viz`.

Reading and drawing are apart: each function returns a `Draft`, which holds what was read.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

from pydantic_core import to_json

from graph import described, queries
from graph.answers import Mention, Position
from graph.errors import BadRequest
from graph.queries import Filters
from graph.questions import Answer, drawn, short
from graph.store import Store
from graph.values import graph_in
from viz import (
    Asked,
    Caption,
    Map,
    actor_map,
    between_map,
    claim_map,
    dossier_map,
    graph_map,
    schema_map,
    state_map,
    weapon_map,
)

__all__ = [
    "Draft",
    "actor",
    "answer",
    "between",
    "claim",
    "cypher",
    "dossier",
    "schema",
    "state",
    "weapon",
]

_DRAWN = 2_001
"""One more statement than a map ever takes: it refuses, and says the way out."""
_ALL = Asked()
_AT_ANY_TIME = datetime.min


@dataclass(frozen=True, slots=True)
class Draft:
    """A map of which everything has been read and nothing is drawn."""

    drawn_by: Callable[..., Map]
    """What draws it. It may take seconds, so that a service calls it in a thread."""
    read: tuple[object, ...]
    """What it draws: records, and when and how they were asked for."""

    def draw(self) -> Map:
        """Return the map. Raises `BadRequest` when it would be too large, or has nothing."""
        return self.drawn_by(*self.read)

    def key(self) -> str:
        """Return what tells it from every other: equal for equal answers, whenever read."""
        content = to_json([self.drawn_by.__name__, *map(_timeless, self.read)])
        return sha256(content).hexdigest()


def _timeless(value: object) -> Any:
    match value:
        case Caption():
            return replace(value, made=_AT_ANY_TIME)
        case datetime():
            return _AT_ANY_TIME
        case _:
            return value


async def claim(store: Store, id_: str, as_of: date | None = None, asked: Asked = _ALL) -> Draft:
    """Return the map of a claim. Raises `NotFound`, and `BadRequest` when it is too large."""
    detail = await queries.claim(store, id_)
    said = await _said(store, Filters(claim=id_), asked, as_of)
    caption = _caption("Who said what on this claim?", as_of, said, asked)
    return Draft(claim_map, (detail, said, caption, await _names(store, said)))


async def actor(store: Store, id_: str, as_of: date | None = None, asked: Asked = _ALL) -> Draft:
    """Return the map of an actor. Raises `NotFound`, and `BadRequest` when it is too large."""
    summary = await queries.actor(store, id_)
    said = await _said(store, Filters(voice=id_), asked, as_of)
    if not said:  # unnamed sources, outlets and officials are no voices of themselves
        said = await _said(store, Filters(speaker=id_), asked, as_of)
    caption = _caption(f"What did {summary.name} and its voices say?", as_of, said, asked)
    return Draft(actor_map, (summary, said, caption, await _names(store, said, id_)))


async def state(store: Store, id_: str, as_of: date | None = None, asked: Asked = _ALL) -> Draft:
    """Return the map of a state as one, rolled up from its voices. Raises like `actor`."""
    summary = await queries.actor(store, id_)
    if summary.type != "State":
        raise BadRequest(f"{id_!r} is no state but {summary.type}: /maps/actors/{id_} has its map.")
    said = await _said(store, Filters(voice=id_), asked, as_of)
    caption = _caption(f"What did {summary.name} say, through any voice?", as_of, said, asked)
    return Draft(state_map, (summary, said, caption, await _names(store, said, id_)))


async def weapon(store: Store, id_: str, as_of: date | None = None, asked: Asked = _ALL) -> Draft:
    """Return the map of a weapon: the claims about it or a variant. Raises like `claim`."""
    about = await queries.weapon(store, id_)
    said = await _said(store, Filters(weapon=id_), asked, as_of)
    caption = _caption(f"Who said what on {about.name}?", as_of, said, asked)
    ties = await queries.ties(store, (each.claim.id for each in said))
    return Draft(weapon_map, (about, said, ties, caption, await _names(store, said, id_)))


async def dossier(store: Store, id_: str, as_of: date | None = None, asked: Asked = _ALL) -> Draft:
    """Return the map of a whole dossier. Raises like `claim`."""
    about = await queries.dossier(store, id_)
    said = await _said(store, Filters(dossier=id_), asked, as_of)
    caption = _caption(f"Who said what, in all of {about.name}?", as_of, said, asked)
    ties = await queries.ties(store, (each.claim.id for each in said))
    return Draft(dossier_map, (about, said, ties, caption, await _names(store, said)))


async def between(
    store: Store, one: str, other: str, as_of: date | None = None, asked: Asked = _ALL
) -> Draft:
    """Return the map of two actors and the claims that both have to do with.

    Raises `NotFound`, and `BadRequest` when they are the same or the map is too large.
    """
    if one == other:
        raise BadRequest(f"Both actors are {one!r}: name two.")
    ends = [await queries.actor(store, each) for each in (one, other)]
    named = await queries.connection(store, one, other)
    found = {
        each.statement: each
        for id_ in (one, other)
        for by in (Filters(voice=id_), Filters(speaker=id_))
        for each in await _said(store, by, asked, as_of)
        if each.claim.id in named
    }
    said = sorted(found.values(), key=lambda each: each.key, reverse=True)
    actors = [Mention(id=each.id, name=each.name, type=each.type) for each in ends]
    question = f"What connects {actors[0].name} and {actors[1].name}?"
    caption = _caption(question, as_of, said, asked)
    ties = await queries.ties(store, named)
    names = await _names(store, said, one, other)
    return Draft(between_map, ((actors[0], actors[1]), said, named, ties, caption, names))


async def schema(store: Store, asked: Asked = _ALL) -> Draft:
    """Return the map of what the graph is made of, with how much of each there is."""
    return Draft(schema_map, (await described.schema(store), datetime.now(UTC), asked))


def answer(found: Answer, asked: Asked = _ALL) -> Draft:
    """Return the map of what a question answers.

    Raises `BadRequest` when its rows are no graph, or a graph that is too large.
    """
    if not drawn(found.question):
        raise BadRequest(
            f"The rows of {short(found.question)} are no graph: it has no column of paths. "
            "Take it as JSON or CSV."
        )
    nodes, edges = graph_in(value for row in found.rows for value in row.values())
    as_of = found.params.get("asOf")
    given = [f"{name}: {value}" for name, value in found.params.items() if value and name != "asOf"]
    title = f"{found.question.asks} ({', '.join(given)})" if given else found.question.asks
    caption = Caption(title, as_of=as_of, made=datetime.now(UTC), total=len(nodes), asked=asked)
    return Draft(graph_map, (nodes, edges, caption))


def cypher(text: str, rows: Sequence[Sequence[object]], *, cut: bool, asked: Asked = _ALL) -> Draft:
    """Return the map of what a statement in Cypher returns, of which `cut` may leave some out.

    Raises `BadRequest` when that is no graph, or one that is too large.
    """
    nodes, edges = graph_in(value for row in rows for value in row)
    title = " ".join(text.split())
    title = f"{title[:117]}..." if len(title) > 120 else title
    more = " (only the first rows)" if cut else ""
    made = datetime.now(UTC)
    caption = Caption(f"{title}{more}", as_of=None, made=made, total=len(nodes), asked=asked)
    return Draft(graph_map, (nodes, edges, caption))


async def _said(store: Store, filters: Filters, asked: Asked, as_of: date | None) -> list[Position]:
    """Return every statement, so that a map keeps its shape; of too many, a filtered choice."""
    found = await queries.who(store, None, filters, limit=_DRAWN)
    if len(found) < _DRAWN:
        return found
    narrowed = replace(filters, since=asked.since, until=asked.until, as_of=as_of)
    return await queries.who(store, None, narrowed, limit=_DRAWN)


async def _names(store: Store, said: Iterable[Position], *others: str) -> dict[str, list[str]]:
    """Return the other names of everyone on a map."""
    ids = {
        each.id
        for position in said
        for each in (*position.speakers, *position.voices, *position.relays)
    }
    return await queries.known_as(store, sorted({*ids, *others}))


def _caption(
    question: str, as_of: date | None, positions: Sequence[Position], asked: Asked
) -> Caption:
    made = datetime.now(UTC)
    return Caption(question, as_of=as_of, made=made, total=len(positions), asked=asked)
