"""The page of a weapon system."""

import asyncio
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Request, Response

from api.deps import QuestionsDep, StoreDep
from api.routes.explorer.shared import Listed, forms, framed, older, recorded, shown
from graph import overviews, queries
from viz.pages import render

router = APIRouter()

_CLAIMS = 40
_NAMED = 1000
"""Claims at most whose supplier and recipient are looked up."""


@router.get("/weapons/{weapon}")
async def show_weapon(
    request: Request,
    store: StoreDep,
    questions: QuestionsDep,
    weapon: str,
    asked: Annotated[Listed, Query()],
) -> Response:
    """Show one weapon system: what is claimed of it, and what was stated of its range and maker."""
    detail, claims, about = await asyncio.gather(
        queries.weapon_detail(store, weapon),
        overviews.claims(
            store,
            weapon=weapon,
            as_of=asked.as_of,
            recorded_as_of=asked.recorded_as_of,
            after=asked.after,
            limit=_CLAIMS + 1,
        ),
        questions.ask(store, "about_weapon", {"weapon": weapon}, most=_NAMED),
    )
    path = f"/weapons/{quote(weapon, safe='')}"
    frame = framed(
        request,
        asked,
        detail.name,
        links=forms(asked, path, map_=f"/maps{path}"),
        withdrawn=await recorded(store, "weapon", weapon),
    )
    cursor = claims[_CLAIMS - 1].key if len(claims) > _CLAIMS else None
    page = render(
        "weapon",
        frame,
        weapon=detail,
        claims=claims[:_CLAIMS],
        named={row["claim"]: row for row in about.rows},
        next=older(frame, cursor),
    )
    return shown(page)
