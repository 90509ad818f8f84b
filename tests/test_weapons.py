"""A weapon system is told with what was stated of it, and a list begins with what is contested."""

import pytest

from graph import overviews, queries
from graph.errors import NotFound
from tests.graphs import Graph


def test_ranges_are_told_as_stated_with_who_stated_them_and_none_is_chosen(story: Graph) -> None:
    found = story.ask(queries.weapon_detail(story.store, "zolfaghar"))

    assert (found.name, found.kind) == ("Zolfaghar", "short-range ballistic missile")
    assert "Zolfagar" in found.aliases
    assert [(x.text, x.min_km, x.max_km, x.stated_by) for x in found.ranges] == [
        ("300-700 km", 300, 700, "experts quoted by Reuters"),
        ("700 km", 700, 700, "article"),
        ("700 km", 700, 700, "CNN report relayed by WNP.pl"),
    ]
    assert found.ranges[0].document.id == "telegraph-india-2024-02-22"
    assert "hypersonic" in (found.notes or "")


def test_a_bound_that_nobody_gave_is_not_known(story: Graph) -> None:
    found = story.ask(queries.weapon_detail(story.store, "fath-360"))

    more = next(each for each in found.ranges if each.text == "more than 70 miles")
    assert (more.min_km, more.max_km) == (113, None)


def test_makers_are_told_with_the_document_that_names_them(story: Graph) -> None:
    found = story.ask(queries.weapon_detail(story.store, "fath-360"))

    assert [(each.institution.id, each.document.id) for each in found.makers] == [
        ("aerospace-industries-organization", "the-daily-intake-2024-08-contract-signed")
    ]


def test_variants_and_components_are_told_from_both_sides(story: Graph) -> None:
    family, variant, system, launcher = (
        story.ask(queries.weapon_detail(story.store, each))
        for each in ("fateh-110", "zolfaghar", "fath-360", "fath-360-launcher")
    )

    assert "zolfaghar" in [each.id for each in family.variants]
    assert [each.id for each in variant.variant_of] == ["fateh-110"]
    assert [each.id for each in system.components] == ["fath-360-launcher"]
    assert [each.id for each in launcher.component_of] == ["fath-360"]
    assert not system.variants


def test_a_weapon_that_is_not_there_is_named_with_the_nearest(story: Graph) -> None:
    with pytest.raises(NotFound) as raised:
        story.ask(queries.weapon_detail(story.store, "zolfagar"))

    assert "zolfaghar" in raised.value.near


def test_contested_claims_are_the_disputed_ones_those_with_most_statements_first(
    story: Graph,
) -> None:
    every = story.ask(overviews.claims(story.store, limit=500))
    disputed = [each for each in every if each.standing.standing == "disputed"]

    found = story.ask(overviews.contested(story.store, 5))

    assert len(disputed) > 5
    assert found == sorted(disputed, key=lambda each: (-each.statements, each.id))[:5]
