"""The schema of the graph for those who write Cypher: what there is, what it means, how much.

The words are those of the records (their docstrings) and of `graph.described.words` for what
is in no record; the counts are those of the graph that is asked.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches

from graph.answers import (
    DescribedLabel,
    DescribedProperty,
    DescribedRelationship,
    DescribedRow,
    DescribedSchema,
    Ends,
)
from graph.answers.described import ComesFrom
from graph.described.counts import Counts, Led, counted
from graph.described.fields import RECORDS, Stated, described, first_words, stated
from graph.described.words import ALSO, CARRIED, KEPT, LABELS, LINES, Kept
from graph.errors import NotFound
from graph.model import Dossier, Entity
from graph.store import Store
from graph.writing import ACTOR_LABELS

__all__ = ["flat", "schema"]


async def schema(store: Store, only: str | None = None) -> DescribedSchema:
    """Return every label and relationship type, described, with counts from the graph.

    `only` names a label or a type: nothing else is returned then. A graph of more than
    `counts.READ` nodes is not read: its properties are not counted. Raises `NotFound` when `only`
    names neither, with near ones.
    """
    there = await counted(store)
    labels = _labels(there.nodes, there.on_nodes)
    found = DescribedSchema(
        labels=[each for each in labels if only in (None, each.name)],
        relationships=[
            each for each in _relationships(there.led, there.on_lines) if only in (None, each.name)
        ],
    )
    if only and not found.labels and not found.relationships:
        every = [*(each.name for each in labels), *_lines()]
        near = get_close_matches(only, every, n=3, cutoff=0.5)
        raise NotFound("label or relationship type", only, tuple(near))
    return found


def flat(found: DescribedSchema) -> list[DescribedRow]:
    """Return a schema as rows of one table: each label and type, then each of its properties."""
    table: list[DescribedRow] = []
    for each in (*found.labels, *found.relationships):
        ends = each.ends if isinstance(each, DescribedRelationship) else []
        table.append(
            DescribedRow(
                what="label" if isinstance(each, DescribedLabel) else "relationship",
                name=each.name,
                property=None,
                type=None,
                meaning=each.meaning,
                comes_from=each.comes_from,
                count=each.count,
                allowed=[],
                ends=[f"{end.start} -> {end.end} ({end.count})" for end in ends],
            )
        )
        table += [
            DescribedRow(
                what=table[-1].what,
                name=each.name,
                property=inner.name,
                type=inner.type,
                meaning=inner.meaning,
                comes_from=inner.comes_from,
                count=inner.count,
                allowed=inner.allowed,
                ends=[],
            )
            for inner in each.properties
        ]
    return table


_SOURCES: Mapping[str, ComesFrom] = {"Standing": "derived", "Stale": "graph", "Rejoinder": "graph"}


def _labels(nodes: Mapping[str, int], carried: Counts | None) -> list[DescribedLabel]:
    own = {record.__name__: described(record) for record in RECORDS}
    every = dict(KEPT["Entity"])
    dossier = described(Dossier, _sections())
    dossier = {"id": dossier.pop("dossier"), **dossier}
    words = {record.__name__: first_words(record) for record in RECORDS}
    properties = {
        "Entity": described(Entity) | every,
        "Actor": _of_actors(own) | every,
        **{name: found | KEPT.get(name, {}) | every for name, found in own.items()},
        "Dossier": dossier | KEPT["Dossier"],
        "Standing": dict(KEPT["Standing"]),
        "Stale": {},
        "Rejoinder": dict(KEPT["Rejoinder"]),
    }
    meanings = {
        "Entity": first_words(Entity),
        **words,
        "Dossier": first_words(Dossier),
        **LABELS,
    }
    return [
        DescribedLabel(
            name=name,
            meaning=meanings[name],
            comes_from=_SOURCES.get(name, "dossier"),
            beside=_beside(name),
            count=nodes.get(name, 0),
            properties=list(_properties(kept, None if carried is None else carried.get(name, {}))),
        )
        for name, kept in properties.items()
    ]


def _of_actors(own: Mapping[str, Mapping[str, Kept]]) -> dict[str, Kept]:
    """Return what the five kinds of actors carry; words that differ name the kind."""
    found: dict[str, Kept] = {}
    for name in dict.fromkeys(name for kind in ACTOR_LABELS for name in own[kind]):
        kinds = {kind: own[kind][name] for kind in ACTOR_LABELS if name in own[kind]}
        first, *others = kinds.values()
        if any(each != first for each in others):
            words = " ".join(f"{kind}: {each.meaning}" for kind, each in kinds.items())
            first = replace(first, meaning=words)
        found[name] = first
    return found


def _sections() -> list[str]:
    """Return the fields of a dossier that hold records."""
    return [name for name in Dossier.model_fields if name not in ("dossier", "title", "notes")]


def _beside(label: str) -> list[str]:
    if label in ACTOR_LABELS:
        return ["Actor", "Entity"]
    return [] if label in ("Entity", "Dossier", "Standing", "Rejoinder") else ["Entity"]


def _lines() -> dict[str, list[Stated]]:
    """Return what states each type of relationship; nothing for those that no record states."""
    found: dict[str, list[Stated]] = {}
    for each in stated():
        found.setdefault(each.type, []).append(each)
    return found | {name: [] for name in LINES}


def _relationships(led: Iterable[Led], carried: Counts | None) -> Iterator[DescribedRelationship]:
    ends: dict[str, list[Ends]] = {}
    for each in led:
        ends.setdefault(each.type, []).append(
            Ends(start=each.start, end=each.end, count=each.count)
        )
    for name, fields in _lines().items():
        line = LINES.get(name)
        kept = line.properties if line else {k: v for x in fields for k, v in x.properties.items()}
        kept = {**kept, **CARRIED.get(name, {})}
        sources = [line] if line else fields
        yield DescribedRelationship(
            name=name,
            meaning=line.meaning if line else _meaning(name, fields),
            comes_from=line.comes_from if line else "dossier",
            starts=list(dict.fromkeys(label for each in sources for label in each.starts)),
            reaches=list(dict.fromkeys(label for each in sources for label in each.reaches)),
            count=sum(each.count for each in ends.get(name, ())),
            ends=ends.get(name, []),
            properties=list(_properties(kept, None if carried is None else carried.get(name, {}))),
        )


def _meaning(name: str, fields: list[Stated]) -> str:
    """Return the words of the fields that state a type; of several, each with its record."""
    words = [f"{each.starts[0]}: {each.meaning}" for each in fields]
    also = f" {ALSO[name]}" if name in ALSO else ""
    return (fields[0].meaning if len(fields) == 1 else " ".join(words)) + also


def _properties(
    kept: Mapping[str, Kept], carried: Mapping[str, int] | None
) -> Iterator[DescribedProperty]:
    for name, each in kept.items():
        yield DescribedProperty(
            name=name,
            type=each.type,
            meaning=each.meaning,
            comes_from=each.comes_from,
            allowed=list(each.allowed),
            count=None if carried is None else carried.get(name, 0),
        )
