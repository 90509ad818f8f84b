"""Feeds: what is new, on everything, a claim, an actor, a question or a search."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any, Literal, cast
from urllib.parse import quote

from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import Field

from api import examples
from api.deps import Asked, QuestionsDep, SiteDep, StoreDep
from api.given import given_once
from graph import entered, finding, queries
from graph.entered import Event
from graph.questions import DRAWN, Answer, short
from graph.store import Store
from graph.values import as_json
from viz.feeds import Entry, Feed, atom, json_feed, of_claim, of_row, of_statement

_TYPES = {"atom": "application/atom+xml", "json": "application/feed+json"}
_MOST = 50
"""Entries of a feed: the newest."""
_ROWS = 1000
"""Hits, and rows that are no statements, that are looked at: the first."""

router = APIRouter(
    prefix="/feeds",
    tags=["feeds"],
    default_response_class=Response,
    responses=examples.of(None, *_TYPES.values()),
)

Form = Annotated[
    Literal["atom", "json"], Path(description="`atom` (RFC 4287) or `json` (JSON Feed 1.1).")
]


class Nothing(Asked):
    """A feed that takes no parameters."""


class Words(Asked):
    """What to look for."""

    q: str = Field(min_length=1, max_length=200, examples=["zolfaghar"])
    """Words, or beginnings of words; accents and case do not matter. All of them must occur."""


NothingDep = Annotated[Nothing, Query()]


@router.get("/new.{form}")
async def feed_everything(
    request: Request, store: StoreDep, site: SiteDep, form: Form, _: NothingDep
) -> Response:
    """Follow everything: the newest 50 statements that entered the record or left it."""
    events = await entered.newest(store, most=_MOST)
    return _answer(request, form, "everything new", f"{site}/new", _entries(events, site))


@router.get("/claims/{claim}.{form}")
async def feed_claim(
    request: Request, store: StoreDep, site: SiteDep, claim: str, form: Form, _: NothingDep
) -> Response:
    """Follow a claim: the newest 50 statements on it that entered the record or left it."""
    about = await queries.claim(store, claim)
    events = await entered.newest(store, claim=claim, most=_MOST)
    home = f"{site}/claims/{quote(claim, safe='')}"
    return _answer(request, form, f"on the claim “{about.text}”", home, _entries(events, site))


@router.get("/actors/{actor}.{form}")
async def feed_actor(
    request: Request, store: StoreDep, site: SiteDep, actor: str, form: Form, _: NothingDep
) -> Response:
    """Follow an actor: the newest 50 statements that it or a voice of it made."""
    about = await queries.actor(store, actor)
    events = await entered.newest(store, voice=actor, most=_MOST)
    home = f"{site}/actors/{quote(actor, safe='')}"
    title = f"what {about.name} said, itself or by its voices"
    return _answer(request, form, title, home, _entries(events, site))


@router.get("/questions/{name}.{form}")
async def feed_question(
    request: Request,
    store: StoreDep,
    questions: QuestionsDep,
    site: SiteDep,
    name: Annotated[str, Path(description="Name of a question.", examples=["who_denied"])],
    form: Form,
) -> Response:
    """Follow a question: its statements, or its rows where they are none; the newest 50.

    Its parameters stand in the address, by name. A row without a statement is as new as the newest
    thing that it names, and a new entry when what it says changes.
    """
    found = await questions.ask(store, name, given_once(request, ()))
    home = f"{site}/questions/{short(found.question)}"
    home += f"?{request.url.query}" if request.url.query else ""
    if any(each.name == "statement" for each in found.question.returns):
        ids = {str(row["statement"]) for row in found.rows}
        entries = _entries(await entered.of_statements(store, ids, most=_MOST), site)
    else:
        entries = await _rows(store, found, home)
    asked = ", ".join(f"{name}: {value}" for name, value in found.params.items() if value)
    title = found.question.asks + (f" ({asked})" if asked else "")
    return _answer(request, form, title, home, entries)


@router.get("/search.{form}")
async def feed_search(
    request: Request,
    store: StoreDep,
    site: SiteDep,
    form: Form,
    asked: Annotated[Words, Query()],
) -> Response:
    """Follow a search: the statements and claims that have all of the words, the newest 50."""
    statements = await finding.search(store, asked.q, type_="Statement", limit=_ROWS)
    claims = await finding.search(store, asked.q, type_="Claim", limit=_ROWS)
    ids = {each.id for each in statements}
    entries = _entries(await entered.of_statements(store, ids, most=_MOST), site)
    known = await entered.moments(store, [each.id for each in claims])
    entries += [
        of_claim(each.id, each.text, site=site, at=known[each.id].recorded_at)
        for each in claims
        if each.id in known
    ]
    home = f"{site}/search?q={quote(asked.q)}"
    return _answer(request, form, f"search for “{asked.q}”", home, entries)


async def _rows(store: Store, found: Answer, home: str) -> list[Entry]:
    """Return an entry for each row, without what is only there to be drawn."""
    drawn = {each.name for each in found.question.returns if each.type in DRAWN}
    rows = [
        {name: as_json(value) for name, value in row.items() if name not in drawn}
        for row in found.rows[:_ROWS]
    ]
    known = await entered.moments(store, {text for row in rows for text in _texts(row)})
    fallback = max((each.recorded_at for each in known.values()), default=None)
    name, asks = short(found.question), found.question.asks
    entries: list[Entry] = []
    for row in rows:
        at = [known[text].recorded_at for text in _texts(row) if text in known]
        moment = max(at, default=fallback)
        if moment is not None:
            entries.append(of_row(row, question=name, asks=asks, url=home, at=moment))
    return entries


def _texts(value: object) -> Iterator[str]:
    """Yield every text in a row: ids are among them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from _in_all(cast("Mapping[str, Any]", value).values())
    elif isinstance(value, list):
        yield from _in_all(cast("list[Any]", value))


def _in_all(values: Iterable[object]) -> Iterator[str]:
    for each in values:
        yield from _texts(each)


def _entries(events: Iterable[Event], site: str) -> list[Entry]:
    return [of_statement(each.position, site=site, at=each.at, left=each.left) for each in events]


def _answer(
    request: Request, form: str, title: str, home: str, entries: Iterable[Entry]
) -> Response:
    newest = sorted(entries, key=lambda each: each.updated, reverse=True)[:_MOST]
    feed = Feed(title=f"Rejoinder: {title}", home=home, address=str(request.url), entries=newest)
    body = atom(feed) if form == "atom" else json_feed(feed)
    headers = {"X-Content-Type-Options": "nosniff"}
    return Response(body, media_type=f"{_TYPES[form]}; charset=utf-8", headers=headers)
