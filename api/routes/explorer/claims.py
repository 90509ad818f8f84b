"""The pages of claims: all of them, and one with everything that is said of it."""

import asyncio
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.deps import QuestionsDep, SiteDep, StoreDep
from api.routes.explorer.shared import (
    Listed,
    cited,
    forms,
    framed,
    older,
    recorded,
    shown,
    today,
)
from graph import overviews, queries
from graph.answers import Mention
from graph.queries import Filters
from viz.citing import of_claim
from viz.pages import render
from viz.pages.claim import REACTIONS, columns, strip

router = APIRouter()

_CLAIMS = 40
_ROWS = 50
"""Statements on one page of a claim, and ids in one of its lists."""


@router.get("/claims")
async def list_claims(
    request: Request, store: StoreDep, asked: Annotated[Listed, Query()]
) -> Response:
    """Show all claims with their standing, by id."""
    found = await overviews.claims(
        store,
        as_of=asked.as_of,
        recorded_as_of=asked.recorded_as_of,
        after=asked.after,
        limit=_CLAIMS + 1,
    )
    frame = framed(request, asked, "Claims", links=forms(asked, "/claims", csv="/v1/claims"))
    cursor = found[_CLAIMS - 1].key if len(found) > _CLAIMS else None
    page = render("claims", frame, claims=found[:_CLAIMS], next=older(frame, cursor))
    return shown(page)


@router.get("/claims/{claim}")
async def show_claim(
    request: Request,
    store: StoreDep,
    questions: QuestionsDep,
    site: SiteDep,
    claim: str,
    asked: Annotated[Listed, Query()],
) -> Response:
    """Show one claim: how it stands, who holds what, where it comes from, what is missing."""
    day = {"as_of": asked.as_of.isoformat()} if asked.as_of else {}
    filters = Filters(claim=claim, **asked.clocks())
    found = await overviews.claim(store, claim, **asked.clocks())
    left, rows, withdrawn, silent, unquoted = await asyncio.gather(
        recorded(store, "claim", claim),
        queries.who(store, None, filters, after=asked.after, limit=_ROWS + 1),
        questions.ask(store, "withdrawn_or_walked_back", {"claim": claim}, most=_ROWS),
        questions.ask(store, "parties_without_position", {"claim": claim, **day}),
        questions.ask(store, "without_quote", {"claim": claim, **day}, most=_ROWS),
    )
    here = rows[:_ROWS]
    path = f"/claims/{claim}"
    citable = of_claim(found.claim, found.standing, site=site, read_on=today(), as_of=asked.as_of)
    frame = framed(
        request,
        asked,
        found.claim.text,
        links=forms(
            asked, path, csv=f"/v1{path}/positions", map_=f"/maps{path}", feed=f"/feeds{path}"
        ),
        withdrawn=left,
        **cited(citable),
    )
    held = columns(here)
    page = render(
        "claim",
        frame,
        claim=found.claim,
        standing=found.standing,
        origins=found.origins,
        changes=found.changes,
        thread=found.thread,
        columns=held,
        strip=strip(held),
        older=asked.after,
        next=older(frame, here[-1].key if len(rows) > _ROWS else None),
        reactions=[each for each in here if each.act in REACTIONS],
        withdrawn=withdrawn.rows,
        silent=[Mention(id=x["actor"], name=x["name"], type="Actor") for x in silent.rows],
        unquoted=[each["statement"] for each in unquoted.rows],
    )
    return shown(page)
