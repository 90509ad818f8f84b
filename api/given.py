"""Values as they are given in an address or on a command line."""

import json
from collections.abc import Collection, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from cypher.literals import literal
from graph.errors import BadRequest
from viz import GROUPS

if TYPE_CHECKING:
    from fastapi import Request

__all__ = ["as_given", "given_once", "groups", "of_statement", "value"]


def value(text: str) -> Any:
    """Return what `text` says as JSON, or as a day: ``date('2024-02-24')``; otherwise the text.

    JSON that is too deep to be read is a text, too.
    """
    try:
        if text.startswith("date("):
            return literal(text)
        return json.loads(text)
    except (ValueError, RecursionError):  # `Unreadable` among them
        return text


def as_given(value_: object) -> str:
    """Return the text that `value` reads as this."""
    if isinstance(value_, date):
        return f"date('{value_.isoformat()}')"
    plain = isinstance(value_, str) and value(value_) == value_
    return str(value_) if plain else json.dumps(value_)


def given_once(request: "Request", ours: Collection[str]) -> dict[str, str]:
    """Return what the address gives, but for `ours`. Raises `BadRequest` for what comes twice."""
    given = [each for each in request.query_params.multi_items() if each[0] not in ours]
    names = [name for name, _ in given]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise BadRequest(f"{', '.join(twice)}: given more than once; once is meant.")
    return dict(given)


def of_statement(request: "Request", ours: Collection[str]) -> dict[str, Any]:
    """Return the parameters of a statement: every ``p.name``.

    Raises `BadRequest` for whatever else the address gives, but for `ours`.
    """
    found: dict[str, Any] = {}
    for key, text in given_once(request, ours).items():
        name = key.removeprefix("p.")
        if name == key:
            raise BadRequest(f"{key}: no such parameter here; that of the statement is p.{key}.")
        found[name] = value(text)
    return found


def groups(names: Iterable[str]) -> tuple[str, ...]:
    """Return groups of lines of a map. Raises `BadRequest`, with those that there are."""
    found = tuple(names)
    for each in found:
        if each not in GROUPS:
            raise BadRequest(f"{each!r} is no group of lines. Groups are: {', '.join(GROUPS)}.")
    return found
