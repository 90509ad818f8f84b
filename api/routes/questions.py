"""The catalogue: every question listed, described, asked, and its text."""

from collections.abc import Sequence
from typing import Annotated, Literal
from urllib.parse import quote

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.responses import PlainTextResponse, RedirectResponse

from api import examples
from api.deps import QuestionsDep, StoreDep
from api.envelopes import Answered, answered
from api.given import given_once
from api.pages import answer
from api.tables import rows_csv
from cypher import Field, Param, Statement
from graph.answers import Record
from graph.questions import MOST, drawn, short

router = APIRouter(prefix="/v1/questions", tags=["questions"])

Name = Annotated[
    str, Path(description="Name of a question; the list has them.", examples=["who_denied"])
]


class Column(Record):
    """One column of an answer."""

    name: str
    """Its name."""
    type: str
    """Its Cypher type."""
    meaning: str
    """What it holds, null included."""


class Parameter(Column):
    """One parameter of a question."""

    required: bool
    """Whether it must be given. Left out, the others are null."""
    ids_of: str | None
    """Kind of thing whose id it is: claim, actor, weapon, statement, document. Null: no id."""
    allowed: list[str]
    """The only words allowed; empty when others are too."""
    example: str | None
    """A value that makes sense on the shipped story."""


class Question(Record):
    """A question of the catalogue."""

    name: str
    """Its name, as in its address."""
    asks: str
    """The question in one sentence."""
    about: str
    """What it answers and what it does not."""
    parameters: list[Parameter]
    """What it takes, in the address."""
    columns: list[Column]
    """What each row holds."""
    map: bool
    """Whether its rows can be drawn: `format=map`."""
    ask: str
    """Address that asks it with its examples."""
    cypher: str
    """Address of its text."""


class Questions(Record):
    """The catalogue."""

    rows: list[Question]
    """Every question, by name."""


@router.get("", response_model=Questions)
async def list_questions(questions: QuestionsDep) -> Response:
    """Every question of the catalogue, with its parameters and columns."""
    return answer(Questions(rows=[_described(each) for each in questions.questions.values()]))


@router.get("/{name}.cypher", response_class=PlainTextResponse)
async def read_cypher(questions: QuestionsDep, name: Name) -> PlainTextResponse:
    """Give the text of a question: a file that runs as it stands in Neo4j Browser."""
    return PlainTextResponse(questions.named(name).source)


@router.get(
    "/{name}",
    response_model=Answered,
    responses={
        **examples.of("question", examples.CSV),
        307: {"description": "Its map is at `/maps/questions/{name}`."},
    },
)
async def ask_question(
    request: Request,
    store: StoreDep,
    questions: QuestionsDep,
    name: Name,
    format: Annotated[  # noqa: A002  the name in the address
        Literal["json", "csv", "map"],
        Query(description="`csv` for a table, `map` for a page."),
    ] = "json",
    limit: Annotated[int, Query(ge=1, le=MOST, description="At most this many rows.")] = 1000,
) -> Response:
    """Ask a question. Its parameters stand in the address, by name; null is left out."""
    if format == "map":
        rest = request.url.remove_query_params("format").query
        return RedirectResponse(f"/maps/questions/{quote(name)}" + (f"?{rest}" if rest else ""))
    found = await questions.ask(store, name, given_once(request, _OURS), most=limit)
    if format == "csv":
        columns = [column.name for column in found.question.returns]
        return Response(rows_csv(columns, found.rows), media_type="text/csv; charset=utf-8")
    return answer(answered(found))


_OURS = ("format", "limit")


def _described(question: Statement) -> Question:
    name = short(question)
    values = [f"{param.name}={param.example}" for param in question.params if param.example]
    return Question(
        name=name,
        asks=question.asks,
        about=question.doc,
        parameters=[_parameter(each) for each in question.params],
        columns=_columns(question.returns),
        map=drawn(question),
        ask=f"/v1/questions/{name}" + (f"?{'&'.join(values)}" if values else ""),
        cypher=f"/v1/questions/{name}.cypher",
    )


def _columns(fields: Sequence[Field]) -> list[Column]:
    return [Column(name=each.name, type=each.type, meaning=each.meaning) for each in fields]


def _parameter(param: Param) -> Parameter:
    return Parameter(
        name=param.name,
        type=param.type.removesuffix(" NOT NULL"),
        meaning=param.meaning,
        required=param.required,
        ids_of=param.ids,
        allowed=list(param.words),
        example=param.example,
    )
