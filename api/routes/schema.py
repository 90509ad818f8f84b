"""The schema of the graph, for those who write Cypher."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response
from pydantic import Field

from api import examples
from api.deps import Asked, StoreDep
from api.pages import answer
from api.tables import csv_text
from graph.answers import DescribedRow, DescribedSchema
from graph.described import flat, schema

router = APIRouter(prefix="/v1/schema", tags=["schema"])


class SchemaAsked(Asked):
    """A question about the schema."""

    only: str | None = Field(None, max_length=100, examples=["Claim"])
    """A label or a relationship type: only that is described."""
    format: Literal["json", "csv"] = "json"
    """`csv` for a table: a row for each label, type and property."""


@router.get("", response_model=DescribedSchema, responses=examples.of("schema", examples.CSV))
async def read_schema(store: StoreDep, asked: Annotated[SchemaAsked, Query()]) -> Response:
    """Describe what the graph is made of: labels, relationships, properties, each with its meaning.

    Counts are those of this graph, read anew: on a large one that takes a while. What is
    derived is rebuilt from the statements and never written by hand.
    """
    found = await schema(store, asked.only)
    if asked.format == "csv":
        media_type = "text/csv; charset=utf-8"
        return Response(csv_text(DescribedRow, flat(found)), media_type=media_type)
    return answer(found)
