"""The page of a search: one box for claims, actors, statements, documents, weapons, questions."""

import asyncio
from typing import Annotated, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from api.deps import AsOf, QuestionsDep, StoreDep
from api.routes.explorer.shared import Link, framed, shown
from graph import finding, queries
from graph.store import Store
from viz.pages import render
from viz.pages.found import GROUPS, Group, row
from viz.pages.marking import folded, holds, marked

router = APIRouter()

_EACH, _ALL = 12, 100
"""Of one label, where all are shown and where only that one is."""
_FEW, _NEAR = 3, 5
"""With fewer than so many matches, so many near misses are shown."""


class Search(AsOf):
    """What to look for."""

    q: str = Field("", max_length=200)
    """Words, or beginnings of words; accents and case do not matter. All of them must occur."""
    type: Literal["Actor", "WeaponSystem", "Claim", "Statement", "Document"] | None = None
    """Only this label."""


@router.get("/search")
async def search(
    request: Request, store: StoreDep, questions: QuestionsDep, asked: Annotated[Search, Query()]
) -> Response:
    """Show what holds the words that are asked for, and, where little does, what looks alike."""
    words = finding.kept(asked.q)
    labels = [asked.type] if asked.type else list(GROUPS) if words else []
    groups = await asyncio.gather(
        *(
            _group(store, asked.q, words, each, _ALL if asked.type else _EACH)
            for each in labels
            if words
        )
    )
    frame = framed(
        request,
        asked,
        f"Search: {asked.q}" if asked.q.strip() else "Search",
        dated=False,
        query=asked.q,
        links=_links(asked) if words else (),
    )
    page = render(
        "search",
        frame,
        q=asked.q,
        words=words,
        only=asked.type,
        groups=groups,
        questions=[
            (name, marked(each.asks, words))
            for name, each in questions.questions.items()
            if words
            and not asked.type
            and holds(f"{name.replace('_', ' ')} {each.asks} {each.doc}", words)
        ],
    )
    return shown(page)


async def _group(store: Store, q: str, words: list[str], label: str, most: int) -> Group:
    """Return what is found of `label`; the nearest of what is not, where that is little."""
    found = await finding.search(store, q, type_=label, limit=most + 1)
    alike = (
        await finding.similar(store, q, type_=label, limit=_NEAR + len(found))
        if len(found) < _FEW
        else []
    )
    near = [each for each in alike if each.id not in {hit.id for hit in found}][:_NEAR]
    shown_, ids = found[:most], [each.id for each in (*found[:most], *near)]
    names = await queries.known_as(store, ids) if label in ("Actor", "WeaponSystem") else {}
    whole = await queries.whole(store, ids) if label == "Statement" else []
    positions = {each.statement: each for each in whole}
    plain = " ".join(folded(each) for each in words)
    # What is called exactly so comes first, whatever the index thinks of other matches.
    best = sorted(shown_, key=lambda hit: folded(hit.text) != plain)
    return Group(
        label,
        [row(each, words, names, positions) for each in best],
        [row(each, words, names, positions, whole=False) for each in near],
        len(found) > most,
    )


def _links(asked: Search) -> tuple[Link, ...]:
    words = urlencode({"q": asked.q})
    only = f"&type={asked.type}" if asked.type else ""
    return (
        Link("JSON", f"/v1/search?{words}{only}", "application/json"),
        Link("Atom feed", f"/feeds/search.atom?{words}", "application/atom+xml"),
        Link("JSON feed", f"/feeds/search.json?{words}", "application/feed+json"),
    )
