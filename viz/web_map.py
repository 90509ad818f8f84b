"""Maps of several claims: on a weapon, between two actors, of a whole dossier."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from graph.answers.claims import ClaimTie
from graph.answers.positions import Position
from graph.answers.record import Mention
from viz.around import Part, around
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
    named_node,
    relays,
    spoken,
)
from viz.evidence import evidence_web
from viz.evidence import needs as needed_as_evidence
from viz.forces import by_forces
from viz.network import Aliases, Map, mapped
from viz.shown import ends, shown, speakers, unnamed
from viz.sources import node_id
from viz.states import by_state, counted, states_of, told_of_states

__all__ = ["between_map", "dossier_map", "weapon_map"]

_TIES = {"NARROWS": "narrows", "CONTRADICTS": "contradicts", "PRESUPPOSES": "takes for granted"}


def dossier_map(
    dossier: Mention,
    positions: Sequence[Position],
    ties: Sequence[ClaimTie],
    caption: Caption,
    aliases: Aliases | None = None,
) -> Map:
    """Draw everything that a dossier states: its speakers, its claims, every statement.

    Those who spoke on the same claims stand near each other; a place on this map means nothing
    else. Capped like `claim_map`.
    """
    about = _about("", dossier.name, "Dossier: what it records, not what is so", positions)
    return _web(about, (), (), positions, ties, caption, aliases)


def weapon_map(
    weapon: Mention,
    positions: Sequence[Position],
    ties: Sequence[ClaimTie],
    caption: Caption,
    aliases: Aliases | None = None,
) -> Map:
    """Draw the claims about a weapon or a variant of it, and every statement on them."""
    focus = named_node(weapon, focus=True)
    claims = {node_id(each.claim) for each in positions}
    named = [line(f"names:{each}", each, focus.id, "names") for each in sorted(claims)]
    about = _about(focus.id, weapon.name, "Weapon system", positions)
    return _web(about, [focus], named, positions, ties, caption, aliases)


def between_map(
    actors: tuple[Mention, Mention],
    positions: Sequence[Position],
    named: Mapping[str, Mapping[str, Sequence[str]]],
    ties: Sequence[ClaimTie],
    caption: Caption,
    aliases: Aliases | None = None,
) -> Map:
    """Draw what connects two actors: the claims that both spoke of, or that name one of them.

    Their voices stand at the sides, the claims between them. `named` has, by claim and actor,
    the slots in which it names them. To be named is to be accused, or told of, by whoever
    makes the claim; to speak on the same claim is no link in the world.
    """
    one, other = actors
    here = shown(positions, {node_id(one), node_id(other)}, caption, _needs(caption))
    claims = {node_id(each.claim): claim_node(each.claim) for each in here}
    spoke = speakers(here)
    sides: dict[str, list[Node]] = {"left": [], "right": [], "below": []}
    seen: set[str] = set()
    for actor, said in spoke:
        sides[_side(said, one, other)].append(actor_node(actor, said, focus=actor in actors))
        seen.add(node_id(actor))
    for actor, side in ((one, "left"), (other, "right")):
        if node_id(actor) not in seen:
            sides[side].insert(0, actor_node(actor, focus=True))
    nodes = [*claims.values(), *(node for side in sides.values() for node in side)]
    edges = [
        *spoken(here),
        *answers(here),
        *_ties(ties, claims),
        *(
            line(
                f"names:{claim}:{actor}:{slot}",
                f"claim:{claim}",
                f"actor:{actor}",
                "names",
                f"names as {slot}",
            )
            for claim, slots in named.items()
            if f"claim:{claim}" in claims
            for actor, words in slots.items()
            for slot in words
        ),
    ]
    parts = [
        Part(f"{one.name} and its voices", "left", [each.item for each in sides["left"]]),
        Part(f"{other.name} and its voices", "right", [each.item for each in sides["right"]]),
        Part("voices of both", "below", [each.item for each in sides["below"]]),
    ]
    about = _about("", f"{one.name} · {other.name}", "Two actors, and what connects them", here)
    told = _told(here, positions, caption)
    if caption.asked.level != "statements" or not claims:
        focus = [actor_node(one, focus=True), actor_node(other, focus=True)]
        return _web(about, focus, (), positions, ties, caption, aliases)
    shapes = around([each.item for each in claims.values()], parts)
    drawing = Drawing(tuple(nodes), curved(edges), shapes)
    return mapped(drawing, here, caption, told, about, level="statements", aliases=aliases)


def _web(
    about: Mapping[str, Any],
    focus: Sequence[Node],
    links: Sequence[Edge],
    positions: Sequence[Position],
    ties: Sequence[ClaimTie],
    caption: Caption,
    aliases: Aliases | None,
) -> Map:
    level = caption.asked.level
    here = shown(positions, {each.id for each in focus}, caption, _needs(caption))
    claims = {node_id(each.claim): claim_node(each.claim) for each in here}
    told = _told(here, positions, caption)
    fixed = [*_ties(ties, claims), *(each for each in links if each.source in claims)]
    if level == "evidence":
        drawing = evidence_web([*focus, *claims.values()], fixed, here)
    else:
        known = {each.id for each in focus}
        rolled = by_state(here) if level == "states" else speakers(here)
        actors = [actor_node(each, said) for each, said in rolled if node_id(each) not in known]
        relied = {node_id(each): actor_node(each) for said in here for each in unnamed(said)}
        spoke = {each.id for each in actors}
        if level == "states":
            told = (told_of_states(here), len(here), told[2])
            here = [each for each in here if states_of(each)]
            actors = [replace(each, notes=()) for each in actors]
            lines = counted(here)
            linked = {each.target for each in lines}
            claims = {key: node for key, node in claims.items() if key in linked}
            edges = [*lines, *(e for e in fixed if {e.source, e.target} <= linked | known)]
        else:
            actors += [node for key, node in sorted(relied.items()) if key not in spoke]
            drawn = [each.id for each in actors]
            edges = [*spoken(here), *answers(here), *relays(here, drawn), *fixed]
        nodes = (*focus, *claims.values(), *actors)
        pairs = [(each.source, each.target) for each in edges if each.group != "answers"]
        drawing = Drawing(nodes, curved(edges), by_forces([each.item for each in nodes], pairs))
    return mapped(drawing, here, caption, told, about, level=level, aliases=aliases)


def _needs(caption: Caption) -> Any:
    return needed_as_evidence if caption.asked.level == "evidence" else ends


def _told(
    here: Sequence[Position], positions: Sequence[Position], caption: Caption
) -> tuple[str, int, int]:
    total = max(caption.total, len(positions))
    return shown_of(len(here), total), len(here), total


def _side(said: Iterable[Position], one: Mention, other: Mention) -> str:
    """Return on whose side a speaker stands: by whom it is a voice of, never by what it says."""
    voiced = {each.id for position in said for each in (*position.voices, *position.speakers)}
    if one.id in voiced and other.id in voiced:
        return "below"
    return "left" if one.id in voiced else "right"


def _ties(ties: Iterable[ClaimTie], claims: Collection[str]) -> list[Edge]:
    found: list[Edge] = []
    for each in ties:
        start, end = f"claim:{each.claim}", f"claim:{each.other}"
        if start in claims and end in claims:
            key = f"relation:{each.kind}:{each.claim}:{each.other}"
            found.append(line(key, start, end, "relation", _TIES[each.kind]))
    return found


def _about(node: str, heading: str, kind: str, positions: Sequence[Position]) -> Mapping[str, Any]:
    claims = {each.claim.id for each in positions}
    rows = [("statements", str(len(positions))), ("claims", str(len(claims)))]
    return {"node": node, "heading": heading, "kind": kind, "rows": rows}
