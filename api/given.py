"""Values as they are given in an address or on a command line."""

import json
from collections.abc import Collection, Iterable
from typing import Any

from fastapi import Request

from graph.errors import BadRequest
from viz import GROUPS

__all__ = ["given_once", "groups", "json_or_text", "of_statement"]


def json_or_text(text: str) -> Any:
    """Return what `text` says as JSON; where it is no JSON, or too deep to be read, the text."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def given_once(request: Request, ours: Collection[str]) -> dict[str, str]:
    """Return what the address gives, but for `ours`. Raises `BadRequest` for what comes twice."""
    given = [each for each in request.query_params.multi_items() if each[0] not in ours]
    names = [name for name, _ in given]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise BadRequest(f"{', '.join(twice)}: given more than once; once is meant.")
    return dict(given)


def of_statement(request: Request, ours: Collection[str]) -> dict[str, Any]:
    """Return the parameters of a statement: every ``p.name``.

    Raises `BadRequest` for whatever else the address gives, but for `ours`.
    """
    found: dict[str, Any] = {}
    for key, text in given_once(request, ours).items():
        name = key.removeprefix("p.")
        if name == key:
            raise BadRequest(f"{key}: no such parameter here; that of the statement is p.{key}.")
        found[name] = json_or_text(text)
    return found


def groups(names: Iterable[str]) -> tuple[str, ...]:
    """Return groups of lines of a map. Raises `BadRequest`, with those that there are."""
    found = tuple(names)
    for each in found:
        if each not in GROUPS:
            raise BadRequest(f"{each!r} is no group of lines. Groups are: {', '.join(GROUPS)}.")
    return found
