"""The maps that addresses name, read and ready to be drawn: as pages and as JSON alike."""

from typing import Annotated
from urllib.parse import quote

from fastapi import Depends, Path, Query, Request

import viz
from api import drawing
from api.deps import GraphAsked, GuestsDep, Hidden, MapAsked, QuestionsDep, StoreDep
from api.drawing import Draft
from api.given import given_once, of_statement
from api.leaving import while_here
from cypher import load
from graph.guest.guests import Asked
from graph.questions import MOST

__all__ = [
    "ActorDraft",
    "BetweenDraft",
    "ClaimDraft",
    "CypherDraft",
    "DossierDraft",
    "QuestionDraft",
    "SchemaDraft",
    "StateDraft",
    "WeaponDraft",
]

_Asked = Annotated[MapAsked, Query()]
_Hide = Annotated[Hidden, Query(description="A group of lines that is hidden; may be repeated.")]
_Open = Annotated[str | None, Query(max_length=300, description="Id of the node that is open.")]


def _id(kind: str, example: str) -> object:
    return Path(description=f"Id of {kind}.", examples=[example])


async def _claim(
    store: StoreDep, claim: Annotated[str, _id("a claim", "iran-arms-neither-side")], asked: _Asked
) -> Draft:
    return await drawing.claim(store, claim, asked.as_of, asked.on(_path("claims", claim)))


async def _actor(
    store: StoreDep, actor: Annotated[str, _id("an actor", "us")], asked: _Asked
) -> Draft:
    return await drawing.actor(store, actor, asked.as_of, asked.on(_path("actors", actor)))


async def _state(
    store: StoreDep, state: Annotated[str, _id("a state", "ir")], asked: _Asked
) -> Draft:
    return await drawing.state(store, state, asked.as_of, asked.on(_path("states", state)))


async def _weapon(
    store: StoreDep, weapon: Annotated[str, _id("a weapon", "fath-360")], asked: _Asked
) -> Draft:
    return await drawing.weapon(store, weapon, asked.as_of, asked.on(_path("weapons", weapon)))


async def _between(
    store: StoreDep,
    one: Annotated[str, _id("an actor", "ir")],
    other: Annotated[str, _id("another actor", "ru")],
    asked: _Asked,
) -> Draft:
    shown = asked.on(_path("between", one, other))
    return await drawing.between(store, one, other, asked.as_of, shown)


async def _dossier(
    store: StoreDep,
    dossier: Annotated[str, _id("a dossier", "arms-for-russia-missiles-early-2024")],
    asked: _Asked,
) -> Draft:
    shown = asked.on(_path("dossiers", dossier))
    return await drawing.dossier(store, dossier, asked.as_of, shown)


async def _question(
    request: Request,
    store: StoreDep,
    questions: QuestionsDep,
    name: Annotated[str, Path(description="Name of a question.", examples=["narrower_claims"])],
    limit: Annotated[int, Query(ge=1, le=MOST, description="Of so many rows.")] = 1000,
    hide: _Hide = [],  # noqa: B006  FastAPI copies it
    at: _Open = None,
) -> Draft:
    given = given_once(request, {"limit", "hide", "at"})
    found = await questions.ask(store, name, given, most=limit)
    return drawing.answer(found, _shown(hide, at, _path("questions", name)))


async def _cypher(
    request: Request,
    guests: GuestsDep,
    q: Annotated[
        str,
        Query(
            description="Cypher that reads and returns nodes, relationships or paths. Its "
            "parameter `$name` is `p.name` in the address.",
            examples=[load("guest.narrowing").text],
        ),
    ],
    hide: _Hide = [],  # noqa: B006
    at: _Open = None,
) -> Draft:
    asked = Asked(q, of_statement(request, {"q", "hide", "at"}))
    answer, rows = await while_here(request.receive, guests.ask(asked))
    values = [row.values for row in rows]
    shown = _shown(hide, at, "/maps/cypher")
    return drawing.cypher(q, values, cut=answer.truncated is not None, asked=shown)


async def _schema(store: StoreDep, asked: Annotated[GraphAsked, Query()]) -> Draft:
    return await drawing.schema(store, asked.on("/maps/schema"))


def _path(*parts: str) -> str:
    return "/".join(("/maps", *(quote(each, safe="") for each in parts)))


def _shown(hide: list[str], at: str | None, address: str) -> viz.Asked:
    return GraphAsked(hide=hide, at=at).on(address)


ActorDraft = Annotated[Draft, Depends(_actor)]
BetweenDraft = Annotated[Draft, Depends(_between)]
ClaimDraft = Annotated[Draft, Depends(_claim)]
CypherDraft = Annotated[Draft, Depends(_cypher)]
DossierDraft = Annotated[Draft, Depends(_dossier)]
QuestionDraft = Annotated[Draft, Depends(_question)]
SchemaDraft = Annotated[Draft, Depends(_schema)]
StateDraft = Annotated[Draft, Depends(_state)]
WeaponDraft = Annotated[Draft, Depends(_weapon)]
