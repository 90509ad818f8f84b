"""The page about the record itself."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.deps import AsOf
from api.routes.explorer.shared import framed, shown
from graph.vocabulary import ACTS, AGAINST, FOR, Belief
from viz.pages import render
from viz.pages.claim import COLUMNS
from viz.sectors import BELIEFS

router = APIRouter()


@router.get("/about")
async def show_about(request: Request, asked: Annotated[AsOf, Query()]) -> Response:
    """Show the model, every act and belief in plain words, the method and its limits."""
    page = render(
        "about",
        framed(request, asked, "About", dated=False),
        acts=list(ACTS.values()),
        beliefs=[(each, text, _column(each)) for each, text in BELIEFS.items()],
    )
    return shown(page)


def _column(belief: Belief) -> str:
    return COLUMNS[0 if belief in FOR else 2 if belief in AGAINST else 1].lower()
