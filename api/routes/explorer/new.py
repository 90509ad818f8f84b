"""The page of what is new since a day."""

import asyncio
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response

from api.deps import AsOf, Day, QuestionsDep, StoreDep
from api.routes.explorer.shared import Link, framed, shown
from graph import queries
from graph.queries import Filters
from graph.questions import Catalogue
from graph.store import Store
from viz.pages import render
from viz.pages.since import Entry, by_claim

router = APIRouter()

_NEWEST = 40
"""Statements shown where no day is asked about."""
_ROWS = 200
"""Of what is new."""
_FEEDS = (
    Link("Atom feed", "/feeds/new.atom", "application/atom+xml"),
    Link("JSON feed", "/feeds/new.json", "application/feed+json"),
)


class New(AsOf):
    """Since when, and by which clock."""

    since: Day = None
    """What came after the end of this day; left out: the newest statements."""
    clock: Literal["said", "recorded"] = "said"
    """`said`: what was said since. `recorded`: what this graph took in or took off its record."""


@router.get("/new")
async def show_new(
    request: Request, store: StoreDep, questions: QuestionsDep, asked: Annotated[New, Query()]
) -> Response:
    """Show what is new since a day, by claim, with what changed in how each stands."""
    entries, truncated = await _since(store, questions, asked)
    newest = (
        []
        if asked.since
        else await queries.who(store, None, Filters(**asked.clocks()), limit=_NEWEST)
    )
    links = _FEEDS
    if asked.since:
        address = f"/v1/questions/new_since?day={asked.since}&clock={asked.clock}"
        csv = Link("CSV", f"{address}&format=csv", "text/csv")
        links = (Link("JSON", address, "application/json"), csv, *_FEEDS)
    page = render(
        "new",
        framed(request, asked, "New", links=links),
        since=asked.since,
        clock=asked.clock,
        entries=entries,
        truncated=truncated,
        newest=newest,
    )
    return shown(page)


async def _since(store: Store, questions: Catalogue, asked: New) -> tuple[list[Entry], bool]:
    """Return what is new by claim, and whether some of it is left out."""
    if asked.since is None:
        return [], False
    given = {"day": asked.since.isoformat(), "clock": asked.clock}
    answer = await questions.ask(store, "new_since", given, most=_ROWS)
    then = asked.clocks()
    then["as_of" if asked.clock == "said" else "recorded_as_of"] = asked.since
    claims = list(dict.fromkeys(row["claim"] for row in answer.rows))
    positions, now, before = await asyncio.gather(
        queries.whole(store, [row["statement"] for row in answer.rows], **asked.clocks()),
        queries.standings(store, claims, **asked.clocks()),
        queries.standings(store, claims, **then),
    )
    return by_claim(answer.rows, positions, before, now), answer.truncated
