"""What each side is asked, the answers compared once before anything is timed."""

import asyncio
import json
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

from neo4j import Driver

from bench.archives.client import ANEW, head
from bench.archives.questions import QUESTIONS, Question, graphql, holds, spread, targets
from bench.archives.recording import unpacked
from bench.archives.rows import ask, connect
from bench.archives.server import Reached
from bench.archives.service import Recorder, Side, etag, got

__all__ = ["BOLT", "BOLTS", "ETAG", "GRAPHQL", "KEPT", "OURS", "QUERY_API", "Job", "Sides"]
__all__ += ["POOL", "Unequal", "anew", "jobs", "query", "same", "unkept"]

OURS, KEPT = "Rejoinder, every answer made anew", "Rejoinder, answers kept"
ETAG = "Rejoinder, If-None-Match"
BOLT, BOLTS = "bare Bolt", "bare Bolt, two processes"
QUERY_API, GRAPHQL = "Query API", "@neo4j/graphql"
POOL = 64
"""Targets of a request, asked about in turn."""
COMPARED = 8
"""Targets about which the answers of all sides are compared."""
EQUAL = "equal"
_QUERY = "/db/neo4j/query/v2"
_CLIENT, _BOLT = "bench.archives.client", "bench.archives.bolt"

Statements = Sequence[tuple[str, dict[str, Any]]]


class Unequal(ValueError):
    """Two sides answer otherwise."""


@dataclass(frozen=True, slots=True)
class Job:
    """What one side is asked in one cell, and who computes for it."""

    module: str
    """Of the process that asks."""
    asked: dict[str, Any]
    pids: dict[str, int]
    processes: int = 1


@dataclass(frozen=True, slots=True)
class Sides:
    """Everybody who answers."""

    reached: Reached
    recorder: Recorder
    ours: Side
    graphql: Side


async def jobs(sides: Sides) -> tuple[dict[tuple[str, str], Job], dict[str, dict[str, str]]]:
    """Return the jobs by side and request, and how the answers were found equal.

    Raises `Unequal` when a side that can be asked for the same rows answers with others.
    """
    found: dict[tuple[str, str], Job] = {}
    equal: dict[str, dict[str, str]] = {}
    with connect(sides.reached) as driver:
        for question in QUESTIONS:
            pool = [each.id for each in spread(targets(driver, question), POOL)]
            await sides.recorder.statements(question.path(pool[0]))  # what it learns only once
            ran = [await sides.recorder.statements(question.path(each)) for each in pool]
            for target, statements in list(zip(pool, ran, strict=True))[:: POOL // COMPARED]:
                await _compare(driver, sides, question, target, statements)
            told = "ids compared, in order" if question.ordered else "how many compared"
            for side in (BOLT, QUERY_API, GRAPHQL):
                equal.setdefault(side, {})[question.name] = f"{EQUAL} ({told})"
            for side, job in (await _of(sides, question, pool, ran)).items():
                found[side, question.name] = job
            if (ETAG, question.name) not in found:
                equal.setdefault(ETAG, {})[question.name] = "the service sends no ETag"
    return found, equal


def query(text: str, params: dict[str, Any]) -> tuple[bytes, dict[str, str]]:
    """Return a statement as the Query API takes it, and fields of its head.

    Plain JSON where that can say the parameters; where days are among them, all are typed.
    """
    asked: dict[str, Any] = {"statement": text, "accessMode": "Read"}
    if '{"$date' not in json.dumps(params):
        return json.dumps(asked | {"parameters": params}).encode(), {}
    typed = {name: _typed(each) for name, each in params.items()}
    fields = {"content_type": "application/vnd.neo4j.query"}
    return json.dumps(asked | {"parameters": typed}).encode(), fields


def same(question: Question, wanted: list[str], answer: Any, side: str) -> None:
    """Raise `Unequal` unless `answer` begins with the ids `wanted`, or has as many."""
    if question.ordered and not holds(answer, wanted):
        raise Unequal(f"{side} has other rows of {question.name}: it should have {wanted[:3]} ...")


def anew(path: str) -> str:
    """Return a request of `path`, marked so that each time it has an address of its own."""
    return head("GET", path, host=f"{ANEW}.localhost")


def unkept(port: int, paths: Sequence[str], pids: dict[str, int]) -> Job:
    """Return what asks the service at `port` for `paths` so that each answer is made anew."""
    return _http(port, [[(anew(path), "")] for path in paths], pids)


async def _compare(
    driver: Driver, sides: Sides, question: Question, target: str, statements: Statements
) -> None:
    status, _, body = await got(sides.ours.port, question.path(target))
    rows: list[dict[str, str]] = json.loads(body)[question.listed] if status == 200 else []
    wanted = [each["statement" if "statement" in each else "id"] for each in rows]
    if not wanted:
        return
    plain = [ask(driver, text, **_params(params)) for text, params in statements]
    same(question, wanted, plain, BOLT)
    login = _login(sides.reached)
    answers = [
        json.loads((await _queried(sides.reached, login, text, params))[2])
        for text, params in statements
    ]
    same(question, wanted, answers, QUERY_API)
    sent = graphql(question, target)
    _, _, body = await got(sides.graphql.port, "/", sent)
    answer = json.loads(body)
    if "errors" in answer:
        raise Unequal(f"{GRAPHQL} answers {question.name} with {answer['errors']}")
    same(question, wanted, answer, GRAPHQL)


async def _of(
    sides: Sides, question: Question, pool: Sequence[str], ran: Sequence[Statements]
) -> dict[str, Job]:
    server = {"server": sides.reached.pid}
    bolt = {"uri": sides.reached.uri, "password": sides.reached.password, "asks": ran}
    login = _login(sides.reached)
    queries = [[_query(login, *each) for each in one] for one in ran]
    bodies = [[_post("/", graphql(question, each), {})] for each in pool]
    plain = [[(head("GET", question.path(each)), "")] for each in pool]
    found = {
        OURS: unkept(
            sides.ours.port,
            [question.path(each) for each in pool],
            server | {"side": sides.ours.pid},
        ),
        BOLT: Job(_BOLT, bolt, server),
        BOLTS: Job(_BOLT, bolt, server, processes=2),
        QUERY_API: _http(sides.reached.http_port, queries, server, 202),
        GRAPHQL: _http(sides.graphql.port, bodies, server | {"side": sides.graphql.pid}),
    }
    tags = await asyncio.gather(*(_tag(sides.ours.port, question.path(each)) for each in pool))
    if all(tags):
        tagged = [
            [(head("GET", question.path(each), if_none_match=tag or ""), "")]
            for each, tag in zip(pool, tags, strict=True)
        ]
        found[KEPT] = _http(sides.ours.port, plain, server | {"side": sides.ours.pid})
        found[ETAG] = _http(sides.ours.port, tagged, server | {"side": sides.ours.pid}, 304)
    return found


def _http(port: int, asks: Any, pids: dict[str, int], status: int = 200) -> Job:
    return Job(_CLIENT, {"host": "127.0.0.1", "port": port, "asks": asks, "status": status}, pids)


def _post(path: str, body: bytes, fields: dict[str, str]) -> tuple[str, str]:
    return head("POST", path, body, **fields), body.decode()


def _query(login: dict[str, str], text: str, params: dict[str, Any]) -> tuple[str, str]:
    body, fields = query(text, params)
    return _post(_QUERY, body, login | fields)


async def _tag(port: int, path: str) -> str | None:
    _, top, _ = await got(port, path)
    return etag(top)


async def _queried(
    reached: Reached, login: dict[str, str], text: str, params: dict[str, Any]
) -> tuple[int, bytes, bytes]:
    body, fields = query(text, params)
    return await got(reached.http_port, _QUERY, body, **login, **fields)


def _login(reached: Reached) -> dict[str, str]:
    word = b64encode(f"neo4j:{reached.password}".encode()).decode()
    return {"authorization": f"Basic {word}"}


def _params(params: dict[str, Any]) -> dict[str, Any]:
    return cast("dict[str, Any]", unpacked(params))


def _typed(value: Any) -> dict[str, Any]:
    """Return a parameter as typed JSON, every value with its type."""
    match value:
        case {"$date": str(day)}:
            return {"$type": "Date", "_value": day}
        case {"$datetime": str(moment)}:
            return {"$type": "OffsetDateTime", "_value": moment}
        case dict():
            held = cast("dict[str, Any]", value)
            return {"$type": "Map", "_value": {key: _typed(each) for key, each in held.items()}}
        case list():
            items = cast("list[Any]", value)
            return {"$type": "List", "_value": [_typed(each) for each in items]}
        case None:
            return {"$type": "Null", "_value": None}
        case bool():
            return {"$type": "Boolean", "_value": value}
        case int():
            return {"$type": "Integer", "_value": str(value)}
        case float():
            return {"$type": "Float", "_value": str(value)}
        case _:
            return {"$type": "String", "_value": value}
