"""Maps as people name them, by ids or names, on the graph that their commands ask."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Literal

from api import drawing
from api.drawing import Draft
from api.opening import open_owner, there
from cypher import Statement
from graph import finding
from graph.errors import BadRequest
from graph.questions import Answer, Catalogue, short
from graph.settings import Settings
from graph.store import Store
from viz import Asked

__all__ = ["Kind", "Named", "ask", "between", "cypher", "question", "subject"]

Kind = Literal["claim", "actor", "state", "weapon", "dossier"]
Named = tuple[str, Draft]
"""What a file with the map is called, and the map."""


async def subject(store: Store, kind: Kind, name: str, as_of: date | None, asked: Asked) -> Named:
    """Read the map of one thing; names of actors and weapons do for their ids."""
    match kind:
        case "claim":
            return name, await drawing.claim(store, name, as_of, asked)
        case "dossier":
            return name, await drawing.dossier(store, name, as_of, asked)
        case "weapon":
            id_ = await finding.named(store, "weapon", name)
            return id_, await drawing.weapon(store, id_, as_of, asked)
        case "actor":
            id_ = await finding.named(store, "actor", name)
            return id_, await drawing.actor(store, id_, as_of, asked)
        case "state":
            id_ = await finding.named(store, "actor", name)
            return id_, await drawing.state(store, id_, as_of, asked)


async def between(store: Store, one: str, other: str, as_of: date | None, asked: Asked) -> Named:
    """Read the map of two actors, by ids or names."""
    ids = [await finding.named(store, "actor", each) for each in (one, other)]
    return "-".join(ids), await drawing.between(store, ids[0], ids[1], as_of, asked)


async def ask(
    store: Store, known: Catalogue, chosen: Statement, given: Mapping[str, str], most: int
) -> Answer:
    """Ask a question; names of actors and weapons do for their ids."""
    values = dict(given)
    for param in chosen.params:
        if param.ids in ("actor", "weapon") and param.name in values:
            values[param.name] = await finding.named(store, param.ids, values[param.name])
    return await known.ask(store, short(chosen), values, most=most)


async def question(
    store: Store,
    known: Catalogue,
    chosen: Statement,
    given: Mapping[str, str],
    most: int,
    asked: Asked,
) -> Named:
    """Read the map of what a question answers."""
    return short(chosen), drawing.answer(await ask(store, known, chosen, given, most), asked)


async def cypher(
    store: Store,
    of: Settings,
    steps: Sequence[tuple[str, Mapping[str, Any]]],
    most: int,
    asked: Asked,
) -> Named:
    """Read the map of what a statement of the owner returns, which only reads.

    Raises `BadRequest` when `steps` are several.
    """
    if len(steps) > 1:
        raise BadRequest(f"A map is of one statement, and these are {len(steps)}.")
    text, params = steps[0]
    timeout_s = of.query_timeout_s
    opened = open_owner(there(of), store, timeout_s=timeout_s, most=most, write=False)
    async with opened as owner:
        reply = await owner.run(text, params)
    return "cypher", drawing.cypher(text, reply.rows, cut=reply.truncated, asked=asked)
