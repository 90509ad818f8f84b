"""Statements: one speech act with all that is recorded of it."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from api import examples
from api.deps import AsOf, StoreDep
from api.pages import answer
from graph import overviews
from graph.answers import StatementOverview

router = APIRouter(prefix="/v1/statements", tags=["statements"])


@router.get("/{statement}", response_model=StatementOverview, responses=examples.of("statement"))
async def read_statement(
    store: StoreDep, statement: str, asked: Annotated[AsOf, Query()]
) -> Response:
    """One statement: its words, its documents and what each calls it, and its thread.

    It is answered whichever day is asked about, also when it has left the record: `recordedAt` and
    `withdrawnAt` say from when to when it was there.
    """
    return answer(await overviews.statement(store, statement, **asked.clocks()))
