"""The shipped story is whole: nothing lost, nothing dangling, two claims never one."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

import networkx as nx
import pytest
from ruamel.yaml import YAML

from graph import model
from graph.model import Claim, Document, Dossier, Entity, Institution, State, Statement

FILES = sorted((Path(__file__).parents[1] / "graph" / "story").glob("*.yaml"))
ARTICLE = "article-is-iran-sending-ballistic-missiles"
REPORT = "reuters-six-sources-2024-02-21"
DOUBT = "andrii-chernyak-2024-02"
DENIAL = "iran-un-mission-2024-02-23"
FEBRUARY = "iran-sent-400-ballistic-missiles-to-russia"

T = TypeVar("T", bound=Entity)
BODY = (State, Institution)
NAMED = (*BODY, model.Official, model.Outlet)
KINDS: dict[str, tuple[type[Entity], ...]] = {
    field: kinds
    for fields, kinds in (
        ("actor", (*NAMED, model.UnnamedSource)),
        ("publisher", NAMED),
        ("based_in", (State,)),
        ("institution", (Institution,)),
        ("members on_behalf_of part_of party recipient said_to_be_from supplier", BODY),
        ("possibly_part_of", (model.UnnamedSource,)),
        ("component_of items variant_of", (model.WeaponSystem,)),
        ("claim narrows presupposes", (Claim,)),
        ("document documents seen_in", (Document,)),
        ("responds_to", (Statement,)),
        ("relays", (Statement, model.UnnamedSource)),
    )
    for field in fields.split()
}
"""Every field that holds ids, and what the ids may name."""


@cache
def dossiers() -> tuple[Dossier, ...]:
    load = cast("Any", YAML(typ="safe")).load
    return tuple(Dossier.model_validate(load(file)) for file in FILES)


@cache
def story() -> dict[str, Entity]:
    return {entity.id: entity for dossier in dossiers() for entity in dossier.entities()}


def of(kind: type[T]) -> dict[str, T]:
    return {each.id: each for each in story().values() if isinstance(each, kind)}


def references(value: object, field: str = "") -> Iterator[tuple[str, str]]:
    """Yield field and id of every reference in the plain form of a record."""
    if isinstance(value, dict):
        for key, inner in cast("dict[str, object]", value).items():
            yield from references(inner, key)
    elif isinstance(value, tuple):
        for inner in cast("tuple[object, ...]", value):
            yield from references(inner, field)
    elif field in KINDS and isinstance(value, str):
        yield field, value


def links(kind: type[Entity], *fields: str) -> Any:
    return cast("Any", nx.DiGraph)(
        (each.id, target)
        for each in of(kind).values()
        for _, target in references(each.model_dump(include=set(fields)))
    )


def documents(statement: Statement) -> set[str]:
    return {report.document for report in statement.reports}


def test_nothing_of_the_compiled_facts_is_missing() -> None:
    kinds = (Statement, Claim, model.Official, model.UnnamedSource, model.WeaponSystem, State)

    read = [each for each in of(Document).values() if each.read]

    assert [len(of(kind)) for kind in kinds] == [174, 35, 41, 32, 18, 20]
    assert len(read) == 151


def test_each_id_is_defined_once_and_no_utterance_shares_it() -> None:
    ids = [entity.id for dossier in dossiers() for entity in dossier.entities()]
    utterances = {each.utterance for each in of(Statement).values() if each.utterance}

    assert len(ids) == len(set(ids))
    assert utterances.isdisjoint(ids)


@pytest.mark.parametrize("dossier", dossiers(), ids=lambda each: each.dossier)
def test_every_reference_names_something_of_the_right_kind(dossier: Dossier) -> None:
    wrong = [
        (entity.id, field, target)
        for entity in dossier.entities()
        for field, target in references(entity.model_dump())
        if not isinstance(story().get(target), KINDS[field])
    ]

    assert wrong == []


CHAINS = ["draws_on", "narrows presupposes", "variant_of component_of", "part_of", "responds_to"]


@pytest.mark.parametrize("fields", CHAINS)
def test_nothing_leads_back_to_itself(fields: str) -> None:
    found = links(Entity, *fields.split())

    assert found.number_of_edges() > 0
    assert nx.is_directed_acyclic_graph(found)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_code_of_the_working_notes_is_left_in_the_text(file: Path) -> None:
    text = re.sub(r"https?://\S+", "", file.read_text(encoding="utf-8"))

    found = re.findall(r"\b(?:ST|SRC|PER|INS|OUT|ANON|CLM|WPN|GRP)-\w+|\b[MDNA]\d\d\b", text)

    assert found == []


def test_all_five_positions_of_the_article_are_there() -> None:
    found = {name for name, each in of(Statement).items() if ARTICLE in documents(each)}

    others = {REPORT, DOUBT, "john-kirby-2024-02-22", "wsj-missile-negotiations-2024-01-04"}
    assert found == {DENIAL, *others}


def test_the_article_draws_on_two_originals_that_nobody_has_read() -> None:
    originals = [each.document for each in of(Document)[ARTICLE].draws_on]

    assert originals == ["reuters-2024-02-21", "wsj-2024-01-04"]
    assert not any(of(Document)[each].read for each in originals)


def test_the_claims_of_february_and_of_september_2024_are_two() -> None:
    february, september = of(Claim)[FEBRUARY], of(Claim)["iran-delivered-fath-360-to-russia"]

    assert set(february.items).isdisjoint(september.items)
    assert february.narrows == september.narrows == ("iran-sent-ballistic-missiles-to-russia",)


def test_the_denial_of_february_2024_lies_in_what_several_documents_call_it() -> None:
    denial = of(Statement)[DENIAL]

    calls = {each.document: each for each in denial.reports if each.characterised_as == "denies"}

    assert (denial.claim, denial.act, denial.explicit) == (FEBRUARY, "denies", False)
    assert len(calls) > 1
    assert calls[ARTICLE].characterised_in_words == "categorically refuted"
    assert "iran-un-mission-x-post-2024-02-23" in documents(denial)


def test_five_statements_lie_in_the_characterisation_and_one_of_them_is_a_doubt() -> None:
    implicit = [each.act for each in of(Statement).values() if each.explicit is False]

    assert sorted(implicit) == ["denies"] * 4 + ["doubts"]
    assert of(Statement)[DOUBT].belief == "possible_false"


def test_who_only_relays_commits_to_nothing() -> None:
    relaying = [each for each in of(Statement).values() if each.relays or each.relayed_belief]

    assert {(each.act, each.belief) for each in relaying} == {("reports", "uncommitted")}


def test_an_unnamed_source_is_heard_only_through_its_documents() -> None:
    draws, sources = links(Document, "draws_on"), of(model.UnnamedSource)
    stray = [
        (each.id, document)
        for each in of(Statement).values()
        for speaker in each.by
        for document in documents(each)
        if speaker.actor in sources
        and not any(
            document == own or (document in draws and nx.has_path(draws, document, own))
            for own in sources[speaker.actor].documents
        )
    ]

    assert stray == []


def test_an_original_that_nobody_read_lends_no_quotation() -> None:
    quoted = {r.document for each in of(Statement).values() for r in each.reports if r.quote}

    assert [name for name in quoted if not of(Document)[name].read] == []
