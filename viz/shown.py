"""How much of an answer a map draws: the newest statements, up to a number of nodes."""

from collections.abc import Callable, Collection, Iterable, Sequence

from graph.answers.positions import Position
from graph.answers.record import Mention
from graph.errors import BadRequest
from viz.caption import Caption
from viz.limits import MOST_ASKED, MOST_DRAWN
from viz.sectors import newest_first
from viz.sources import node_id, source
from viz.visible import stays

__all__ = ["ends", "shown", "speakers", "unnamed"]


def ends(position: Position) -> set[str]:
    """Return the nodes that a statement needs on a map of speakers and claims."""
    found = (*position.speakers, position.claim, *unnamed(position))
    return {node_id(each) for each in found}


def unnamed(position: Position) -> list[Mention]:
    """Return the unnamed sources whose word a statement passes on."""
    return [each for each in position.relays if each.type == "UnnamedSource"]


def shown(
    positions: Sequence[Position],
    fixed: Collection[str],
    caption: Caption,
    needs: Callable[[Position], set[str]] = ends,
) -> list[Position]:
    """Return the newest statements whose nodes, with the `fixed` ones, can be drawn.

    Up to 500 nodes, filters only hide: the map keeps its shape. Beyond, what the filters leave
    out is left out first. Raises `BadRequest` beyond 2,000 nodes, with the way out.
    """
    ordered = newest_first(positions)
    if len(_nodes(ordered, needs) | set(fixed)) > MOST_DRAWN:
        ordered = [each for each in ordered if stays(source(each), caption.asked, caption.as_of)]
    asked = len(_nodes(ordered, needs) | set(fixed))
    if asked > MOST_ASKED:
        raise BadRequest(
            f"This map would have {asked:,} nodes; the most is {MOST_ASKED:,}. Narrow it with "
            "filters (days, kinds of acts), or take the table as CSV."
        )
    found: list[Position] = []
    nodes = set(fixed)
    for each in ordered:
        if len(nodes | needs(each)) > MOST_DRAWN:
            break
        nodes |= needs(each)
        found.append(each)
    return found


def speakers(positions: Iterable[Position]) -> list[tuple[Mention, list[Position]]]:
    """Return every speaker with what it said, newest first; whoever spoke first comes first."""
    found: dict[str, tuple[Mention, list[Position]]] = {}
    for each in positions:
        for speaker in each.speakers:
            found.setdefault(node_id(speaker), (speaker, []))[1].append(each)
    return [row for _, row in sorted(found.items(), key=lambda row: (_first(row[1][1]), row[0]))]


def _first(said: Iterable[Position]) -> str:
    return min((each.known_by or each.recorded_at.date()).isoformat() for each in said)


def _nodes(positions: Iterable[Position], needs: Callable[[Position], set[str]]) -> set[str]:
    return {node for position in positions for node in needs(position)}
