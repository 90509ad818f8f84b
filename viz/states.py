"""States and where they stand, rolled up from their voices; statements are counted, not merged."""

from collections.abc import Iterable, Sequence

from graph.answers.positions import Position
from graph.answers.record import Mention
from viz.drawing import Edge
from viz.sources import node_id
from viz.strokes import stroke

__all__ = ["by_state", "counted", "states_of", "told_of_states"]


def states_of(position: Position) -> list[Mention]:
    """Return the states that a statement is a voice of."""
    return [each for each in position.voices if each.type == "State"]


def by_state(positions: Iterable[Position]) -> list[tuple[Mention, list[Position]]]:
    """Return every state with what its voices said, in the order of their ids."""
    found: dict[str, tuple[Mention, list[Position]]] = {}
    for each in positions:
        for state in states_of(each):
            found.setdefault(state.id, (state, []))[1].append(each)
    return [found[key] for key in sorted(found)]


def counted(positions: Sequence[Position]) -> list[Edge]:
    """Return a line from each state to each claim for each group of acts, with its statements."""
    found: dict[tuple[str, str, str], list[str]] = {}
    for each in positions:
        for state in states_of(each):
            ends = (node_id(state), node_id(each.claim), stroke(each.act).group)
            found.setdefault(ends, []).append(each.statement)
    return [
        Edge(
            f"counted:{start}:{end}:{group}",
            start,
            end,
            group,
            statements=tuple(said),
            counted=True,
        )
        for (start, end, group), said in found.items()
    ]


def told_of_states(positions: Sequence[Position]) -> str:
    """Return in words whose statements a map of states has, and whose it leaves out."""
    left = sum(not states_of(each) for each in positions)
    held = len(positions) - left
    noun = "statement" if held == 1 else "statements"
    if not left:
        return f"{held} {noun} by voices of states."
    return f"{held} {noun} by voices of states; {left} by others, who speak for no state, left out."
