"""The maps that can be asked for: of one claim, and of one actor."""

from collections.abc import Iterable, Sequence
from itertools import islice

from graph.answers.actors import ActorSummary
from graph.answers.claims import ClaimDetail
from graph.answers.positions import Position
from graph.answers.record import Mention
from graph.errors import BadRequest
from viz.about import about_actor, about_claim
from viz.caption import Caption, printed
from viz.drawing import Drawing, Edge, Node, actor_node, claim_node, curved, spoken
from viz.layout import around_claim
from viz.limits import MOST_ASKED, MOST_DRAWN
from viz.page import Page, page
from viz.sectors import Sector, newest_first, of_speaker
from viz.sources import node_id, source
from viz.spokes import around_actor

__all__ = ["actor_map", "claim_map"]


def claim_map(claim: ClaimDetail, positions: Sequence[Position], caption: Caption) -> Page:
    """Draw one claim, each statement on it as a line from its speaker, and its related claims.

    Speakers stand by what they commit to (`viz.sectors`). At most 500 nodes are drawn, with
    the newest statements; the page says how many of how many. Raises `BadRequest` beyond
    2,000 nodes, with the way out.
    """
    focus = Mention(id=claim.id, name=claim.text, type="Claim")
    relations = _relations(claim, node_id(focus))
    related = {node_id(each): each for each, _ in relations}
    shown = _shown(positions, {node_id(focus), *related})
    for each in shown:
        related.setdefault(node_id(each.claim), each.claim)
    related.pop(node_id(focus), None)
    speakers = _speakers(shown)
    sectors: dict[Sector, list[Node]] = {}
    for actor, said in speakers.values():
        here = [each for each in said if each.claim.id == claim.id]
        sectors.setdefault(of_speaker(here), []).append(actor_node(actor, said))
    for each in _relied_on(shown, speakers):
        sectors.setdefault(Sector.PASSES_ON, []).append(actor_node(each))
    boxes = [claim_node(focus, focus=True), *(claim_node(each) for each in related.values())]
    spots, regions = around_claim(
        boxes[0].item,
        {sector: [node.item for node in nodes] for sector, nodes in sectors.items()},
        [node.item for node in boxes[1:]],
    )
    nodes = (*boxes, *(node for each in sectors.values() for node in each))
    drawn = {node.id for node in nodes}
    edges = curved([*spoken(shown), *_relays(shown, drawn), *(edge for _, edge in relations)])
    return page(
        Drawing(nodes, edges, spots, regions),
        [source(each) for each in shown],
        printed(caption, len(shown), len(positions)),
        about_claim(claim),
    )


def actor_map(actor: ActorSummary, positions: Sequence[Position], caption: Caption) -> Page:
    """Draw one actor, the claims that it or its voices spoke of, and every statement as a line.

    The voices (organs, officials, those who spoke on its behalf) stand between it and the
    claims. Capped like `claim_map`.
    """
    centre = Mention(id=actor.id, name=actor.name, type=actor.type)
    shown = _shown(positions, {node_id(centre)})
    speakers = _speakers(shown)
    _, own = speakers.pop(node_id(centre), (centre, []))
    claims = {node_id(each.claim): claim_node(each.claim) for each in shown}
    focus = actor_node(centre, own, focus=True)
    voices = [actor_node(each, said) for each, said in speakers.values()]
    spoke = {voice: [node_id(each.claim) for each in said] for voice, (_, said) in speakers.items()}
    placed = around_actor(
        focus.item, [each.item for each in voices], [each.item for each in claims.values()], spoke
    )
    links = [_line(f"voice:{each.id}", each.id, focus.id, "voice") for each in voices]
    return page(
        Drawing((focus, *voices, *claims.values()), curved([*spoken(shown), *links]), *placed),
        [source(each) for each in shown],
        printed(caption, len(shown), len(positions)),
        about_actor(actor),
    )


def _shown(positions: Iterable[Position], fixed: set[str]) -> list[Position]:
    """Return the newest statements whose nodes, with the `fixed` ones, can be drawn."""
    ordered = newest_first(positions)
    asked = len(_nodes(ordered) | fixed)
    if asked > MOST_ASKED:
        raise BadRequest(
            f"This map would have {asked:,} nodes; the most is {MOST_ASKED:,}. Narrow it with "
            "filters (days, acts, actors), or take the table as CSV."
        )
    found: list[Position] = []
    nodes = set(fixed)
    for each in ordered:
        if len(nodes | _nodes([each])) > MOST_DRAWN:
            break
        nodes |= _nodes([each])
        found.append(each)
    return found


def _nodes(positions: Iterable[Position]) -> set[str]:
    return {
        node_id(each)
        for position in positions
        for each in (*position.speakers, position.claim, *_unnamed(position))
    }


def _unnamed(position: Position) -> list[Mention]:
    return [each for each in position.relays if each.type == "UnnamedSource"]


def _speakers(shown: Iterable[Position]) -> dict[str, tuple[Mention, list[Position]]]:
    """Return every speaker with what it said, newest first, in a stable order."""
    found: dict[str, tuple[Mention, list[Position]]] = {}
    for each in shown:
        for speaker in each.speakers:
            found.setdefault(node_id(speaker), (speaker, []))[1].append(each)
    return dict(sorted(found.items(), key=lambda row: (row[1][0].type, row[1][0].name, row[0])))


def _relied_on(shown: Iterable[Position], speakers: Iterable[str]) -> list[Mention]:
    found = {node_id(each): each for position in shown for each in _unnamed(position)}
    return [each for key, each in sorted(found.items()) if key not in set(speakers)]


def _relays(shown: Iterable[Position], drawn: set[str]) -> list[Edge]:
    found = {
        (node_id(speaker), node_id(relied)): None
        for each in shown
        for speaker in each.speakers
        for relied in _unnamed(each)
        if node_id(relied) in drawn and node_id(relied) != node_id(speaker)
    }
    return [_line(f"relay:{index}", *pair, "relay") for index, pair in enumerate(found)]


def _relations(claim: ClaimDetail, focus: str) -> list[tuple[Mention, Edge]]:
    """Return each related claim with its line; "narrows" points to the wider claim."""
    kinds = (
        (claim.narrows, "narrows", True),
        (claim.narrowed_by, "narrows", False),
        (claim.contradicts, "contradicts", True),
        (claim.presupposes, "takes for granted", True),
    )
    found: list[tuple[Mention, Edge]] = []
    room = MOST_DRAWN // 2  # a claim with more relations than this is no picture
    for mentions, word, outward in kinds:
        for each in islice(mentions, room - len(found)):
            ends = (focus, node_id(each)) if outward else (node_id(each), focus)
            found.append((each, _line(f"relation:{word}:{each.id}", *ends, "relation", word)))
    return found


def _line(key: str, start: str, end: str, group: str, label: str = "") -> Edge:
    return Edge(key, start, end, group, statement=None, implied=False, label=label, bend=0)
