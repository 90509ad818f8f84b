"""What is found by its id: there it is, or near ones are told."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from graph import finding, queries
from graph import story as shipped
from graph.errors import NotFound
from graph.model import Dossier
from graph.queries import Filters
from graph.questions import catalogue
from tests.facts import records
from tests.graphs import Graph


@pytest.fixture(scope="module")
def files() -> Sequence[Dossier]:
    """The shipped dossiers, without a database."""
    return records(shipped.dossiers())


def test_each_dossier_is_asked_for_the_statements_that_it_states(
    files: Sequence[Dossier], story: Graph
) -> None:
    for file in files:
        filters = Filters(dossier=file.dossier)
        found = story.ask(queries.who(story.store, None, filters, limit=500))
        assert {each.statement for each in found} == {each.id for each in file.statements}

    listed = story.ask(queries.dossiers(story.store))
    assert [(each.id, each.name) for each in listed] == sorted(
        (each.dossier, each.title) for each in files
    )


def test_a_dossier_is_found_by_its_id_and_one_that_is_not_there_comes_with_near_ones(
    story: Graph,
) -> None:
    north = story.ask(queries.dossier(story.store, "arms-for-russia-north-korea"))
    begun = story.ask(finding.complete(story.store, "dossier", "arms-for-russia-missiles-e"))

    assert (north.name, north.type) == ("North Korean missiles, January to May 2024", "Dossier")
    assert [each.id for each in begun] == ["arms-for-russia-missiles-early-2024"]
    for unknown in ("arms-for-russia-north-corea", "north-korea"):
        for work in (
            queries.dossier(story.store, unknown),
            finding.require(story.store, "dossier", unknown),
            queries.who(story.store, None, Filters(dossier=unknown)),
        ):
            with pytest.raises(NotFound) as told:
                story.ask(work)
            assert told.value.near[0] == north.id
            assert "no dossier" in str(told.value)


def test_a_question_of_ones_own_takes_ids_of_dossiers(story: Graph, tmp_path: Path) -> None:
    text = (
        "// name:    questions.defined\n// mode:    read\n// asks:    How much does it define?\n"
        "// param:   dossier  STRING NOT NULL  id of the dossier\n"
        "// values:  dossier  ids of dossiers\n// returns: number  INTEGER  how much\n"
        "//\n// A count.\n"
        ":param dossier => 'arms-for-russia-weapons';\n\n"
        "MATCH (:Dossier {id: $dossier})-[:DEFINES]->(each:Entity)\n"
        "RETURN count(each) AS number\nORDER BY number;\n"
    )
    (tmp_path / "defined.cypher").write_text(text, "utf-8")
    known = catalogue(tmp_path)

    weapons = story.ask(known.ask(story.store, "defined", {"dossier": "arms-for-russia-weapons"}))
    with pytest.raises(NotFound, match="arms-for-russia-weapons"):
        story.ask(known.ask(story.store, "defined", {"dossier": "weapons"}))

    assert weapons.rows[0]["number"] > 0


def test_other_names_are_told_by_id_and_what_has_none_is_left_out(
    files: Sequence[Dossier], story: Graph
) -> None:
    actors = [each for file in files for each in file.actors]
    weapons = [each for file in files for each in file.weapons]
    named = {each.id: list(getattr(each, "aliases", ())) for each in (*actors, *weapons)}
    claim = "iran-delivered-fath-360-to-russia"

    found = story.ask(queries.known_as(story.store, [*named, claim, "nobody"]))
    one = story.ask(queries.known_as(story.store, ["iran-un-mission"]))

    assert found == {id_: names for id_, names in named.items() if names}
    assert one == {"iran-un-mission": ["Iran's UN mission"]}
    assert story.ask(queries.known_as(story.store, [])) == {}


def test_a_weapon_is_found_by_its_id_and_nothing_else_is_a_weapon(story: Graph) -> None:
    found = story.ask(queries.weapon(story.store, "fath-360"))

    assert (found.id, found.name, found.type) == ("fath-360", "Fath-360", "WeaponSystem")
    with pytest.raises(NotFound, match=r"no weapon.*fath-360"):
        story.ask(queries.weapon(story.store, "fath-36"))
    with pytest.raises(NotFound, match="no weapon"):
        story.ask(queries.weapon(story.store, "ir"))
