"""The maps of one actor: it and its voices in the middle, its claims by where it stands on each."""

from collections.abc import Sequence
from dataclasses import replace

from graph.answers.actors import ActorSummary
from graph.answers.positions import Position
from graph.answers.record import Mention
from viz.about import about_actor
from viz.around import facing
from viz.caption import Caption, shown_of
from viz.drawing import Drawing, Edge, Node, actor_node, claim_node, curved, spoken
from viz.evidence import evidence_web
from viz.evidence import needs as needed_as_evidence
from viz.network import Aliases, Map, mapped
from viz.sectors import of_voices
from viz.shown import ends, shown, speakers
from viz.sources import node_id
from viz.states import by_state, counted, states_of, told_of_states
from viz.stations import seated, stations

__all__ = ["actor_map", "state_map"]


def actor_map(
    actor: ActorSummary,
    positions: Sequence[Position],
    caption: Caption,
    aliases: Aliases | None = None,
) -> Map:
    """Draw one actor with its voices, the claims on which they spoke, and every statement.

    Claims stand by the latest commitment of the actor's voices; where these differ, no position
    is chosen. Capped like `claim_map`.
    """
    return _around_actor(actor, positions, caption, aliases, rolled_up=False)


def state_map(
    actor: ActorSummary,
    positions: Sequence[Position],
    caption: Caption,
    aliases: Aliases | None = None,
) -> Map:
    """Draw one actor as one: every statement of its voices is a line from it, none merged."""
    return _around_actor(actor, positions, caption, aliases, rolled_up=True)


def _around_actor(
    actor: ActorSummary,
    positions: Sequence[Position],
    caption: Caption,
    aliases: Aliases | None,
    *,
    rolled_up: bool,
) -> Map:
    level = caption.asked.level
    centre = Mention(id=actor.id, name=actor.name, type=actor.type)
    needs = needed_as_evidence if level == "evidence" else ends
    here = shown(positions, {node_id(centre)}, caption, needs)
    claims = [claim_node(each) for each in {said.claim.id: said.claim for said in here}.values()]
    told = (shown_of(len(here), total := max(caption.total, len(positions))), len(here), total)
    if level == "evidence":
        drawing = evidence_web(claims, (), here)
    elif level == "states":
        drawing = _as_states(centre, claims, here)
        told = (told_of_states(here), len(here), total)
        here = [each for each in here if states_of(each)]
    else:
        drawing = _as_lines(centre, claims, here, rolled_up=rolled_up)
    about = about_actor(actor)
    return mapped(drawing, here, caption, told, about, level=level, aliases=aliases)


def _as_lines(
    centre: Mention, claims: Sequence[Node], here: list[Position], *, rolled_up: bool
) -> Drawing:
    spoke = {node_id(each): (each, said) for each, said in speakers(here)}
    _, own = spoke.pop(node_id(centre), (centre, []))
    voices = [] if rolled_up else [actor_node(each, said) for each, said in spoke.values()]
    focus = actor_node(centre, here if rolled_up else own, focus=True)
    edges = spoken(here)
    if rolled_up:
        edges = [
            replace(each, id=f"statement:{each.statement}", source=focus.id)
            for each in {edge.statement: edge for edge in edges}.values()
        ]
    title = f"{centre.name} and its voices" if voices else centre.name
    return _placed((focus, *voices), claims, here, edges, title)


def _as_states(centre: Mention, claims: Sequence[Node], here: list[Position]) -> Drawing:
    states = [actor_node(state, focus=state.id == centre.id) for state, _ in by_state(here)]
    middle = states or [actor_node(centre, focus=True)]
    linked = {node_id(each.claim) for each in here if states_of(each)}
    claims = [each for each in claims if each.id in linked]
    return _placed(middle, claims, here, counted(here), "states, through their voices")


def _placed(
    middle: Sequence[Node],
    claims: Sequence[Node],
    here: list[Position],
    edges: Sequence[Edge],
    title: str,
) -> Drawing:
    """Place claims by where the voices in the `middle` stand on them, level with who speaks."""
    rank = {each.id: index for index, each in enumerate(middle)}
    ends: dict[str, list[int]] = {}
    for edge in edges:
        ends.setdefault(edge.target, []).append(rank[edge.source])
    claims = sorted(claims, key=lambda each: sum(ends[each.id]) / len(ends[each.id]))
    on_claim: dict[str, list[Position]] = {}
    for each in here:
        on_claim.setdefault(node_id(each.claim), []).append(each)
    parts, slots = seated((each, stations(on_claim[each.id], of_voices)) for each in claims)
    shapes = facing(title, [each.item for each in middle], parts)
    return Drawing((*middle, *claims), curved(edges), shapes, slots)
