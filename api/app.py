"""The HTTP application, wired."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from functools import partial
from importlib.metadata import version
from typing import TypedDict

from fastapi import FastAPI

from api import problems
from api.bounds import Bounded
from api.fresh import Fresh
from api.routes import (
    actors,
    citations,
    claims,
    cypher,
    documents,
    explorer,
    feeds,
    graph,
    health,
    maps,
    questions,
    schema,
    search,
    statements,
    weapons,
    who,
)
from api.sealed import Maps
from graph.guest.guests import Guests
from graph.joined import Joined
from graph.questions import Catalogue, catalogue
from graph.store import Store

__all__ = ["create_app"]

_ABOUT = """\
Who said what about which claim, when, in whose words, on whose authority, in which document.

**An allegation is a claim, not a finding.** Nothing here says who is right. Claims that look
alike stay apart, later words never erase earlier ones, and copies of a report count once.

Days are partial where that is all that is known: the text is EDTF, beside it the earliest and
the latest day that it may mean. Null is "not known", never a middle value. Lists are paged:
follow `next`. Add `format=csv` for a table.
"""


_LISTS = (who, claims, actors, statements, documents, weapons)
_READ = ("", "actors", "claims", "documents", "new", "search", "statements", "weapons")
"""Where pages are that depend on nothing but the graph: their first step."""
_MOST_BYTES = 4_000_000
"""Of a request: what a statement and its parameters may have, escaped."""


class State(TypedDict):
    """What the lifespan lends to every request."""

    store: Store
    questions: Catalogue
    guests: Guests | None
    maps: Maps


def create_app(
    store: Store, asked: Catalogue | None = None, guests: Guests | None = None
) -> FastAPI:
    """Build the application on `store`, which the caller opens and closes.

    `asked` has the questions that it answers: those that ship, unless others are handed in.
    `guests` answers Cypher; None closes it.
    """
    asked = asked or catalogue()

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncGenerator[State, None]:
        yield {"store": store, "questions": asked, "guests": guests, "maps": Maps()}

    app = FastAPI(
        title="Rejoinder",
        version=version("rejoinder"),
        description=_ABOUT,
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        lifespan=lifespan,
        responses=problems.RESPONSES,
        docs_url=None,  # their pages load scripts from elsewhere; the schema is served
        redoc_url=None,
    )
    problems.install(app)
    app.add_middleware(Bounded, most=_MOST_BYTES)
    app.add_middleware(Fresh, version=Joined(store.version), reads=partial(_reads, asked))
    data = (*_LISTS, citations, feeds, search, questions, schema, cypher, graph)
    for each in (*data, maps, health, explorer):
        app.include_router(each.router)
    return app


def _reads(asked: Catalogue, path: str) -> bool:
    """Return whether an answer depends on the path, the graph and the program, and nothing else."""
    if path.startswith("/v1/") and path.endswith("/citation"):
        return False  # it says on which day it was read
    if path.startswith("/feeds/"):
        path = "/v1/" + path.removeprefix("/feeds/").rpartition(".")[0]
    kind, _, name = path.removeprefix("/v1").removeprefix("/").partition("/")
    if kind == "questions":  # those of the user's own may look at the clock; the rest is no graph
        return name.replace("-", "_") in asked.questions.keys() - asked.own
    if path.startswith("/v1/"):
        return kind not in ("cypher", "graph")
    return kind in _READ
