"""The pages of questions: the catalogue, and each as a form with its answer."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Query, Request, Response
from pydantic.alias_generators import to_camel, to_snake

from api.deps import AsOf, QuestionsDep, StoreDep, site_of
from api.given import as_given, given_once
from api.routes.explorer.shared import Link, framed, shown
from cypher import Param, Statement
from graph import finding
from graph.answers import Hit
from graph.dates import span
from graph.errors import BadRequest, NotFound, Renamed
from graph.questions import MOST, Answer, Catalogue, drawn, short
from graph.store import Store
from viz.pages import Frame, render
from viz.pages.asked import entries, grouped
from viz.pages.cells import cells, columns, ids_in

router = APIRouter(prefix="/questions")

_ROWS = 200
"""Rows of an answer on one page; CSV has the rest."""


@dataclass(slots=True)
class _Asking:
    """A question with what was given for it, and what came of it."""

    question: Statement
    given: dict[str, str]
    """As typed, by parameter; what is no parameter of it, too."""
    days: dict[str, date]
    """Days asked about that are no parameter of it."""
    became: dict[str, str] = field(default_factory=dict[str, str])
    """The last day of the month or year that was given."""
    faults: dict[str, str] = field(default_factory=dict[str, str])
    near: dict[str, Sequence[str]] = field(default_factory=dict[str, Sequence[str]])
    status: int = 200
    found: Answer | None = None

    @property
    def dated(self) -> bool:
        """Return whether it can be asked about a day in the words of the site."""
        return any(to_snake(param.name) in AsOf.model_fields for param in self.question.params)

    @property
    def values(self) -> dict[str, str]:
        """Return what is asked with."""
        return {**{name: text for name, text in self.given.items() if text}, **self.became}


@router.get("")
async def list_questions(
    request: Request, questions: QuestionsDep, asked: Annotated[AsOf, Query()]
) -> Response:
    """Show the catalogue, by what questions are about."""
    groups = [
        (about, [(short(each), each.asks) for each in many])
        for about, many in grouped(questions.questions.values())
    ]
    links = (Link("JSON", "/v1/questions", "application/json"),)
    frame = framed(request, asked, "Questions", dated=False, links=links)
    return shown(render("questions", frame, groups=groups))


@router.get("/{name}")
async def show_question(
    request: Request, store: StoreDep, questions: QuestionsDep, name: str
) -> Response:
    """Show a question as a form, and its answer once all that must be given is given."""
    question = questions.named(name)
    asking = _asking(question, given_once(request, ()))
    await _ask(store, questions, asking)
    known = await _known(store, asking)
    rows, ids = None, {}
    if asking.found:
        ids = await finding.kinds(store, ids_in(question.returns, asking.found.rows))
        heads = columns(question.returns)
        rows = [[cells(each, row[each.name], ids) for each in heads] for row in asking.found.rows]
    frame = _frame(request, asking)
    taken = {param.name for param in question.params}
    near = {
        each: [(id_, _page(asking, {**asking.given, each: id_})) for id_ in ids_]
        for each, ids_ in asking.near.items()
    }
    page = render(
        "question",
        frame,
        name=short(question),
        prose=_paragraphs(question.doc),
        entries=entries(
            question,
            asking.given,
            faults=asking.faults,
            near=near,
            known=known,
            became=asking.became,
        ),
        others={key: day.isoformat() for key, day in asking.days.items() if not asking.dated},
        ignored=list(asking.days) if asking.dated else [],
        strange={each: why for each, why in asking.faults.items() if each not in taken},
        example=_example(asking),
        rows=rows,
        columns=columns(question.returns),
        truncated=bool(asking.found and asking.found.truncated),
        most=MOST,
        csv=_data(asking, format="csv", limit=str(MOST)),
        source=question.source,
        console=_console(asking),
    )
    return shown(page, asking.status)


def _asking(question: Statement, typed: Mapping[str, str]) -> _Asking:
    """Return the question with what the address gives, days in the words of the site apart."""
    names = {param.name: param for param in question.params}
    asking = _Asking(question, {}, {})
    for key, text in typed.items():
        name = to_camel(key)
        if name in names:
            asking.given[name] = text.strip()
        elif key in AsOf.model_fields:
            _other_day(asking, key, text)
        else:
            asking.given[key] = text
    for name, text in asking.given.items():
        if name in names and names[name].type.startswith("DATE") and len(text) in (4, 7):
            _widen(asking, name, text)
    return asking


def _other_day(asking: _Asking, key: str, text: str) -> None:
    try:
        asking.days[key] = date.fromisoformat(text)
    except ValueError:
        asking.given[key] = text


def _widen(asking: _Asking, name: str, text: str) -> None:
    """Take the last day of a month or a year: what counts by then is certain by then."""
    try:
        last = span(text).latest
    except ValueError:
        return
    if last:
        asking.became[name] = last.isoformat()


async def _ask(store: Store, questions: Catalogue, asking: _Asking) -> None:
    """Answer the question, or note what is wrong; what was never given is not wrong yet."""
    names = {param.name: param for param in asking.question.params}
    try:
        found = await questions.ask(store, short(asking.question), asking.values, most=_ROWS)
    except Renamed:
        raise
    except NotFound as error:
        name = next(
            each
            for each, param in names.items()
            if param.ids == error.kind and asking.given.get(each) == error.key
        )
        asking.faults[name], asking.near[name] = (
            f"There is no {error.kind} with this id.",
            error.near,
        )
        asking.status = 404
    except BadRequest as error:
        if not error.faults:
            raise
        asking.faults |= {
            name: _told(names[name], why) if name in names else why
            for name, why in error.faults.items()
            if name in asking.given or name not in names
        }
        asking.status = 400 if asking.faults else 200
    else:
        asking.found = found


def _told(param: Param, why: str) -> str:
    """Return what is wrong with a value; what it is for stands beside its field."""
    if " is no DATE " in why:
        return f"{why.partition(' is no DATE ')[0]} is no day, month or year such as 2024-02-24"
    return why.partition(f"; {param.meaning}")[0]


async def _known(store: Store, asking: _Asking) -> dict[str, list[Hit]]:
    """Return the first ids of each kind that it asks for: completion where no script runs."""
    kinds = sorted({param.ids for param in asking.question.params if param.ids})
    found = await asyncio.gather(*(finding.complete(store, kind, "") for kind in kinds))
    return dict(zip(kinds, found, strict=True))


def _frame(request: Request, asking: _Asking) -> Frame:
    name = short(asking.question)
    own = {to_camel(key): key for key in AsOf.model_fields}
    given = {to_snake(key): text for key, text in asking.given.items() if text and key not in own}
    params: Mapping[str, Any] = asking.found.params if asking.found else {}
    days = {key: params.get(name) for name, key in own.items()}
    if not asking.dated:
        days |= asking.days
    links: list[Link] = []
    if asking.found:
        links += [
            Link("JSON", _data(asking), "application/json"),
            Link("CSV", _data(asking, format="csv", limit=str(MOST)), "text/csv"),
        ]
        links += [Link("map", _data(asking, "/maps"))] if drawn(asking.question) else []
        links += [
            Link("Atom feed", _data(asking, "/feeds", ".atom"), "application/atom+xml"),
            Link("JSON feed", _data(asking, "/feeds", ".json"), "application/feed+json"),
        ]
    return Frame(
        title=asking.question.asks,
        path=f"/questions/{quote(name)}",
        host=site_of(request),
        given=given,
        as_of=days["as_of"],
        recorded_as_of=days["recorded_as_of"],
        dated=asking.dated,
        links=tuple(links),
        script="asking.js",
    )


def _address(path: str, values: Mapping[str, Any]) -> str:
    return path + (f"?{urlencode(values)}" if values else "")


def _data(asking: _Asking, under: str = "/v1", form: str = "", **more: str) -> str:
    """Return the address of the same answer in another form."""
    values = {to_snake(name): text for name, text in asking.values.items()}
    return _address(f"{under}/questions/{quote(short(asking.question))}{form}", {**values, **more})


def _page(asking: _Asking, given: Mapping[str, str]) -> str:
    values = {to_snake(name): text for name, text in given.items()}
    days = {name: day.isoformat() for name, day in asking.days.items()}
    return _address(f"/questions/{quote(short(asking.question))}", {**values, **days})


def _example(asking: _Asking) -> str | None:
    """Return the address of the page with the examples of the file; None when it has none."""
    shown_ = {each.name: each.example for each in asking.question.params if each.example}
    return _page(asking, shown_) if shown_ else None


def _console(asking: _Asking) -> str | None:
    """Return the address of the console with this question as it was asked."""
    if asking.found is None:
        return None
    params = {f"p.{name}": as_given(each) for name, each in asking.found.params.items()}
    return _address("/cypher", {"q": asking.question.text, **params})


def _paragraphs(text: str) -> list[str]:
    return [" ".join(each.split()) for each in text.split("\n\n") if each.strip()]
