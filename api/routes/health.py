"""Whether the service is up, and whether it can answer."""

from typing import Literal

from fastapi import APIRouter, Response

from api.deps import StoreDep
from api.pages import answer
from graph import schema
from graph.answers import Record

router = APIRouter(tags=["health"])


class Health(Record):
    """How the service is."""

    status: Literal["ok"] = "ok"
    """Always `ok`: anything else is a problem."""


@router.get("/healthz", response_model=Health)
async def healthz() -> Response:
    """Whether the service itself is up."""
    return answer(Health())


@router.get("/readyz", response_model=Health)
async def readyz(store: StoreDep) -> Response:
    """Whether Neo4j answers and the graph is prepared; 503 while it is not."""
    await schema.require(store)
    return answer(Health())


@router.get("/v1", response_model=dict[str, str])
async def index() -> dict[str, str]:
    """Where to go from here."""
    return {
        "pages": "/",
        "who": "/v1/who/denied?about=ir",
        "claims": "/v1/claims",
        "actors": "/v1/actors",
        "search": "/v1/search?q=zolfaghar",
        "questions": "/v1/questions",
        "cypher": "/v1/cypher?q=MATCH+(a)-[:DENIED]->(c)+RETURN+a.name,c.text+LIMIT+5",
        "map": "/maps/claims/iran-sent-400-ballistic-missiles-to-russia",
        "schema": "/openapi.json",
    }
