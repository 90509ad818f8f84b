"""Where everything stands on the map of any graph: columns by distance from its busiest node.

For answers that no layout of their own knows. Each connected part has its columns from left to
right; parts stand below each other. Equal input gives equal positions; no two labels overlap.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, cast

import networkx as nx

from viz.layout import (
    GAP,
    PHONE,
    TALL,
    WIDE,
    Item,
    Shapes,
    Spot,
    extent,
    labelled,
    room,
    smallest,
)

__all__ = ["in_layers"]

WIDTHS = (1, 2, 3, 4, 6, 8)
REACH = 110
"""Room for the lines between one layer and the next, in pixels."""


def in_layers(items: Sequence[Item], links: Sequence[tuple[str, str]]) -> Shapes:
    """Place `items` by their `links`."""
    network = cast("Any", nx.Graph())
    network.add_nodes_from(item.id for item in items)
    network.add_edges_from(links)
    by_id = {item.id: item for item in items}
    parts = [
        [[by_id[each] for each in layer] for layer in _layers(network, part)]
        for part in sorted(_parts(network), key=lambda part: (-len(part), min(part)))
    ]
    tried = [(_below(parts, network, width), ()) for width in WIDTHS]
    return {WIDE: smallest(tried), TALL: smallest(tried, PHONE)}


def _parts(network: Any) -> list[set[str]]:
    return list(cast("Iterable[set[str]]", nx.connected_components(network)))


def _layers(network: Any, part: Collection[str]) -> list[list[str]]:
    root = min(part, key=lambda each: (-network.degree[each], each))
    layers = cast("Iterable[list[str]]", nx.bfs_layers(network, root))
    return [sorted(layer) for layer in layers]


def _below(
    parts: Sequence[Sequence[Sequence[Item]]],
    network: Any,
    width: int,
) -> dict[str, Spot]:
    spots: dict[str, Spot] = {}
    top = 0.0
    for layers in parts:
        found: dict[str, Spot] = {}
        left = 0.0
        for layer in layers:
            ordered = _between(layer, found, network)
            placed, left = _columns(ordered, left, width)
            found |= placed
            left += REACH
        box = extent([spot.box for spot in found.values()])
        for key, spot in found.items():
            spots[key] = _moved(spot, top - box.top)
        top += box.height + 4 * GAP
    return spots


def _between(layer: Sequence[Item], placed: Mapping[str, Spot], network: Any) -> list[Item]:
    """Order a layer by the mean height of what it is tied to before it: fewer lines cross."""

    def middle(item: Item) -> float:
        heights = [placed[each].y for each in network[item.id] if each in placed]
        return sum(heights) / len(heights) if heights else 0

    return sorted(layer, key=middle)


def _columns(items: Sequence[Item], left: float, width: int) -> tuple[dict[str, Spot], float]:
    """Place `items` in at most `width` columns from `left`; return them and where they end."""
    spots: dict[str, Spot] = {}
    deep = -(-len(items) // width)
    wide = max(room(item)[0] for item in items) + 2 * GAP
    for start in range(0, len(items), deep):
        column = items[start : start + deep]
        y = -sum(room(item)[1] + GAP for item in column) / 2
        for item in column:
            spots[item.id] = labelled(item, left + wide / 2, y)
            y += room(item)[1] + GAP
        left += wide
    return spots, left


def _moved(spot: Spot, down: float) -> Spot:
    return Spot(spot.x, spot.y + down, spot.side, spot.box.moved(0, down))
