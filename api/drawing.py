"""Maps of what the graph holds: asks the questions and hands the answers to `viz`."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from graph import described, queries
from graph.answers import Position
from graph.errors import BadRequest
from graph.queries import Filters
from graph.questions import Answer, drawn, short
from graph.store import Store
from graph.values import graph_in
from viz import Caption, Page, actor_map, claim_map, graph_map, schema_map

__all__ = ["actor", "answer", "claim", "cypher", "schema"]

_DRAWN = 2_001
"""One more statement than a map ever takes: it refuses, and says the way out."""


async def claim(store: Store, id_: str, as_of: date | None = None) -> Page:
    """Return the map of a claim. Raises `NotFound`, and `BadRequest` when it is too large."""
    detail = await queries.claim(store, id_)
    filters = Filters(claim=id_, as_of=as_of)
    positions = await queries.who(store, None, filters, limit=_DRAWN)
    return claim_map(detail, positions, _caption("Who said what on this claim?", as_of, positions))


async def actor(store: Store, id_: str, as_of: date | None = None) -> Page:
    """Return the map of an actor. Raises `NotFound`, and `BadRequest` when it is too large."""
    summary = await queries.actor(store, id_)
    filters = Filters(voice=id_, as_of=as_of)
    positions = await queries.who(store, None, filters, limit=_DRAWN)
    question = f"What did {summary.name} and its voices say?"
    return actor_map(summary, positions, _caption(question, as_of, positions))


async def schema(store: Store) -> Page:
    """Return the map of what the graph is made of, with how much of each there is."""
    return schema_map(await described.schema(store), datetime.now(UTC))


def answer(found: Answer) -> Page:
    """Return the map of what a question answers.

    Raises `BadRequest` when its rows are no graph, or a graph that is too large.
    """
    if not drawn(found.question):
        raise BadRequest(
            f"The rows of {short(found.question)} are no graph: it has no column of paths. "
            "Take it as JSON or CSV."
        )
    nodes, edges = graph_in(value for row in found.rows for value in row.values())
    as_of = found.params.get("asOf")
    asked = [f"{name}: {value}" for name, value in found.params.items() if value and name != "asOf"]
    title = f"{found.question.asks} ({', '.join(asked)})" if asked else found.question.asks
    caption = Caption(title, as_of=as_of, made=datetime.now(UTC), total=len(nodes))
    return graph_map(nodes, edges, caption)


def cypher(text: str, rows: Sequence[Sequence[object]], *, cut: bool) -> Page:
    """Return the map of what a statement in Cypher returns, of which `cut` may leave some out.

    Raises `BadRequest` when that is no graph, or one that is too large.
    """
    nodes, edges = graph_in(value for row in rows for value in row)
    title = " ".join(text.split())
    title = f"{title[:117]}..." if len(title) > 120 else title
    more = " (only the first rows)" if cut else ""
    caption = Caption(f"{title}{more}", as_of=None, made=datetime.now(UTC), total=len(nodes))
    return graph_map(nodes, edges, caption)


def _caption(question: str, as_of: date | None, positions: Sequence[Position]) -> Caption:
    return Caption(question, as_of=as_of, made=datetime.now(UTC), total=len(positions))
