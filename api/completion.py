"""What the shell completes: acts always, ids while a graph runs."""

import asyncio

import typer

from api.opening import asked, settings
from graph.driver import Neo4jStore
from graph.errors import RejoinderError
from graph.finding import complete
from graph.questions import catalogue
from graph.vocabulary import ACTS
from viz import GROUPS

__all__ = [
    "complete_act",
    "complete_actor",
    "complete_claim",
    "complete_dossier",
    "complete_group",
    "complete_question",
    "complete_value",
    "complete_weapon",
]


def complete_act(incomplete: str) -> list[tuple[str, str]]:
    """Return acts as plain verbs that begin so, with their meaning."""
    words = ((each.past, each.meaning) for each in ACTS.values())
    return [word for word in words if word[0].startswith(incomplete)]


def complete_claim(incomplete: str) -> list[tuple[str, str]]:
    """Return ids of claims that begin so, with their text; none without a graph."""
    return _complete("claim", incomplete)


def complete_actor(incomplete: str) -> list[tuple[str, str]]:
    """Return ids of actors that begin so, with their name; none without a graph."""
    return _complete("actor", incomplete)


def complete_dossier(incomplete: str) -> list[tuple[str, str]]:
    """Return ids of dossiers that begin so, with their title; none without a graph."""
    return _complete("dossier", incomplete)


def complete_weapon(incomplete: str) -> list[tuple[str, str]]:
    """Return ids of weapons that begin so, with their name; none without a graph."""
    return _complete("weapon", incomplete)


def complete_group(incomplete: str) -> list[str]:
    """Return groups of lines of a map that begin so."""
    return [each for each in GROUPS if each.startswith(incomplete)]


def complete_question(incomplete: str) -> list[tuple[str, str]]:
    """Return questions that begin so, with what they ask."""
    try:
        known = catalogue(settings().questions).questions
    except RejoinderError:
        return []
    return [(name, each.asks) for name, each in known.items() if name.startswith(incomplete)]


def complete_value(context: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Return what may be typed for a question next: a parameter, or an id, word or example."""
    try:
        params = catalogue(settings().questions).named(str(context.params["question"])).params
    except RejoinderError:
        return []
    name, equals, value = incomplete.partition("=")
    if not equals:
        words = [(f"{each.name}=", each.meaning) for each in params]
        return [word for word in words if word[0].startswith(name)]
    param = next((each for each in params if each.name == name), None)
    if param is None:
        return []
    if param.ids:
        found = _complete(param.ids, value)
    else:
        found = [(word, param.meaning) for word in param.words or (param.example,) if word]
    return [(f"{name}={word}", meaning) for word, meaning in found if word.startswith(value)]


def _complete(kind: str, incomplete: str) -> list[tuple[str, str]]:
    async def work(store: Neo4jStore) -> list[tuple[str, str]]:
        return [(each.id, each.text) for each in await complete(store, kind, incomplete)]

    try:
        return asyncio.run(asked(None, work))
    except RejoinderError:
        return []  # a key press must never print an error
