"""The archive drawn by this product, through what `viz` offers; the only part that knows it."""

import json
import random
import re
from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from typing import Any, get_origin
from unittest.mock import patch

from pydantic import BaseModel

import viz
from bench.maps.archive import ACTS_OF_STATEMENTS, PLACES, WORDS, Archive, invented
from graph.answers import ClaimDetail, Mention, Position, ReportedIn, SpokenBy
from graph.values import Node, Relationship
from graph.vocabulary import AGAINST, FOR, Act, Belief

__all__ = ["claim_page", "graph_page", "whole_graph_page"]

MADE = datetime(2026, 1, 1, tzinfo=UTC)
RELATED = 3
"""Claims beside the one that a map of a claim is about."""
COPIES = (1, 1, 2, 3)
"""Documents that report a statement, of which one is chosen."""
DENYING = (Act.DENIES, Act.DISPUTES, Act.DOUBTS, Act.SAYS_NOT_YET)
CLAIMING = (Act.ALLEGES, Act.ASSERTS, Act.CONFIRMS, Act.FINDS, Act.ADMITS, Act.DEEMS_CREDIBLE)


def graph_page(archive: Archive) -> str:
    """Return the map of any graph as it ships: at most 500 nodes are drawn, and it says so."""
    nodes = {
        each.id: Node(each.id, (each.label,), {"id": each.id, **each.properties})
        for each in archive.nodes
    }
    edges = [
        Relationship(each.id, each.type, nodes[each.source], nodes[each.target], each.properties)
        for each in archive.lines
    ]
    return viz.graph_map(list(nodes.values()), edges, _caption(0)).html


def whole_graph_page(archive: Archive) -> str:
    """Return the same map with the limit of 500 lifted, which no reader can do.

    Raises `ValueError` when not every node is on it.
    """
    with patch.object(import_module("viz.graph_map"), "MOST_DRAWN", len(archive.nodes)):
        html = graph_page(archive)
    if (drawn := nodes_on(html)) != len(archive.nodes):
        raise ValueError(f"{drawn} nodes are on the map, not {len(archive.nodes)}")
    return html


def claim_page(size: int, seed: int = 1) -> str:
    """Return the map of a claim of `size` nodes, with sources, timeline and table.

    Half as many statements again, each with quotation and documents. Raises `ValueError` when
    the map has another number of nodes.
    """
    chance = random.Random(f"{size} {seed}")  # noqa: S311  # nothing secret
    claim = Mention(
        id="claim-0", name="Norland has supplied Suland with 400 missiles.", type="Claim"
    )
    speakers = [_speaker(chance, number) for number in range(size - 1 - RELATED)]
    weights = [1 / (place + 1) for place in range(len(speakers))]
    more = chance.choices(speakers, weights, k=round(size * 1.5) - len(speakers))
    positions = [_position(chance, *each, claim) for each in enumerate([*speakers, *more])]
    html = viz.claim_map(_detail(claim), positions, _caption(len(positions))).html
    if (drawn := nodes_on(html)) != size:
        raise ValueError(f"{drawn} nodes are on the map, not {size}")
    return html


def nodes_on(html: str) -> int:
    """Return how many nodes a page of ours holds."""
    found = re.search(r'<script type="application/json" id="island">(.*?)</script>', html)
    return len(json.loads(found[1])["nodes"]) if found else 0


def _caption(total: int) -> viz.Caption:
    return viz.Caption("Who said what in an invented archive?", date(2026, 1, 1), MADE, total)


def _speaker(chance: random.Random, number: int) -> SpokenBy:
    kind, name = invented(chance, number)
    role = f"speaker of the council of {chance.choice(PLACES)}" if kind == "Official" else None
    return SpokenBy(id=f"actor-{number}", name=name, type=kind, role=role)


def _position(chance: random.Random, number: int, speaker: SpokenBy, claim: Mention) -> Position:
    said = date(2024, 1, 1) + timedelta(days=chance.randrange(400))
    act = Act.REPORTS if speaker.type == "Outlet" else chance.choice(ACTS_OF_STATEMENTS)
    values = _blank(Position)
    values |= {
        "statement": f"statement-{number}",
        "act": act,
        "belief": _belief(chance, act),
        "relayed_belief": Belief.CERTAIN_TRUE if act is Act.REPORTS else None,
        "explicit": chance.random() < 0.9,
        "rests_on": "words",
        "hedged": chance.random() < 0.2,
        "speakers": [speaker],
        "named": speaker.type != "UnnamedSource",
        "claim": claim,
        "said": said.isoformat(),
        "said_earliest": said,
        "said_latest": said,
        "known_by": said,
        "paraphrase": f"In short: {chance.choice(WORDS)}",
        "responds_to": [f"statement-{number // 2}"] if number % 5 == 4 else [],
        "reports": [_report(chance, number, turn, said) for turn in range(chance.choice(COPIES))],
        "recorded_at": MADE,
        "key": f"{number:06}",
    }
    return Position.model_validate(values)


def _belief(chance: random.Random, act: Act) -> Belief:
    if act in DENYING:
        return chance.choice(sorted(AGAINST))
    return chance.choice(sorted(FOR)) if act in CLAIMING else Belief.UNCOMMITTED


def _report(chance: random.Random, number: int, turn: int, said: date) -> ReportedIn:
    outlet = Mention(id=f"paper-{turn}", name=f"{chance.choice(PLACES)} Wire", type="Outlet")
    values = _blank(ReportedIn)
    values |= {
        "document": f"document-{number}-{turn}",
        "title": f"What is known of the shipments, part {number}",
        "url": f"https://news.example/{said:%Y/%m/%d}/{number}-{turn}",
        "publisher": outlet,
        "published": said.isoformat(),
        "language": "en",
        "read": True,
        "quote": chance.choice(WORDS),
        "quote_language": "en",
    }
    return ReportedIn.model_validate(values)


def _detail(claim: Mention) -> ClaimDetail:
    values = _blank(ClaimDetail)
    values |= {"id": claim.id, "text": claim.name, "kind": "transfer", "stage": "delivered"}
    values |= {
        "supplier": [Mention(id="norland", name="Norland", type="State")],
        "recipient": [Mention(id="suland", name="Suland", type="State")],
        "narrows": [
            Mention(id=f"claim-{n}", name=f"Norland has supplied {n}00 missiles.", type="Claim")
            for n in range(1, RELATED + 1)
        ],
    }
    return ClaimDetail.model_validate(values)


def _blank(record: type[BaseModel]) -> dict[str, Any]:
    """Return a record of which nothing is known: no list has anything, all else is null."""
    fields = record.model_fields.items()
    return {name: [] if get_origin(field.annotation) is list else None for name, field in fields}
