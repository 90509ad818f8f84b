"""The page of a statement."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Request, Response

from api.deps import AsOf, SiteDep, StoreDep, today
from api.routes.explorer.shared import cited, forms, framed, shown
from graph import overviews, queries
from graph.dossiers.writing import as_dossier
from graph.queries import Filters
from viz.citing import of_statement
from viz.days import in_words
from viz.pages import render
from viz.pages.words import phrase

router = APIRouter()

_OTHERS = 10
"""Other statements of its speaker on its claim that its page names."""


@router.get("/statements/{statement}")
async def show_statement(
    request: Request,
    store: StoreDep,
    site: SiteDep,
    statement: str,
    asked: Annotated[AsOf, Query()],
) -> Response:
    """Show one statement: its words, its axes, its clocks, its documents, its thread."""
    found = await overviews.statement(store, statement, **asked.clocks())
    position = found.statement
    speaker, *_ = position.speakers
    filters = Filters(claim=position.claim.id, speaker=speaker.id, **asked.clocks())
    said = await queries.who(store, None, filters, limit=_OTHERS + 1)
    who = "; ".join(each.name for each in position.speakers)
    path = f"/statements/{quote(statement)}"
    frame = framed(
        request,
        asked,
        f"{who} {phrase(position.act)}, {in_words(position.said)}",
        links=forms(asked, path),
        withdrawn=position.withdrawn_at and position.withdrawn_at.date(),
        **cited(of_statement(position, site=site, read_on=today(), as_of=asked.as_of)),
    )
    page = render(
        "statement",
        frame,
        position=position,
        thread=found.thread,
        speaker=speaker,
        others=[each for each in said if each.statement != position.statement][:_OTHERS],
        dossier=as_dossier(position),
    )
    return shown(page)
