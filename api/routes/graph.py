"""Network maps as JSON: what their pages show at first, for pages that grow and for programs."""

from fastapi import APIRouter, Request, Response

from api import drafts, examples
from api.deps import MapsDep
from api.graphs import Graph

router = APIRouter(prefix="/v1/graph", tags=["maps"])


@router.get("/claims/{claim}", response_model=Graph, responses=examples.of("graph"))
async def graph_claim(request: Request, maps: MapsDep, draft: drafts.ClaimDraft) -> Response:
    """Give one claim: everyone who spoke of it, each statement an edge of its own."""
    return await maps.graph(request, draft)


@router.get("/actors/{actor}", response_model=Graph)
async def graph_actor(request: Request, maps: MapsDep, draft: drafts.ActorDraft) -> Response:
    """Give one actor: the claims on which it or a voice of it spoke."""
    return await maps.graph(request, draft)


@router.get("/states/{state}", response_model=Graph)
async def graph_state(request: Request, maps: MapsDep, draft: drafts.StateDraft) -> Response:
    """Give one state as one: each statement of its voices is an edge from it."""
    return await maps.graph(request, draft)


@router.get("/weapons/{weapon}", response_model=Graph)
async def graph_weapon(request: Request, maps: MapsDep, draft: drafts.WeaponDraft) -> Response:
    """Give the claims about a weapon or a variant of it, and who said what on them."""
    return await maps.graph(request, draft)


@router.get("/between/{one}/{other}", response_model=Graph)
async def graph_between(request: Request, maps: MapsDep, draft: drafts.BetweenDraft) -> Response:
    """Give two actors and the claims that both spoke of or are named in."""
    return await maps.graph(request, draft)


@router.get("/dossiers/{dossier}", response_model=Graph)
async def graph_dossier(request: Request, maps: MapsDep, draft: drafts.DossierDraft) -> Response:
    """Give a whole dossier: all who spoke, all claims, every statement."""
    return await maps.graph(request, draft)


@router.get("/questions/{name}", response_model=Graph)
async def graph_question(request: Request, maps: MapsDep, draft: drafts.QuestionDraft) -> Response:
    """Give what a question answers. Its own parameters stand in the address, by name."""
    return await maps.graph(request, draft)


@router.get("/cypher", response_model=Graph)
async def graph_cypher(request: Request, maps: MapsDep, draft: drafts.CypherDraft) -> Response:
    """Give the nodes and relationships that a statement returns."""
    return await maps.graph(request, draft)


@router.get("/schema", response_model=Graph)
async def graph_schema(request: Request, maps: MapsDep, draft: drafts.SchemaDraft) -> Response:
    """Give the labels and the relationships between them, each with its count."""
    return await maps.graph(request, draft)
