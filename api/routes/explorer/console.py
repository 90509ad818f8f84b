"""The console: Cypher that is typed on a page, run as `/v1/cypher` runs it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response

from api.deps import guests_of, site_of
from api.given import as_given, given_once, of_statement
from api.leaving import while_here
from api.problems import status_of
from api.routes.cypher import LONGEST
from api.routes.explorer.shared import Link, shown
from cypher import StatementError, load
from cypher.scripts import read
from graph.errors import BadRequest, Closed, RejoinderError
from graph.guest.guests import Answer, Asked, Guests, Row
from graph.guest.limits import Limits
from graph.values import graph_in
from viz.pages import Frame, render
from viz.pages.cells import Column, cells
from viz.pages.listing import around

router = APIRouter()

_ROWS = 200
"""Rows of an answer on the page; CSV has more."""


@dataclass(frozen=True, slots=True)
class _Fault:
    """Why a statement was not answered."""

    words: str
    line: int | None
    column: int | None


@router.get("/cypher")
async def show_console(request: Request) -> Response:
    """Show the console, with the answer of the statement in its address."""
    try:
        guests = guests_of(request)
    except Closed as error:
        return _shown(request, str(error), status_of(error), {}, closed=str(error))
    typed = request.query_params.get("q", "")
    text = _lines(typed)
    given = {
        name.removeprefix("p."): value
        for name, value in request.query_params.items()
        if name.startswith("p.")
    }
    fields = {name: given.get(name, "") for name in (*_used(text), *given)}
    if not text.strip():
        return _shown(request, load("guest.denied").text, 200, fields, limits=guests.limits)
    try:
        given_once(request, ())
        asked = Asked(text, _params(request), rows=min(_ROWS, guests.limits.rows))
        answer, rows = await while_here(request.receive, guests.ask(asked))
    except RejoinderError as error:
        line, column = getattr(error, "line", None), getattr(error, "column", None)
        fault = _Fault(str(error), line, column)
        return _shown(request, text, status_of(error), fields, limits=guests.limits, fault=fault)
    return _answered(request, guests, asked, answer, rows, fields)


def _params(request: Request) -> dict[str, Any]:
    """Return the parameters of the statement; a field left empty was not given."""
    return {name: each for name, each in of_statement(request, {"q"}).items() if each != ""}


def _answered(
    request: Request,
    guests: Guests,
    asked: Asked,
    answer: Answer,
    rows: Sequence[Row],
    fields: Mapping[str, str],
) -> Response:
    pairs = {"q": asked.text, **{f"p.{name}": as_given(x) for name, x in asked.params.items()}}
    query = urlencode(pairs)
    csv = f"/v1/cypher?{query}&format=csv"
    nodes, _ = graph_in(each for row in rows for each in row.values)
    links = [Link("JSON", f"/v1/cypher?{query}", "application/json"), Link("CSV", csv, "text/csv")]
    links += [Link("map", f"/maps/cypher?{query}")] if nodes else []
    heads = [Column(name, "") for name in answer.columns]
    return _shown(
        request,
        asked.text,
        200,
        fields,
        limits=guests.limits,
        links=links,
        columns=heads,
        rows=[
            [cells(head, each, {}) for head, each in zip(heads, row.values, strict=True)]
            for row in rows
        ],
        notes=answer.notes,
        truncated=answer.truncated,
        csv=csv,
        permalink=f"/cypher?{query}",
        too_long=len(query) > LONGEST,
    )


def _shown(
    request: Request,
    text: str,
    status: int,
    fields: Mapping[str, str],
    *,
    closed: str | None = None,
    limits: Limits | None = None,
    fault: _Fault | None = None,
    links: Iterable[Link] = (),
    **answered: Any,
) -> Response:
    given = {"q": text, **{f"p.{name}": value for name, value in fields.items()}}
    frame = Frame(
        title="Console",
        path="/cypher",
        host=site_of(request),
        given=given if "q" in request.query_params else {},
        dated=False,
        links=tuple(links),
        script="console.js",
    )
    nothing = {
        "rows": None,
        "columns": (),
        "notes": (),
        "truncated": None,
        "csv": "",
        "permalink": "",
    }
    view = {**nothing, "too_long": False, **answered}
    page = render(
        "console",
        frame,
        text=text,
        params=fields,
        closed=closed,
        limits=limits or Limits(),
        most=min(_ROWS, limits.rows if limits else _ROWS),
        fault=fault,
        listing=around(text, fault.line, fault.column) if fault else (),
        **view,
    )
    return shown(page, status)


def _lines(text: str) -> str:
    """Return the text with the line ends that were typed: forms send others."""
    return text.replace("\r\n", "\n")


def _used(text: str) -> tuple[str, ...]:
    """Return the names of the parameters that the text uses; none where it cannot be told."""
    try:
        return tuple(dict.fromkeys(name for step in read(text).steps for name in step.used))
    except (StatementError, BadRequest):
        return ()
