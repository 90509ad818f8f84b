"""The pages of claims: all of them, and one with everything that is said of it."""

import asyncio
from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response

from api.deps import QuestionsDep, SiteDep, StoreDep, today
from api.routes.explorer.shared import (
    Listed,
    cited,
    forms,
    framed,
    older,
    recorded,
    shown,
)
from graph import overviews, queries
from graph.answers import Mention
from graph.dates import span
from graph.queries import Filters
from viz.citing import of_claim
from viz.pages import render
from viz.pages.claim import REACTIONS, columns, firsts, strip

router = APIRouter()

_CLAIMS = 40
_ROWS = 50
"""Statements on one page of a claim, and ids in one of its lists."""


_ASKS = {
    "who_denied": "who denied it",
    "who_alleged": "who alleged it, and who only repeated it",
    "who_gave_no_answer": "who gave no answer",
    "who_changed_position": "who changed position",
    "way_back": "where each document leads back to",
}
"""Questions that its page leads to, filled in."""


class Claim(Listed):
    """The page of a claim."""

    order: Literal["newest", "oldest"] = "newest"
    """Which statements come first. Only of a claim whose statements are on one page."""


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
    asked: Annotated[Claim, Query()],
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
    whole = len(rows) <= _ROWS and not asked.after
    oldest = whole and asked.order == "oldest"
    path = f"/claims/{claim}"
    citable = of_claim(found.claim, found.standing, site=site, read_on=today(), as_of=asked.as_of)
    frame = framed(
        request,
        asked,
        f"Claim: {found.claim.text}",
        links=forms(
            asked, path, csv=f"/v1{path}/positions", map_=f"/maps{path}", feed=f"/feeds{path}"
        ),
        withdrawn=left,
        **cited(citable),
    )
    in_order = [each.statement for each in found.timeline]
    held = columns(sorted(here, key=lambda x: in_order.index(x.statement)) if oldest else here)
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
        after=asked.after,
        next=older(frame, here[-1].key if len(rows) > _ROWS else None),
        reactions=[each for each in here if each.act in REACTIONS],
        withdrawn=[row for row in withdrawn.rows if _by(row["on"], asked.as_of)],
        silent=[
            (Mention(id=each["actor"], name=each["name"], type="Actor"), each["acts"])
            for each in silent.rows
        ],
        asks=[(name, text) for name, text in _ASKS.items() if name in questions.questions],
        firsts=[] if "timeline" in found.truncated else firsts(found.timeline),
        oldest=oldest,
        turned=frame.at(path, order="newest" if oldest else "oldest") if whole else None,
        unquoted=[each["statement"] for each in unquoted.rows],
    )
    return shown(page)


def _by(edtf: str | None, day: date | None) -> bool:
    """Return whether a day has certainly come by `day`; of all that is known, any has."""
    latest = span(edtf).latest if edtf else None
    return day is None or (latest is not None and latest <= day)
