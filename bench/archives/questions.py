"""The five requests, and what each is asked about."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast
from urllib.parse import quote

from neo4j import Driver

from bench.archives.rows import ask

__all__ = ["QUESTIONS", "Question", "Target", "graphql", "holds", "ranked", "spread", "targets"]

HERE = Path(__file__).parent
KEYS = ("statement", "id", "claim")
"""Fields that an id may be in."""

_STATES = """\
MATCH (s:Statement {act: 'denies'})-[:ABOUT]->(:Claim)-[:SUPPLIER|RECIPIENT|PARTY]->(a:State)
RETURN a.id AS id, count(DISTINCT s) AS n"""
_CLAIMS = "MATCH (a:Claim)<-[:ABOUT]-(s:Statement) RETURN a.id AS id, count(s) AS n"
_ACTORS = """\
MATCH (a:State|Institution|Official|Outlet)<-[:MADE_BY|VOICES]-(s:Statement)
RETURN a.id AS id, count(DISTINCT s) AS n"""
_NAMES = """\
MATCH (a:State|Institution|Official|Outlet)<-[:MADE_BY|VOICES]-(s:Statement)
RETURN a.name AS id, count(DISTINCT s) AS n"""
_PLACES = "MATCH (a:Claim) RETURN a.id AS id, 0 AS n"


@dataclass(frozen=True, slots=True)
class Question:
    """One kind of request."""

    name: str
    title: str
    about: str
    """What it is asked about."""
    pool: str
    """Statement that finds every target, with the number of its statements."""
    address: str
    """Of the service, with {} where the target goes."""
    listed: str
    """Field of the service's answer that has the rows."""
    ordered: bool = True
    """Whether other sides can be asked for the same rows in the same order."""
    words: Callable[[str], str] = str
    """The target as other sides are given it."""

    def path(self, target: str) -> str:
        """Return what the service is asked."""
        return self.address.format(quote(target, safe=""))


@dataclass(frozen=True, slots=True)
class Target:
    """What a question is asked about, and how many statements it has."""

    id: str
    about: int


def _lucene(words: str) -> str:
    return " AND ".join(f"({word} OR {word}*)" for word in words.split())


QUESTIONS = (
    Question(
        "denied",
        "who denied what about a state",
        "state",
        _STATES,
        "/v1/who/denied?about={}",
        "rows",
    ),
    Question(
        "standing",
        "a claim, its standing and positions",
        "claim",
        _CLAIMS,
        "/v1/claims/{}",
        "positions",
    ),
    Question(
        "positions",
        "an actor's positions",
        "actor",
        _ACTORS,
        "/v1/actors/{}/positions",
        "rows",
    ),
    Question(
        "search",
        "search by a name",
        "name",
        _NAMES,
        "/v1/search?q={}",
        "rows",
        ordered=False,
        words=_lucene,
    ),
    Question(
        "page",
        "one page of claims",
        "place in the list",
        _PLACES,
        "/v1/claims?after={}",
        "rows",
    ),
)
"""Each request, in the order of the tables."""


def targets(driver: Driver, question: Question) -> list[Target]:
    """Return everything that `question` may be about, busiest first."""
    found = ask(driver, f"{question.pool} ORDER BY n DESC, id")
    return [Target(each["id"], each["n"]) for each in found if each["id"]]


def spread(found: list[Target], most: int) -> list[Target]:
    """Return up to `most` targets, evenly spread from the busiest to the rarest."""
    if len(found) <= most:
        return found
    return [found[round(place * (len(found) - 1) / (most - 1))] for place in range(most)]


def ranked(found: list[Target]) -> dict[str, Target]:
    """Return the busiest, the median and the rarest."""
    return {"busiest": found[0], "median": found[len(found) // 2], "rarest": found[-1]}


def graphql(question: Question, target: str) -> bytes:
    """Return the body of the same question over GraphQL."""
    text = (HERE / "graphql" / f"{question.name}.graphql").read_text("utf-8")
    return json.dumps({"query": text, "variables": {"target": question.words(target)}}).encode()


def holds(answer: Any, wanted: list[str]) -> bool:
    """Return whether some list of rows in an answer begins with the ids `wanted`, in that order.

    An answer of the Query API has its rows as lists, with the columns beside them.
    """
    for rows in _lists(answer):
        for key in KEYS:
            if [row.get(key) for row in rows[: len(wanted)]] == wanted:
                return True
    return False


def _lists(value: Any) -> Iterable[list[dict[str, Any]]]:
    match value:
        case {"fields": list(), "values": list()}:
            found = cast("dict[str, list[Any]]", value)
            rows = [dict(zip(found["fields"], row, strict=True)) for row in found["values"]]
            yield rows
            yield from _lists(rows)
        case dict():
            held = cast("dict[str, Any]", value)
            for each in held.values():
                yield from _lists(each)
        case list():
            items = cast("list[Any]", value)
            if items and all(isinstance(each, dict) for each in items):
                yield [each.get("node", each) for each in items]
            for each in items:
                yield from _lists(each)
        case _:
            pass
