"""The maps of one claim: statements as lines, statements with their documents, states only."""

from collections.abc import Iterable, Sequence
from itertools import islice

from graph.answers.claims import ClaimDetail
from graph.answers.positions import Position
from graph.answers.record import Mention
from viz.about import about_claim
from viz.around import around
from viz.caption import Caption, shown_of
from viz.drawing import (
    Drawing,
    Edge,
    Node,
    actor_node,
    answers,
    claim_node,
    curved,
    line,
    relays,
    spoken,
)
from viz.evidence import evidence_around
from viz.limits import MOST_DRAWN
from viz.network import Aliases, Map, mapped
from viz.sectors import Sector, of_speaker, of_voices
from viz.shown import shown, speakers, unnamed
from viz.sources import node_id
from viz.states import by_state, counted, states_of, told_of_states
from viz.stations import seated, stations

__all__ = ["claim_map"]


def claim_map(
    claim: ClaimDetail,
    positions: Sequence[Position],
    caption: Caption,
    aliases: Aliases | None = None,
) -> Map:
    """Draw one claim, every statement on it, and the claims that are tied to it.

    Speakers stand by what they commit to (`viz.sectors`). At most 500 nodes are drawn, with
    the newest statements; the page says how many of how many. Raises `BadRequest` beyond
    2,000 nodes, with the way out.
    """
    focus = Mention(id=claim.id, name=claim.text, type="Claim")
    related, relations = _related(claim, focus)
    here = shown(positions, {node_id(focus), *(node_id(each) for each in related)}, caption)
    related = {node_id(each): each for each in (*related, *(said.claim for said in here))}
    related.pop(node_id(focus), None)
    boxes = [claim_node(focus, focus=True), *(claim_node(each) for each in related.values())]
    told = (shown_of(len(here), total := max(caption.total, len(positions))), len(here), total)
    if caption.asked.level == "evidence":
        drawing = evidence_around(boxes, relations, here)
    elif caption.asked.level == "states":
        drawing = _states(boxes, relations, here)
        told = (told_of_states(here), len(here), total)
        here = [each for each in here if states_of(each)]
    else:
        drawing = _speakers(boxes, relations, here)
    level = caption.asked.level
    return mapped(drawing, here, caption, told, about_claim(claim), level=level, aliases=aliases)


def _speakers(boxes: Sequence[Node], relations: Sequence[Edge], here: list[Position]) -> Drawing:
    focus = boxes[0].id
    seats = [
        (
            actor_node(actor, said),
            stations(said, lambda known: of_speaker(x for x in known if node_id(x.claim) == focus)),
        )
        for actor, said in speakers(here)
    ]
    spoke = {node.id for node, _ in seats}
    relied = {node_id(each): each for said in here for each in unnamed(said)}
    seats += [
        (actor_node(each), [(None, Sector.PASSES_ON)])
        for key, each in sorted(relied.items())
        if key not in spoke
    ]
    parts, slots = seated(seats)
    nodes = (*boxes, *(node for node, _ in seats))
    edges = [*spoken(here), *answers(here), *relays(here, (node.id for node in nodes)), *relations]
    shapes = around([boxes[0].item], parts, [box.item for box in boxes[1:]])
    return Drawing(nodes, curved(edges), shapes, slots)


def _states(boxes: Sequence[Node], relations: Sequence[Edge], here: list[Position]) -> Drawing:
    focus = boxes[0].id
    seats = [
        (actor_node(state), stations(said, lambda known: _stood(known, focus)))
        for state, said in by_state(here)
    ]
    parts, slots = seated(seats)
    nodes = (*boxes, *(node for node, _ in seats))
    shapes = around([boxes[0].item], parts, [box.item for box in boxes[1:]])
    return Drawing(nodes, curved([*counted(here), *relations]), shapes, slots)


def _stood(said: Iterable[Position], focus: str) -> Sector:
    """Return where a state stands on the claim `focus`; having spoken of others only, elsewhere."""
    return of_voices(each for each in said if node_id(each.claim) == focus)


def _related(claim: ClaimDetail, focus: Mention) -> tuple[list[Mention], list[Edge]]:
    """Return each related claim, and its line; "narrows" points to the wider claim."""
    kinds = (
        (claim.narrows, "narrows", True),
        (claim.narrowed_by, "narrows", False),
        (claim.contradicts, "contradicts", True),
        (claim.presupposes, "takes for granted", True),
        (claim.presupposed_by, "takes for granted", False),
    )
    found: dict[str, Mention] = {}
    lines: list[Edge] = []
    room = MOST_DRAWN // 2  # a claim with more relations than this is no picture
    for mentions, word, outward in kinds:
        for each in islice(mentions, room - len(lines)):
            ends = (node_id(focus), node_id(each))
            start, end = ends if outward else ends[::-1]
            found[node_id(each)] = each
            lines.append(line(f"relation:{word}:{start}:{end}", start, end, "relation", word))
    return list(found.values()), lines
