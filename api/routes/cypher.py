"""Cypher from strangers: any statement that only reads."""

from collections.abc import Coroutine, Mapping
from contextlib import suppress
from typing import Annotated, Any, Literal, TypeVar, cast
from urllib.parse import urlencode

from fastapi import APIRouter, Body, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field
from pydantic_core import to_json
from starlette.requests import ClientDisconnect
from starlette.types import Receive, Scope, Send

from api import examples
from api.deps import GuestsDep
from api.envelopes import CAUTION
from api.given import as_given, of_statement
from api.leaving import while_here
from api.tables import rows_csv
from cypher import load
from graph.errors import RejoinderError
from graph.guest.guests import Answer, Asked, Guests, Row
from graph.guest.plan import Note

router = APIRouter(tags=["Cypher"])

Format = Literal["json", "ndjson", "csv"]
T = TypeVar("T")
_DENIED = load("guest.denied").text
_OURS = ("q", "format", "timeout", "rows")
LONGEST = 8_000
"""Characters of an address that proxies and browsers still take."""


class CypherAnswer(BaseModel):
    """What a statement answers."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    caution: str
    """What these rows are, and are not."""
    columns: list[str]
    """Names of the columns."""
    rows: list[list[Any]]
    """The rows, a list of values each. What JSON has no form for is
    `{"$type": ..., "_value": ...}` as in Neo4j's Query API: dates, durations, points, nodes,
    relationships, paths, whole numbers beyond 2^53."""
    truncated: Literal["rows", "bytes"] | None
    """Which limit cut the rows off; null when these are all."""
    notes: list[Note]
    """What the server remarks: deprecations, cartesian products, names that do not occur."""
    permalink: str | None
    """Address of this question and format; null when it is too long for one."""


class Statement(BaseModel):
    """A statement and its parameters."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)

    statement: str = Field(examples=[_DENIED])
    """Cypher that reads."""
    parameters: dict[str, Any] = Field({}, examples=[{"claim": "iran-arms-neither-side"}])
    """Values of its parameters: JSON."""
    timeout: float | None = Field(None, gt=0, examples=[5])
    """Seconds that it may take; at most the limit of this service, which is the default."""
    rows: int | None = Field(None, gt=0, examples=[100])
    """Rows wanted; at most the limit of this service, which is the default."""
    format: Format = "json"
    """`ndjson`: columns, then a row a line as they come, then the rest. `csv`: a table."""


class _Streamed(Response):
    """Rows as they come, a line each: columns and remarks first, whether it was cut last."""

    def __init__(self, guests: Guests, asked: Asked) -> None:
        super().__init__(media_type="application/x-ndjson")
        self._guests, self._asked = guests, asked
        del self.headers["content-length"]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        with suppress(ClientDisconnect):  # what is said to nobody needs no answer
            await while_here(receive, self._give(send))

    async def _give(self, send: Send) -> None:
        begun = False
        try:
            async with self._guests.answering(self._asked) as (answer, rows):
                start = {"type": "http.response.start", "status": 200, "headers": self.raw_headers}
                await send(start)
                begun = True
                head = {"caution": CAUTION, "columns": answer.columns, "notes": answer.notes}
                await send(_line(to_json(head), more=True))
                async for row in rows:
                    await send(_line(row.json, more=True))
        except RejoinderError as error:
            if not begun:
                raise
            await send(_line(to_json({"error": str(error)}), more=False))
        else:
            await send(_line(to_json({"truncated": answer.truncated}), more=False))


def _line(text: bytes, *, more: bool) -> dict[str, Any]:
    return {"type": "http.response.body", "body": text + b"\n", "more_body": more}


@router.post(
    "/v1/cypher",
    response_model=CypherAnswer,
    responses=examples.of(None, examples.CSV, examples.LINES),
)
async def run_cypher(
    request: Request, guests: GuestsDep, body: Annotated[Statement, Body()]
) -> Response:
    """Answer a statement that only reads."""
    asked = Asked(body.statement, body.parameters, body.timeout, body.rows)
    return await _answered(request, guests, asked, body.format)


@router.get(
    "/v1/cypher",
    response_model=CypherAnswer,
    responses=examples.of("cypher", examples.CSV, examples.LINES),
)
async def ask_cypher(
    request: Request,
    guests: GuestsDep,
    q: Annotated[
        str,
        Query(
            description="Cypher that reads. Its parameter `$name` is `p.name` in the address: "
            "JSON where it is JSON, a day where it is `date('2024-02-24')`, text otherwise.",
            examples=[_DENIED],
        ),
    ],
    format: Annotated[Format, Query(description="As in POST.")] = "json",  # noqa: A002
    timeout: Annotated[  # noqa: ASYNC109  it is the caller's, and handed on
        float | None, Query(gt=0, description="Seconds that it may take.", examples=[5])
    ] = None,
    rows: Annotated[int | None, Query(gt=0, description="Rows wanted.", examples=[100])] = None,
) -> Response:
    """Answer a statement that only reads, from an address that can be cited."""
    return await _answered(
        request, guests, Asked(q, of_statement(request, _OURS), timeout, rows), format
    )


async def _answered(request: Request, guests: Guests, asked: Asked, form: Format) -> Response:
    if form == "ndjson":
        return _Streamed(guests, asked)
    answer, rows = await _here(request, guests.ask(asked))
    if form == "csv":
        headers = {"Rejoinder-Truncated": answer.truncated or "no"}
        text = rows_csv(answer.columns, [_named(answer, row) for row in rows])
        return Response(text, media_type="text/csv; charset=utf-8", headers=headers)
    return Response(_json(asked, answer, rows), media_type="application/json")


async def _here(request: Request, work: Coroutine[Any, Any, T]) -> T:
    return await while_here(request.receive, work)


def _json(asked: Asked, answer: Answer, rows: list[Row]) -> bytes:
    """Return the answer as JSON, its rows as they were written when they came."""
    rest = {
        "caution": CAUTION,
        "columns": answer.columns,
        "truncated": answer.truncated,
        "notes": answer.notes,
        "permalink": _permalink(asked),
    }
    return to_json(rest)[:-1] + b',"rows":[' + b",".join(row.json for row in rows) + b"]}"


def _permalink(asked: Asked) -> str | None:
    given = [("q", asked.text)]
    for name, value in asked.params.items():
        given.append((f"p.{name}", as_given(value)))
    given += [("timeout", str(asked.timeout_s))] if asked.timeout_s else []
    given += [("rows", str(asked.rows))] if asked.rows else []
    address = f"/v1/cypher?{urlencode(given)}"
    return address if len(address) <= LONGEST else None


def _named(answer: Answer, row: Row) -> Mapping[str, Any]:
    return dict(zip(answer.columns, cast("list[Any]", row.values), strict=True))
