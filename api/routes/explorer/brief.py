"""A brief on a claim: everything on it as one page to print, with footnotes."""

import asyncio
from typing import Annotated
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Query, Request, Response

from api.deps import AsOf, QuestionsDep, StoreDep
from api.routes.explorer.shared import Link, framed, recorded, shown
from graph import queries
from graph.answers import Citation
from viz.pages import render
from viz.pages.brief import footnoted

router = APIRouter()

_ROWS = 600
"""Reports of statements at most, the oldest."""


@router.get("/claims/{claim}/brief")
async def show_brief(
    request: Request,
    store: StoreDep,
    questions: QuestionsDep,
    claim: str,
    asked: Annotated[AsOf, Query()],
) -> Response:
    """Show everything on one claim in the order said, each word with its numbered document."""
    given = {"claim": claim, **({"as_of": asked.as_of.isoformat()} if asked.as_of else {})}
    detail = await queries.claim(store, claim)
    answer, standings, origins = await asyncio.gather(
        questions.ask(store, "everything_on", given, most=_ROWS),
        queries.standings(store, [claim], **asked.clocks()),
        queries.origins(store, claim, **asked.clocks()),
    )
    paragraphs, notes = footnoted([Citation.model_validate(row) for row in answer.rows])
    frame = framed(
        request,
        asked,
        f"Brief on a claim: {detail.text}",
        links=(
            Link("JSON", f"/v1/questions/everything_on?{urlencode(given)}", "application/json"),
        ),
        cite=f"/v1/claims/{quote(claim, safe='')}/citation",
        withdrawn=await recorded(store, "claim", claim),
    )
    page = render(
        "brief",
        frame,
        claim=detail,
        standing=standings[claim],
        origins=origins,
        paragraphs=paragraphs,
        notes=notes,
        truncated=answer.truncated,
    )
    return shown(page)
