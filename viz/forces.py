"""Where everything stands on a map of many claims: pulled together by its lines, then parted.

The pulling is `rustworkx`'s spring layout with a fixed start; parting what overlaps is ours,
because words are wide. Equal input gives equal positions; no two label boxes overlap.
"""

from collections.abc import Sequence
from typing import Any, cast

import numpy as np
import rustworkx as rx
from numpy.typing import NDArray

from viz.boxes import Box
from viz.layout import (
    ASPECT,
    GAP,
    PHONE,
    TALL,
    WIDE,
    Item,
    Placed,
    Shapes,
    Spot,
    labelled,
    room,
)

__all__ = ["by_forces"]

FILLED = 0.42
"""How much of its canvas the labels cover before what still overlaps is parted."""
ROUNDS = 480
"""Rounds of parting, after which what still overlaps is moved down."""
LOOK = 12
"""Rounds after which it is looked anew which labels are near each other."""

Points = NDArray[np.float64]


def by_forces(items: Sequence[Item], links: Sequence[tuple[str, str]]) -> Shapes:
    """Place `items` so that those tied by `links` are near each other."""
    ordered = sorted(items, key=lambda item: item.id)
    points = _sprung([item.id for item in ordered], links)
    return {WIDE: _placed(ordered, points, ASPECT), TALL: _placed(ordered, points, PHONE)}


def _sprung(ids: Sequence[str], links: Sequence[tuple[str, str]]) -> Points:
    """Return points whose coordinates are spread evenly over 0 to 1, near ones still near."""
    at = {each: index for index, each in enumerate(ids)}
    network = cast("Any", rx.PyGraph(multigraph=False))
    network.add_nodes_from(list(ids))
    network.add_edges_from_no_data(sorted({_pair(at[a], at[b]) for a, b in links if a != b}))
    found = cast("Any", rx.spring_layout(network, seed=7, num_iter=300, repulsive_exponent=2))
    points = np.array([found[index] for index in range(len(ids))], dtype=np.float64)
    spread = np.empty_like(points)
    for axis in (0, 1):
        column = points[:, axis]
        ranks = np.argsort(np.argsort(column, kind="stable"), kind="stable")
        wide = max(float(np.ptp(column)), 1e-9)
        even = ranks / max(len(ids) - 1, 1)
        spread[:, axis] = 0.35 * (column - column.min()) / wide + 0.65 * even
    return spread


def _pair(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def _placed(items: Sequence[Item], points: Points, aspect: float) -> Placed:
    rooms = np.add([room(item) for item in items], [2 * GAP, 1.5 * GAP])
    area = float((rooms[:, 0] * rooms[:, 1]).sum()) / FILLED
    tall = (area / aspect) ** 0.5
    centres = _parted(points * (tall * aspect, tall), rooms)
    spots: dict[str, Spot] = {}
    for item, (x, y) in zip(items, centres.round(1).tolist(), strict=True):
        spots[item.id] = labelled(item, x, y - room(item)[1] / 2)
    return spots, ()


def _parted(centres: Points, rooms: Points) -> Points:
    """Push what overlaps apart, each pair along the axis on which less is to do."""
    one, other = _near(centres, rooms)
    for turn in range(ROUNDS):
        if turn % LOOK == 0:
            centres = centres * (1.04 if turn else 1)
            one, other = _near(centres, rooms)
        wanted = (rooms[one] + rooms[other]) / 2
        gaps = centres[one] - centres[other]
        over = wanted - np.abs(gaps)
        met = np.logical_and(over[:, 0] > 0.01, over[:, 1] > 0.01)
        if not met.any():
            if turn % LOOK == 0:
                return centres
            continue
        way = np.where(gaps == 0, 1.0, np.sign(gaps))
        sideways = over[:, 0] < over[:, 1]
        chosen = np.stack([met & sideways, met & ~sideways], axis=1)
        push = np.where(chosen, way * over, 0) * 0.28
        moved = np.zeros_like(centres)
        np.add.at(moved, one, push)
        np.add.at(moved, other, -push)
        centres = centres + moved
    return _shelved(centres, rooms)


def _near(centres: Points, rooms: Points) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return the pairs that overlap or soon may: half a label apart at most."""
    gaps = np.abs(centres[:, None, :] - centres[None, :, :])
    reach = (rooms[:, None, :] + rooms[None, :, :]) * 0.75
    one, other = np.nonzero(np.triu((gaps < reach).all(axis=2), k=1))
    return one, other


def _shelved(centres: Points, rooms: Points) -> Points:
    """Part what pushing did not: from the top down, each as high as it can be."""
    found = centres.copy()
    done: list[Box] = []
    for index in np.argsort(centres[:, 1], kind="stable"):
        wide, tall = rooms[index]
        box = Box(found[index, 0] - wide / 2, found[index, 1] - tall / 2, wide, tall)
        while hit := next((each for each in done if each.meets(box)), None):
            box = box.moved(0, hit.bottom - box.top)
        done.append(box)
        found[index] = (box.left + wide / 2, box.top + tall / 2)
    return found
