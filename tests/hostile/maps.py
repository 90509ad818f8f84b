"""Every map at every level, with every hostile text in every field that is text."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from itertools import cycle, pairwise
from typing import TYPE_CHECKING, Any

from api import drawing
from cypher import load
from graph.answers import ActorSummary, ClaimDetail, ClaimTie, Mention, Position, SpokenBy, Voiced
from graph.answers.actors import RoleHeld
from graph.questions import Answer
from graph.values import Node, Path, Relationship
from graph.vocabulary import Act, Belief
from tests.test_maps import actor, claim, position, report
from viz import (
    LEVELS,
    Asked,
    Caption,
    Level,
    Map,
    actor_map,
    between_map,
    claim_map,
    dossier_map,
    state_map,
    weapon_map,
)

if TYPE_CHECKING:
    from graph.store import Row

__all__ = ["answered", "drawn", "headed", "of_cypher", "one_map", "served"]

NAMES = ("claim", "actor", "state", "weapon", "between", "dossier")
TYPES = ("Official", "Institution", "State", "Outlet", "UnnamedSource")
DAYS = ("2024-02-21", "2024-02", "[..2024-02-28]", None, "2024-03-16")
QUESTION = load("questions.about_weapon")


def mention(text: str, kind: str) -> Mention:
    return Mention(id=text, name=text, type=kind)


def said(texts: Sequence[str]) -> list[Position]:
    """One statement for each text, which stands in every field; each answers the one before."""
    rows = zip(texts, cycle(Act), cycle(Belief), cycle(DAYS), cycle(TYPES), strict=False)
    before = {b: a for a, b in pairwise(texts)}
    after = dict(pairwise(texts))
    return [
        position(
            text,
            [SpokenBy(id=text, name=text, type=kind, role=text)],
            act,
            belief,
            said=day,
            explicit=None if n % 3 == 0 else n % 3 == 1,
            claim=mention(text, "Claim"),
            on_behalf_of=[mention(text, "State")],
            voices=[Voiced(id=text, name=text, type="State", voiced_as="organ")],
            relays=[mention(f"source of {text}", "UnnamedSource"), mention(text, "Statement")],
            extent_words=text,
            quantity=text,
            said_basis=text,
            channel=text,
            paraphrase=text,
            notes=text,
            responds_to=[before.get(text, "not here"), f"{text} elsewhere"],
            answered_by=[after.get(text, "not here"), f"{text} elsewhere"],
            reports=[
                _printed(text, text, before),
                _printed(f"web {text}", f"https://a.example/{text}", {}),
            ],
        )
        for n, (text, act, belief, day, kind) in enumerate(rows)
    ]


def _printed(document: str, url: str, before: Mapping[str, str]) -> Any:
    text = document.removeprefix("web ")
    words = dict.fromkeys(
        ("title", "quote", "quote_language", "language", "characterised_in_words", "hedge"), text
    )
    roots = [before[text]] if text in before else []
    publisher = mention(text, "Outlet")
    return report(document, url=url, publisher=publisher, draws_on=[*roots, text], **words)


def asked(title: str, level: Level = "statements", **how: Any) -> Caption:
    made = datetime(2024, 3, 5, 12, 30, tzinfo=UTC)
    return Caption(title, None, made, 0, Asked(level=level, **how))


def detail(texts: Sequence[str], heading: str) -> ClaimDetail:
    claims = [mention(each, "Claim") for each in texts]
    ties = {"narrows": claims[::4], "narrowed_by": claims[1::4], "contradicts": claims[2::4],
            "presupposes": claims[3::4]}  # fmt: skip
    parties = [mention(each, "State") for each in texts]
    words = dict.fromkeys(("quantity", "period", "notes", "kind", "stage"), heading)
    ends = {"supplier": parties, "recipient": parties, "party": parties, "items": parties}
    return claim(id=heading, text=heading, **words, **ties, **ends)


def summary(texts: Sequence[str], heading: str) -> ActorSummary:
    places = [mention(each, "Institution") for each in texts]
    days = dict.fromkeys(("start", "end", "seen_on"))
    roles = [
        RoleHeld(title=each.name, institution=each, speaks_for=True, **days) for each in places
    ]
    return actor(id=heading, name=heading, kind=heading, aliases=list(texts), part_of=places,
                 based_in=places, roles=roles, notes=heading)  # fmt: skip


def one_map(name: str, texts: Sequence[str], heading: str, level: Level = "statements") -> Map:
    """Return the map called `name`, with `texts` in all fields and `heading` above."""
    positions = said(texts)
    caption = asked(heading, level)
    names = {each: [*texts[:5], each] for each in texts}
    ties = [ClaimTie(claim=one, kind="NARROWS", other=other) for one, other in pairwise(texts)]
    named = {each: {heading: ["supplier"], f"{heading} 2": ["recipient"]} for each in texts}
    match name:
        case "claim":
            return claim_map(detail(texts, heading), positions, caption, names)
        case "actor":
            return actor_map(summary(texts, heading), positions, caption, names)
        case "state":
            return state_map(summary(texts, heading), positions, caption, names)
        case "weapon":
            weapon = mention(heading, "WeaponSystem")
            return weapon_map(weapon, positions, ties, caption, names)
        case "between":
            two = (mention(heading, "State"), mention(f"{heading} 2", "Institution"))
            return between_map(two, positions, named, ties, caption, names)
        case _:
            whole = mention(heading, "Dossier")
            return dossier_map(whole, positions, ties, caption, names)


def headed(text: str) -> Map:
    """Return a map of nothing, with `text` wherever its heading and its subject stand."""
    return claim_map(detail([], text), [], asked(text, at=text, hide=(text,)))


def served(texts: Sequence[str]) -> Map:
    """Return the map of a claim as a service makes it, with links and nodes that expand."""
    caption = asked("What is so?", address="/maps/claims/x", levels=True, served=True)
    return claim_map(detail(texts, "What is so?"), said(texts), caption)


def graph_of(texts: Sequence[str]) -> list[Path]:
    """Return what Neo4j might answer: hostile labels, types, keys and values."""
    nodes = [Node(f"4:{n}", (each, "Claim", each), _keys(each)) for n, each in enumerate(texts)]
    empty = [Node(f"5:{n}", (each,), {each: each}) for n, each in enumerate(texts)]
    return [
        Path((start, end), (Relationship(f"r:{n}", text, start, end, {text: text, "on": text}),))
        for n, (text, start, end) in enumerate(zip(texts, nodes, empty, strict=True))
    ]


def _keys(text: str) -> dict[str, Any]:
    return {"id": text, "name": text, text: text, "list": [text, [text]], "act": text}


def of_cypher(texts: Sequence[str], heading: str) -> Map:
    """Return the map of a statement in Cypher that is `heading`."""
    rows = [[each, {"key": [each]}] for each in graph_of(texts)]
    return drawing.cypher(heading, rows, cut=False).draw()


def answered(texts: Sequence[str], words: str) -> Map:
    """Return the map of a question that was asked with `words`."""
    rows: list[Row] = [{"path": each} for each in graph_of(texts)]
    given = {"weapon": words, "asOf": None}
    return drawing.answer(Answer(QUESTION, given, rows, truncated=False)).draw()


def drawn(texts: Sequence[str]) -> dict[str, Map]:
    """Return every map at every level, with as many of the texts each, and three with them all."""
    kinds: list[tuple[str, Level]] = [(name, level) for level in LEVELS for name in NAMES]
    found = {
        f"{name}-{level}": one_map(name, texts[n :: len(kinds)], texts[n], level)
        for n, (name, level) in enumerate(kinds)
    }
    return {
        **found,
        "claim": one_map("claim", texts, "What is so?"),
        "cypher": of_cypher(texts, texts[0]),
        "question": answered(texts, texts[1]),
    }
