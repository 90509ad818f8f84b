"""Network maps, as pages."""

from fastapi import APIRouter, Request, Response

from api import drafts, examples
from api.deps import MapsDep

router = APIRouter(prefix="/maps", tags=["maps"], responses=examples.page())


@router.get("/claims/{claim}")
async def map_claim(request: Request, maps: MapsDep, draft: drafts.ClaimDraft) -> Response:
    """Map one claim: everyone who spoke of it, each statement a line of its own."""
    return await maps.page(request, draft)


@router.get("/actors/{actor}")
async def map_actor(request: Request, maps: MapsDep, draft: drafts.ActorDraft) -> Response:
    """Map one actor: the claims on which it or a voice of it spoke."""
    return await maps.page(request, draft)


@router.get("/states/{state}")
async def map_state(request: Request, maps: MapsDep, draft: drafts.StateDraft) -> Response:
    """Map one state as one: each statement of its voices is a line from it."""
    return await maps.page(request, draft)


@router.get("/weapons/{weapon}")
async def map_weapon(request: Request, maps: MapsDep, draft: drafts.WeaponDraft) -> Response:
    """Map the claims about a weapon or a variant of it, and who said what on them."""
    return await maps.page(request, draft)


@router.get("/between/{one}/{other}")
async def map_between(request: Request, maps: MapsDep, draft: drafts.BetweenDraft) -> Response:
    """Map two actors and the claims that both spoke of or are named in."""
    return await maps.page(request, draft)


@router.get("/dossiers/{dossier}")
async def map_dossier(request: Request, maps: MapsDep, draft: drafts.DossierDraft) -> Response:
    """Map a whole dossier: all who spoke, all claims, every statement."""
    return await maps.page(request, draft)


@router.get("/questions/{name}")
async def map_question(request: Request, maps: MapsDep, draft: drafts.QuestionDraft) -> Response:
    """Map what a question answers. Its own parameters stand in the address, by name."""
    return await maps.page(request, draft)


@router.get("/cypher")
async def map_cypher(request: Request, maps: MapsDep, draft: drafts.CypherDraft) -> Response:
    """Map the nodes and relationships that a statement returns."""
    return await maps.page(request, draft)


@router.get("/schema")
async def map_schema(request: Request, maps: MapsDep, draft: drafts.SchemaDraft) -> Response:
    """Map the schema: labels and the relationships between them, each with its count."""
    return await maps.page(request, draft)
