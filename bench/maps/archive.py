"""An invented archive to draw: actors, claims, and statements as lines from one to the other.

Seeded: a size and a seed give the same archive everywhere. Skewed, as real archives are: a few
claims draw most of the statements, a few actors make many.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from graph.vocabulary import ACTS, Act

__all__ = ["Archive", "Line", "Thing", "archive", "invented"]

LINES_PER_NODE = 1.5
CLAIMS = 0.25
"""Share of the nodes that are claims."""
STEEPNESS = 1.1
"""Of the skew: the weight of the n-th claim or actor is n to the power of minus this."""

PLACES = ("Norland", "Suland", "Westland", "Quelland", "Ostmark", "Vesland", "Merrow", "Tarn")
KINDS = ("State", "Institution", "Official", "Official", "Official", "Outlet", "UnnamedSource")
FIRST = ("Ada", "Ivo", "Per", "Lena", "Oskar", "Mira", "Jon", "Tove", "Emil", "Runa")
LAST = ("Holm", "Sand", "Quist", "Vale", "Berg", "Dahl", "Frost", "Lind", "Ness", "Strand")
BODIES = ("Ministry of Defence", "Foreign Office", "Permanent Mission", "Institute of Strategy")
PAPERS = ("Wire", "Post", "Courier", "Observer", "Evening Press")
GOODS = ("Lance-110 missiles", "Javelin drones", "launchers", "spare engines", "training crews")
DEEDS = ("has supplied", "is about to send", "agreed to sell", "has shipped", "trained with")
WORDS = (
    "We have seen what was printed and have nothing to add to it today.",
    "There has been no such delivery, by sea or by air, and there is none planned.",
    "Our own information agrees with that account, and we said so at the time.",
    "Whoever moves such goods across the lake must expect an answer, swift and severe.",
    "I will not go into what we know, or how, or since when.",
)
ACTS_OF_STATEMENTS = tuple(each for each in ACTS if each is not Act.REPORTS)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Thing:
    """A node: an actor or a claim."""

    id: str
    label: str
    name: str
    """Name of an actor, text of a claim."""
    properties: dict[str, str]


@dataclass(frozen=True, slots=True)
class Line:
    """A statement, from who made it to the claim that it is about."""

    id: str
    type: str
    """The act, as relationships are called: ``DENIED``."""
    source: str
    target: str
    properties: dict[str, str]


@dataclass(frozen=True, slots=True)
class Archive:
    """What is drawn, the same for every tool, in the order in which an answer names it."""

    nodes: tuple[Thing, ...]
    lines: tuple[Line, ...]


def archive(size: int, seed: int = 1) -> Archive:
    """Return an archive of `size` nodes and one and a half times as many statements.

    Every actor speaks and every claim is spoken of, at least once.
    """
    chance = random.Random(f"{size} {seed}")  # noqa: S311  # nothing secret
    claims = [_claim(chance, number) for number in range(round(size * CLAIMS))]
    actors = [_actor(chance, number) for number in range(size - len(claims))]
    total = round(size * LINES_PER_NODE)
    speakers = _skewed(chance, actors, total)
    about = _skewed(chance, claims, total)
    chance.shuffle(about)
    lines = tuple(
        _line(chance, number, actor, claim)
        for number, (actor, claim) in enumerate(zip(speakers, about, strict=True))
    )
    by_id = {each.id: each for each in (*actors, *claims)}
    named = dict.fromkeys(key for each in lines for key in (each.source, each.target))
    return Archive(tuple(by_id[key] for key in named), lines)


def invented(chance: random.Random, number: int) -> tuple[str, str]:
    """Return kind and name of the actor with that number; no two names are alike."""
    kind = KINDS[number % len(KINDS)]
    place = chance.choice(PLACES)
    turn = f"{number // len(KINDS) + 1}"
    names = {
        "State": f"{place} {turn}",
        "Institution": f"{chance.choice(BODIES)} of {place} {turn}",
        "Official": f"{chance.choice(FIRST)} {chance.choice(LAST)} {number}",
        "Outlet": f"{place} {chance.choice(PAPERS)} {turn}",
        "UnnamedSource": f"an official of {place} familiar with the matter ({turn})",
    }
    return kind, names[kind]


def _actor(chance: random.Random, number: int) -> Thing:
    kind, name = invented(chance, number)
    known = {"name": name, "aliases": f"{name.split()[0]}; {name.upper()}"}
    return Thing(f"actor-{number}", kind, name, known)


def _claim(chance: random.Random, number: int) -> Thing:
    supplier, recipient = chance.sample(PLACES, 2)
    deed, goods = chance.choice(DEEDS), chance.choice(GOODS)
    text = f"{supplier} {deed} {recipient} around {10 * (number + 1)} {goods}, partly by ship."
    known = {"text": text, "kind": "transfer", "quantity": f"around {10 * (number + 1)}"}
    return Thing(f"claim-{number}", "Claim", text, known)


def _line(chance: random.Random, number: int, actor: Thing, claim: Thing) -> Line:
    act = Act.REPORTS if actor.label == "Outlet" else chance.choice(ACTS_OF_STATEMENTS)
    said = date(2024, 1, 1) + timedelta(days=chance.randrange(400))
    known = {
        "statement": f"statement-{number}",
        "said": said.isoformat(),
        "quote": chance.choice(WORDS),
        "document": f"https://news.example/{number}",
    }
    return Line(f"statement-{number}", ACTS[act].edge, actor.id, claim.id, known)


def _skewed(chance: random.Random, among: Sequence[T], total: int) -> list[T]:
    """Return `total` of `among`: each once, then the first ones far more often than the last."""
    weights = [(place + 1) ** -STEEPNESS for place in range(len(among))]
    return [*among, *chance.choices(among, weights, k=total - len(among))]
