"""Lists as answers: a page of JSON with the address of the next one, or a CSV table."""

from collections.abc import Awaitable, Callable
from typing import Any, Generic, TypeVar

from fastapi import Request, Response
from pydantic import BaseModel

from api.deps import Listed
from api.tables import csv_text
from graph.answers import Record
from graph.questions import Answer
from graph.values import as_json

__all__ = ["CAUTION", "Answered", "Page", "answer", "answered", "page"]

R = TypeVar("R", bound=Record)

CAUTION = "Allegations and statements on them, as documents report them. Not findings."


class Page(Record, Generic[R]):
    """Some rows of a list."""

    caution: str = CAUTION
    """What these rows are, and are not."""
    rows: list[R]
    """The rows."""
    next: str | None
    """Address of the next page. Null on the last."""


class Answered(Record):
    """What a question answers."""

    caution: str = CAUTION
    """What these rows are, and are not."""
    question: str
    """What was asked, in one sentence."""
    parameters: dict[str, Any]
    """What it was asked with; null where nothing was given."""
    rows: list[dict[str, Any]]
    """The rows; `columns` of the question says what each holds. Days are ISO 8601."""
    truncated: bool
    """Whether rows beyond the limit were left out."""


def answered(found: Answer) -> Answered:
    """Return what a question answers, as the service and the command line give it."""
    return Answered(
        question=found.question.asks,
        parameters=dict(found.params),
        rows=[as_json(row) for row in found.rows],
        truncated=found.truncated,
    )


async def page(
    request: Request,
    asked: Listed,
    row: type[R],
    fetch: Callable[[str | None, int], Awaitable[list[R]]],
) -> Response:
    """Answer one page of what `fetch` returns for a cursor and a limit.

    The last field of `row` that is its cursor is called `key`, or `id` where ids are it.
    """
    found = await fetch(asked.after, asked.limit + 1)
    rows, more = found[: asked.limit], len(found) > asked.limit
    address: str | None = None
    if more:
        last: Any = rows[-1]
        cursor: str = getattr(last, "key", None) or last.id
        url = request.url.include_query_params(after=cursor)
        address = f"{url.path}?{url.query}"
    headers = {"Link": f'<{address}>; rel="next"'} if address else {}
    if asked.format == "csv":
        media_type = "text/csv; charset=utf-8"
        return Response(csv_text(row, rows), media_type=media_type, headers=headers)
    return answer(Page[row](rows=rows, next=address), headers)


def answer(content: BaseModel, headers: dict[str, str] | None = None) -> Response:
    """Answer `content` as JSON, written in one step: a response model costs ten times that."""
    body = content.model_dump_json(by_alias=True)
    return Response(body, media_type="application/json", headers=headers)
