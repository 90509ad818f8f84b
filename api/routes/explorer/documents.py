"""The page of a document."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Request, Response

from api.deps import AsOf, SiteDep, StoreDep, today
from api.routes.explorer.shared import cited, forms, framed, recorded, shown
from graph import overviews, queries
from graph.answers import DocumentDetail
from viz.citing import of_document
from viz.days import in_words
from viz.pages import render

router = APIRouter()

_STATEMENTS = 50
"""Statements shown whole; the newest."""


@router.get("/documents/{document}")
async def show_document(
    request: Request, store: StoreDep, site: SiteDep, document: str, asked: Annotated[AsOf, Query()]
) -> Response:
    """Show one document: what it reports, where it has that from, what stands or falls with it."""
    found = await overviews.document(store, document)
    own = [each for each in found.dependents if document in each.through]
    ids = [each.statement for each in own[:_STATEMENTS]]
    path = f"/documents/{quote(document, safe='')}"
    frame = framed(
        request,
        asked,
        _title(found.document),
        links=forms(asked, path),
        withdrawn=await recorded(store, "document", document),
        **cited(of_document(found.document, site=site, read_on=today(), as_of=asked.as_of)),
    )
    page = render(
        "document",
        frame,
        document=found.document,
        statements=await queries.whole(store, ids, **asked.clocks()),
        left_out=len(own) - len(ids),
        dependents=found.dependents,
        truncated=found.truncated,
    )
    return shown(page)


def _title(document: DocumentDetail) -> str:
    """Return its headline; of one without, what it is known by: whose it is, and of which day."""
    if document.title or not document.publisher:
        return document.title or document.id
    return f"{document.publisher.name}, {in_words(document.published)}"
