"""The shipped story is whole: nothing lost, nothing dangling, nothing invented by a merge."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

import networkx as nx
import pytest
from ruamel.yaml import YAML

from graph.model import (
    Claim,
    Document,
    Dossier,
    Entity,
    Institution,
    Official,
    Outlet,
    State,
    Statement,
    UnnamedSource,
    WeaponSystem,
)

FILES = sorted((Path(__file__).parents[1] / "graph" / "story").glob("*.yaml"))
ARTICLE = "article-is-iran-sending-ballistic-missiles"
DENIAL = "iran-un-mission-2024-02-23"
FEBRUARY = "iran-sent-400-ballistic-missiles-to-russia"
FATH_360 = "iran-delivered-fath-360-to-russia"

T = TypeVar("T", bound=Entity)
BODY = (State, Institution)
SPEAKER = (State, Institution, Official, Outlet, UnnamedSource)
KINDS: dict[str, tuple[type[Entity], ...]] = {
    "actor": SPEAKER,
    "based_in": (State,),
    "claim": (Claim,),
    "component_of": (WeaponSystem,),
    "document": (Document,),
    "documents": (Document,),
    "institution": (Institution,),
    "items": (WeaponSystem,),
    "members": BODY,
    "narrows": (Claim,),
    "on_behalf_of": BODY,
    "part_of": BODY,
    "party": BODY,
    "possibly_part_of": (UnnamedSource,),
    "presupposes": (Claim,),
    "publisher": (State, Institution, Official, Outlet),
    "recipient": BODY,
    "relays": (Statement, UnnamedSource),
    "responds_to": (Statement,),
    "said_to_be_from": BODY,
    "seen_in": (Document,),
    "supplier": BODY,
    "variant_of": (WeaponSystem,),
}
"""Every field that holds ids, and what the ids may name."""


@cache
def story() -> dict[str, Entity]:
    return {entity.id: entity for dossier in dossiers() for entity in dossier.entities()}


@cache
def dossiers() -> tuple[Dossier, ...]:
    reader = cast("Any", YAML(typ="safe"))
    return tuple(Dossier.model_validate(reader.load(file)) for file in FILES)


def of(kind: type[T]) -> list[T]:
    return [entity for entity in story().values() if isinstance(entity, kind)]


def statement(name: str) -> Statement:
    found = story()[name]
    assert isinstance(found, Statement)
    return found


def references(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield field and id of every reference in the plain form of a record."""
    if isinstance(value, dict):
        for key, inner in cast("dict[str, object]", value).items():
            yield from references(inner, key)
    elif isinstance(value, list | tuple):
        for inner in cast("list[object]", value):
            yield from references(inner, path)
    elif path in KINDS and isinstance(value, str):
        yield path, value


def graph_of(kind: type[T], field: str) -> Any:
    pairs = [
        (each.id, target)
        for each in of(kind)
        for name, target in references({field: each.model_dump()[field]})
    ]
    return cast("Any", nx.DiGraph(pairs))


@pytest.mark.parametrize(
    ("kind", "number"),
    [(Statement, 174), (Claim, 35), (Official, 41), (UnnamedSource, 32), (WeaponSystem, 18)],
)
def test_nothing_of_the_compiled_facts_is_missing(kind: type[Entity], number: int) -> None:
    assert len(of(kind)) == number


def test_all_twenty_states_and_151_read_documents_are_there() -> None:
    read = [each for each in of(Document) if each.read]

    assert len(of(State)) == 20
    assert len(read) == 151


def test_each_id_is_defined_once_over_all_files() -> None:
    ids = [entity.id for dossier in dossiers() for entity in dossier.entities()]
    names = [dossier.dossier for dossier in dossiers()]

    assert sorted(ids) == sorted(set(ids))
    assert len(names) == len(set(names) - set(ids))


@pytest.mark.parametrize("dossier", dossiers(), ids=lambda each: each.dossier)
def test_every_reference_names_something_of_the_right_kind(dossier: Dossier) -> None:
    wrong = [
        (entity.id, field, target)
        for entity in dossier.entities()
        for field, target in references(entity.model_dump())
        if not isinstance(story().get(target), KINDS[field])
    ]

    assert wrong == []


def test_every_speaker_is_an_actor() -> None:
    speakers = [speaker.actor for each in of(Statement) for speaker in each.by]

    assert [each for each in speakers if not isinstance(story().get(each), SPEAKER)] == []


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        (Document, "draws_on"),
        (Claim, "narrows"),
        (Claim, "presupposes"),
        (WeaponSystem, "variant_of"),
        (WeaponSystem, "component_of"),
        (Institution, "part_of"),
        (Statement, "responds_to"),
        (UnnamedSource, "possibly_part_of"),
    ],
)
def test_nothing_leads_back_to_itself(kind: type[Entity], field: str) -> None:
    found = graph_of(kind, field)

    assert found.number_of_edges() > 0
    assert nx.is_directed_acyclic_graph(found)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_code_of_the_working_notes_is_left_in_the_text(file: Path) -> None:
    text = re.sub(r"https?://\S+", "", file.read_text(encoding="utf-8"))

    found = re.findall(r"\b(?:ST|SRC|PER|INS|OUT|ANON|CLM|WPN|GRP)-\w+|\b[MDNA]\d\d\b", text)

    assert found == []


def test_all_five_positions_of_the_article_are_there() -> None:
    found = {each.id: each for each in of(Statement) if ARTICLE in _documents(each)}

    assert set(found) == {
        "reuters-six-sources-2024-02-21",
        DENIAL,
        "andrii-chernyak-2024-02",
        "john-kirby-2024-02-22",
        "wsj-missile-negotiations-2024-01-04",
    }
    words = {report.document: report for report in found[DENIAL].reports}[ARTICLE]
    assert (words.characterised_as, words.characterised_in_words) == (
        "denies",
        "categorically refuted",
    )


def test_the_article_draws_on_two_originals_that_nobody_has_read() -> None:
    article = story()[ARTICLE]
    assert isinstance(article, Document)

    originals = [story()[each.document] for each in article.draws_on]

    assert [(each.id, getattr(each, "read", None)) for each in originals] == [
        ("reuters-2024-02-21", False),
        ("wsj-2024-01-04", False),
    ]


def test_the_claims_of_february_and_of_september_2024_are_two() -> None:
    february, september = story()[FEBRUARY], story()[FATH_360]
    assert isinstance(february, Claim)
    assert isinstance(september, Claim)

    assert set(february.items).isdisjoint(september.items)
    assert february.narrows == september.narrows == ("iran-sent-ballistic-missiles-to-russia",)


def test_the_denial_of_february_2024_lies_in_how_several_documents_put_it() -> None:
    denial = statement(DENIAL)
    calls = [each.document for each in denial.reports if each.characterised_as == "denies"]

    assert (denial.claim, denial.act, denial.explicit) == (FEBRUARY, "denies", False)
    assert len(calls) >= 2
    assert "iran-un-mission-x-post-2024-02-23" in _documents(denial)


def test_five_statements_lie_in_the_characterisation_and_the_doubt_is_weak() -> None:
    implicit = [each for each in of(Statement) if each.explicit is False]
    doubt = statement("andrii-chernyak-2024-02")

    assert len(implicit) == 5
    assert {each.act for each in implicit} == {"denies", "doubts"}
    assert (doubt.act, doubt.belief, doubt.explicit) == ("doubts", "possible_false", False)


def test_only_an_outlet_relays_and_it_commits_to_nothing_itself() -> None:
    relaying = [each for each in of(Statement) if each.relays or each.relayed_belief]

    assert {each.act for each in relaying} == {"reports"}
    assert {each.belief for each in relaying} == {"uncommitted"}


def test_an_unnamed_source_is_heard_only_through_its_documents() -> None:
    draws = graph_of(Document, "draws_on")
    stray = [
        (each.id, document)
        for source in of(UnnamedSource)
        for each in of(Statement)
        if source.id in [speaker.actor for speaker in each.by]
        for document in _documents(each)
        if not _reach(draws, document) & set(source.documents)
    ]

    assert stray == []


def test_an_original_that_nobody_read_prints_no_quotation() -> None:
    quoted = [story()[r.document] for each in of(Statement) for r in each.reports if r.quote]

    assert [each.id for each in quoted if not getattr(each, "read", None)] == []


def _documents(each: Statement) -> list[str]:
    return [report.document for report in each.reports]


def _reach(draws: Any, document: str) -> set[str]:
    if document not in draws:
        return {document}
    return {document, *cast("set[str]", nx.descendants(draws, document))}
