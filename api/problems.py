"""Errors over HTTP: RFC 9457 problem details; the same as a page for who reads in a browser.

A new kind of error is a new row in `PROBLEMS`, and nothing else.
"""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, NamedTuple
from urllib.parse import quote, urlencode

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from api.sealed import shown
from graph.errors import (
    BadRequest,
    Busy,
    Closed,
    CypherError,
    NotFound,
    Refused,
    RejoinderError,
    Renamed,
    TooSlow,
    Unavailable,
)
from viz.pages import Frame, render

__all__ = ["PROBLEMS", "RESPONSES", "Problem", "install", "status_of"]

MEDIA_TYPE = "application/problem+json"


class InvalidField(BaseModel):
    """One thing wrong with a request."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    loc: list[str | int]
    """Where: query or path, and the name of the parameter."""
    msg: str
    """What is wrong. The value itself is never repeated."""


class Problem(BaseModel):
    """An RFC 9457 problem details object."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    type: str = "about:blank"
    """URI of the kind of problem. Stable: clients may switch on it."""
    title: str
    """The kind of problem in a few words, the same for every occurrence."""
    status: int
    """HTTP status code, repeated from the response."""
    detail: str | None = None
    """What went wrong this time, for a person to read."""
    instance: str | None = None
    """Path of the request that failed."""
    near: list[str] | None = None
    """Extension: ids like the one that is not there."""
    rule: str | None = None
    """Extension: the rule that refuses a statement."""
    line: int | None = None
    """Extension: the line of a statement that is meant, from 1."""
    column: int | None = None
    """Extension: the column in that line, from 1."""
    errors: list[InvalidField] | None = None
    """Extension: what is wrong with each parameter."""


class Kind(NamedTuple):
    """What one class of error is over HTTP."""

    type: str
    title: str
    status: HTTPStatus


PROBLEMS: Mapping[type[RejoinderError], Kind] = {
    NotFound: Kind("/problems/not-found", "Not in the graph", HTTPStatus.NOT_FOUND),
    Refused: Kind("/problems/refused", "Refused by a rule", HTTPStatus.BAD_REQUEST),
    CypherError: Kind("/problems/cypher", "Cypher that fails", HTTPStatus.BAD_REQUEST),
    Closed: Kind("/problems/closed", "Switched off", HTTPStatus.FORBIDDEN),
    TooSlow: Kind("/problems/too-slow", "Took too long", HTTPStatus.GATEWAY_TIMEOUT),
    Busy: Kind("/problems/busy", "As many as may at once", HTTPStatus.SERVICE_UNAVAILABLE),
    BadRequest: Kind("/problems/bad-request", "Cannot be meant", HTTPStatus.BAD_REQUEST),
    Unavailable: Kind("/problems/unavailable", "No answer", HTTPStatus.SERVICE_UNAVAILABLE),
    RejoinderError: Kind("/problems/failed", "Failed", HTTPStatus.INTERNAL_SERVER_ERROR),
}
"""A class of error that has no row of its own is what its nearest base class is."""
_DATA = ("/v1", "/feeds", "/openapi", "/healthz", "/readyz")
"""Where programs ask, whatever else they say that they would take."""
_RETRY_AFTER_S = 5
"""When to ask again after a 503: about the time in which a private Neo4j is started again."""
_RENAMED = Kind("/problems/renamed", "Has another id now", HTTPStatus.PERMANENT_REDIRECT)
_INVALID = Kind("/problems/invalid", "Invalid request", HTTPStatus(422))

RESPONSES: dict[int | str, dict[str, Any]] = {
    "308": {"model": Problem, "description": "An id in the address is another now: see Location."},
    "4XX": {"model": Problem},
    "5XX": {"model": Problem},
}
"""What every route may answer besides its result."""


def install(app: FastAPI) -> None:
    """Make every error that `app` answers a problem, and document it as one."""

    @app.exception_handler(RejoinderError)
    def domain(request: Request, error: RejoinderError) -> Response:
        if isinstance(error, Renamed) and (address := _address_now(request, error)):
            return _moved(request, error, address)
        kind = _kind(error)
        missed = error if isinstance(error, NotFound) else None
        near = list(missed.near) if missed and missed.near else None
        problem = Problem(**kind._asdict(), detail=str(error), near=near)
        if isinstance(error, Refused | CypherError):
            place = {"line": error.line, "column": error.column}
            problem = problem.model_copy(update={"rule": getattr(error, "rule", None), **place})
        unavailable = kind.status == HTTPStatus.SERVICE_UNAVAILABLE
        headers = {"Retry-After": str(_RETRY_AFTER_S)} if unavailable else None
        return _answer(request, problem, headers, f"/{missed.kind}s/" if missed else "/")

    @app.exception_handler(RequestValidationError)
    def invalid(request: Request, error: RequestValidationError) -> Response:
        fields = [
            InvalidField(loc=list(each["loc"]), msg=_in_our_words(each)) for each in error.errors()
        ]
        detail = "; ".join(f"{field.loc[-1]}: {field.msg}" for field in fields)
        return _answer(request, Problem(**_INVALID._asdict(), detail=detail, errors=fields))

    @app.exception_handler(HTTPException)
    def http(request: Request, error: HTTPException) -> Response:
        status = HTTPStatus(error.status_code)
        problem = Problem(title=status.phrase, status=status, detail=error.detail)
        return _answer(request, problem, error.headers)

    @app.exception_handler(ClientDisconnect)
    def gone(request: Request, error: ClientDisconnect) -> Response:
        return Response(status_code=499)  # nobody is there to read it

    @app.exception_handler(Exception)
    def unexpected(request: Request, error: Exception) -> Response:
        # The traceback is in the log; what it says is not for the client.
        status = HTTPStatus.INTERNAL_SERVER_ERROR
        return _answer(request, Problem(title=status.phrase, status=status))

    build = app.openapi

    def openapi() -> dict[str, Any]:
        # FastAPI documents every model as application/json; problems are not.
        if app.openapi_schema is None:
            for path in build()["paths"].values():
                for operation in path.values():
                    operation["responses"].pop("422", None)
                    for status in RESPONSES:
                        content = operation["responses"][status]["content"]
                        content[MEDIA_TYPE] = content.popitem()[1]
        return build()

    app.openapi = openapi


def status_of(error: RejoinderError) -> int:
    """Return the HTTP status of `error`."""
    return _kind(error).status


def _kind(error: RejoinderError) -> Kind:
    return next(PROBLEMS[each] for each in type(error).__mro__ if each in PROBLEMS)


def _address_now(request: Request, error: Renamed) -> str | None:
    """Return the address asked for with the id of now; None where the old one is not in it."""
    parts = request.url.path.split("/")
    # Routers are included under a path that their routes do not know: what matches is the end.
    template = request.scope["route"].path_format.split("/")
    for place in range(-len(template), 0):
        id_, dot, form = parts[place].partition(".")
        if "{" in template[place] and id_ == error.key:
            parts[place] = f"{error.now}{dot}{form}"
    path, query = quote("/".join(parts)), request.url.query
    given = request.query_params.multi_items()
    if any(value == error.key for _, value in given):
        query = urlencode([(k, error.now if v == error.key else v) for k, v in given])
    moved = (path, query) != (quote(request.url.path), request.url.query)
    return (f"{path}?{query}" if query else path) if moved else None


def _moved(request: Request, error: Renamed, address: str) -> Response:
    # A browser would keep it for good, and an id may be given back.
    headers = {"Location": address, "Cache-Control": "no-cache"}
    problem = Problem(**_RENAMED._asdict(), detail=str(error), near=[error.now])
    return _answer(request, problem, headers, f"/{error.kind}s/")


def _in_our_words(error: Mapping[str, Any]) -> str:
    if error["type"] == "extra_forbidden":
        return "there is no such parameter here"
    return str(error["msg"])


def _reads(request: Request) -> bool:
    """Return whether somebody reads what `request` asks for, rather than a program."""
    asks = "text/html" in request.headers.get("accept", "")
    return asks and not request.url.path.startswith(_DATA)


def _page(
    request: Request, problem: Problem, headers: Mapping[str, str] | None, folder: str
) -> Response:
    """Answer a problem as a page, with ways on; what is near is under `folder`."""
    frame = Frame(problem.title, request.url.path, dated=False)
    detail = problem.detail or "It is not known why. The log of the service says more."
    page = render("problem", frame, detail=detail, near=problem.near or [], folder=folder)
    return shown(page, problem.status, headers)


def _answer(
    request: Request,
    problem: Problem,
    headers: Mapping[str, str] | None = None,
    folder: str = "/",
) -> Response:
    if _reads(request):
        return _page(request, problem, headers, folder)
    body = problem.model_copy(update={"instance": request.url.path})
    return JSONResponse(
        body.model_dump(mode="json", exclude_none=True),
        status_code=problem.status,
        headers=headers,
        media_type=MEDIA_TYPE,
    )
