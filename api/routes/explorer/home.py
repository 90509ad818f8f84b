"""The first page."""

import asyncio
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.deps import AsOf, QuestionsDep, StoreDep
from api.routes.explorer.shared import FIVE, Link, framed, shown
from graph import overviews, queries
from graph.queries import Filters
from viz.pages import render

router = APIRouter()

_NEWEST, _CONTESTED = 8, 8


@router.get("/")
async def show_home(
    request: Request, store: StoreDep, questions: QuestionsDep, asked: Annotated[AsOf, Query()]
) -> Response:
    """Show what was said last, what is contested most, and what can be asked."""
    newest, contested = await asyncio.gather(
        queries.who(store, None, Filters(**asked.clocks()), limit=_NEWEST),
        overviews.contested(store, limit=_CONTESTED),
    )
    standings = await queries.standings(store, [each.id for each in contested], **asked.clocks())
    then = [each.model_copy(update={"standing": standings[each.id]}) for each in contested]
    feeds = (
        Link("Atom feed", "/feeds/new.atom", "application/atom+xml"),
        Link("JSON feed", "/feeds/new.json", "application/feed+json"),
    )
    page = render(
        "home",
        framed(request, asked, "Who said what", links=feeds),
        newest=newest,
        contested=[each for each in then if each.standing.standing == "disputed"],
        questions=[(name, questions.named(name).asks) for name in FIVE],
    )
    return shown(page)
