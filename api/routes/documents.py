"""Documents: what stands or falls with one."""

from fastapi import APIRouter, Response

from api import examples
from api.deps import StoreDep
from api.pages import answer
from graph import overviews
from graph.answers import DocumentOverview

router = APIRouter(prefix="/v1/documents", tags=["documents"])


@router.get("/{document}", response_model=DocumentOverview, responses=examples.of("document"))
async def read_document(store: StoreDep, document: str) -> Response:
    """One document: what it draws on, and the statements that depend on it.

    A document that its publisher withdrew leaves its statements on the record: they are here.
    """
    return answer(await overviews.document(store, document))
