"""Answers over HTTP: a page of JSON with the address of the next one, or a CSV table."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from fastapi import Request, Response
from pydantic import BaseModel

from api.deps import Listed
from api.envelopes import Page
from api.tables import csv_text
from graph.answers import Record

__all__ = ["answer", "page"]

R = TypeVar("R", bound=Record)


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
