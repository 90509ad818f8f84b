"""What the questions answer on the shipped story, each with the mistake that it would catch."""

from datetime import date

import pytest

from cypher import parse
from graph import overviews, queries
from graph.errors import CypherError, NotReady
from graph.queries import Filters
from graph.story import CLAIM
from graph.vocabulary import Act
from tests.graphs import Graph

FATH = "iran-delivered-fath-360-to-russia"
WIDE = "iran-sent-ballistic-missiles-to-russia"


def test_the_denial_by_the_mission_is_implied_and_printed_in_several_documents(
    story: Graph,
) -> None:
    # A headline says "denies"; the words only say "morally obligated to refrain".
    denials = story.ask(queries.who_denied(story.store, CLAIM))

    assert [each.statement for each in denials] == ["iran-un-mission-2024-02-23"]
    assert denials[0].explicit is False
    assert len(denials[0].documents) >= 2
    assert "morally obligated" in str([each.quote for each in denials[0].documents])


def test_what_a_headline_calls_a_statement_does_not_make_it_explicit(story: Graph) -> None:
    found = story.ask(queries.statement(story.store, "iran-un-mission-2024-02-23"))

    called = {each.document: each.characterised_as for each in found.reports}
    assert called["press-tv-2024-02-24"] == Act.DENIES
    assert (found.explicit, found.rests_on) == (False, "characterisation")
    filters = Filters(claim=CLAIM, explicit_only=True)
    assert story.ask(queries.who(story.store, Act.DENIES, filters)) == []


def test_an_outlet_that_repeats_is_told_from_who_alleged(story: Graph) -> None:
    alleged = story.ask(queries.who_alleged(story.store, CLAIM))

    by_id = {each.statement: each for each in alleged}
    assert by_id["reuters-six-sources-2024-02-21"].act == Act.REPORTS
    assert "i24news-2024-02-21" in by_id["reuters-six-sources-2024-02-21"].repeated_in
    assert "reuters-2024-02-21" not in by_id["reuters-six-sources-2024-02-21"].repeated_in


def test_no_comment_no_response_and_neither_confirmed_nor_denied_are_three_answers(
    story: Graph,
) -> None:
    answers = story.ask(queries.who_gave_no_answer(story.store, CLAIM))

    acts = {each.statement: each.act for each in answers}
    assert acts["iran-mod-2024-02-21"] == Act.DECLINES_TO_COMMENT
    assert acts["russia-mod-2024-02-21"] == Act.NO_RESPONSE
    assert acts["john-kirby-2024-02-22"] == Act.DECLINES_TO_CONFIRM
    doubts = story.ask(queries.who(story.store, Act.DOUBTS, Filters(claim=CLAIM)))
    assert [each.statement for each in doubts] == ["andrii-chernyak-2024-02"]


def test_documents_that_only_relay_add_no_origin(story: Graph) -> None:
    # Five documents print the Reuters report; counting copies would say five or more.
    origins = story.ask(queries.origins(story.store, CLAIM))

    assert [each.origin for each in origins] == ["reuters"]
    assert origins[0].copies >= 4
    assert origins[0].unchecked >= 1


def test_the_claim_of_february_and_the_one_about_fath_360_stay_two(story: Graph) -> None:
    confirmed = story.ask(queries.who(story.store, Act.CONFIRMS, Filters()))
    claims = {each.claim.id for each in confirmed}

    assert FATH in claims
    assert CLAIM not in claims
    standings = story.ask(queries.standings(story.store, [CLAIM, FATH, WIDE]))
    assert standings[CLAIM].named_sources == 0
    assert standings[FATH].named_sources > 0
    # Confirming the narrower claim does not confirm the wider one.
    assert standings[WIDE].supporting == 0


def test_the_us_position_shows_both_its_voices(story: Graph) -> None:
    us = story.ask(overviews.actor(story.store, "us"))

    by_claim = {
        (each.claim.id, each.speakers[0].id, each.act)
        for each in us.positions
        if each.claim.id in (CLAIM, FATH)
    }
    assert (CLAIM, "john-kirby", Act.DECLINES_TO_CONFIRM) in by_claim
    assert (FATH, "antony-blinken", Act.CONFIRMS) in by_claim


def test_the_us_change_is_to_a_narrower_claim_and_says_so(story: Graph) -> None:
    changes = story.ask(queries.who_changed_position(story.store, claim=WIDE, actor="us"))

    steps = {(each.to_statement, each.to_claim, each.kind) for each in changes}
    assert ("antony-blinken-shipments-2024-09-10", FATH, "narrower claim") in steps
    assert all(each.from_said and each.to_said for each in changes)


def test_silence_begins_and_ends_no_change(story: Graph) -> None:
    changes = story.ask(queries.who_changed_position(story.store))

    silent = {Act.NO_RESPONSE, Act.DECLINES_TO_COMMENT}
    assert changes
    assert not [each for each in changes if {each.from_act, each.to_act} & silent]


def test_a_day_before_a_denial_does_not_know_it(story: Graph) -> None:
    before, on = date(2024, 2, 22), date(2024, 2, 23)

    stood_before = story.ask(queries.what_stood_on(story.store, CLAIM, before))
    stood_on = story.ask(queries.what_stood_on(story.store, CLAIM, on))

    denial = "iran-un-mission-2024-02-23"
    assert denial not in [each.statement for each in stood_before]
    assert denial in [each.statement for each in stood_on]
    assert story.ask(queries.who_denied(story.store, CLAIM, as_of=before)) == []
    standing = story.ask(queries.standings(story.store, [CLAIM], before))[CLAIM]
    assert (standing.standing, standing.opposing) == ("unconfirmed", 0)


def test_a_partial_day_counts_only_when_it_has_certainly_passed(story: Graph) -> None:
    # Chernyak spoke on an unknown day of February: on the 25th nobody can say that he had.
    doubt = "andrii-chernyak-2024-02"

    early = story.ask(queries.what_stood_on(story.store, CLAIM, date(2024, 2, 25)))
    late = story.ask(queries.what_stood_on(story.store, CLAIM, date(2024, 2, 29)))

    assert doubt not in [each.statement for each in early]
    assert doubt in [each.statement for each in late]


def test_what_the_graph_had_recorded_is_another_clock(story: Graph) -> None:
    day = date(2024, 12, 31)

    said = story.ask(queries.what_stood_on(story.store, CLAIM, day, "said"))
    recorded = story.ask(queries.what_stood_on(story.store, CLAIM, day, "recorded"))

    assert said
    assert recorded == []  # it was all loaded later


def test_unknown_is_never_a_middle_value(story: Graph) -> None:
    rows = story.ask(queries.who(story.store, None, Filters(claim=FATH), limit=100))

    unknown = [each for each in rows if each.explicit is None]
    assert unknown
    assert {each.rests_on for each in unknown} == {"unknown"}
    assert not [each for each in rows if each.said is None and each.said_earliest]


def test_who_answered_whom_is_what_documents_say(story: Graph) -> None:
    thread = story.ask(queries.thread(story.store, claim=CLAIM))

    pairs = {(each.answer, each.answered) for each in thread}
    assert ("iran-un-mission-2024-02-23", "reuters-six-sources-2024-02-21") in pairs
    assert ("russia-mod-2024-02-21", "reuters-six-sources-2024-02-21") not in pairs


def test_everything_on_a_claim_has_a_row_for_each_report(story: Graph) -> None:
    rows = story.ask(queries.everything_on(story.store, CLAIM))
    positions = story.ask(queries.who(story.store, None, Filters(claim=CLAIM), limit=100))

    assert len(rows) == sum(len(each.reports) for each in positions)
    assert {each.statement for each in rows} == {each.statement for each in positions}


def test_a_claim_names_what_takes_it_for_granted_and_what_it_takes_for_granted(
    story: Graph,
) -> None:
    arrived = "fath-360-arrived-without-launchers"

    taken, taking = (story.ask(queries.claim(story.store, each)) for each in (FATH, arrived))

    assert [each.id for each in taken.presupposed_by] == [arrived]
    assert (taken.presupposes, taking.presupposed_by) == ([], [])
    assert [each.id for each in taking.presupposes] == [FATH]


def test_a_state_is_rolled_up_and_a_think_tank_is_not_its_voice(story: Graph) -> None:
    filters = Filters(voice="ru")

    rows = story.ask(queries.who(story.store, None, filters, limit=500))

    speakers = {speaker.id for each in rows for speaker in each.speakers}
    assert "dmitry-peskov" in speakers
    assert "ruslan-pukhov" not in speakers


def test_a_statement_names_the_states_and_then_the_institutions_that_it_is_a_voice_of(
    story: Graph,
) -> None:
    denied = story.ask(queries.who(story.store, Act.DENIES, Filters(claim=FATH)))
    peskov = next(each for each in denied if each.statement == "dmitry-peskov-2024-09-11")
    alone = story.ask(queries.statement(story.store, "iran-un-mission-2024-02-23"))

    assert [(each.id, each.type, each.voiced_as) for each in alone.voices] == [
        ("ir", "State", "on behalf"),
        ("iran-mfa", "Institution", "organ"),
        ("iran-un-mission", "Institution", "itself"),
    ]
    assert [each.id for each in peskov.voices] == ["ru", "kremlin"]


def test_a_think_tank_is_its_own_voice_and_an_unnamed_source_is_nobodys(story: Graph) -> None:
    tank = story.ask(queries.statement(story.store, "ruslan-pukhov-open-microphone-2022-10"))
    unnamed = story.ask(queries.who(story.store, None, Filters(named=False), limit=500))

    assert [(each.id, each.voiced_as) for each in tank.voices] == [("cast", "official")]
    assert unnamed
    assert not [each for each in unnamed if each.voices]


def test_pages_of_any_size_hold_every_statement_once(story: Graph) -> None:
    everything = story.ask(queries.who(story.store, None, Filters(), limit=500))

    found: list[str] = []
    after = None
    while page := story.ask(queries.who(story.store, None, Filters(), after=after, limit=7)):
        found += [each.statement for each in page]
        after = page[-1].key

    assert len(everything) == 174
    assert found == [each.statement for each in everything]


def test_unnamed_sources_are_asked_apart(story: Graph) -> None:
    unnamed = story.ask(
        queries.who(story.store, None, Filters(claim=CLAIM, named=False), limit=100)
    )

    assert "reuters-three-iranian-sources-2024-02-21" in [each.statement for each in unnamed]
    assert all(each.speakers[0].type == "UnnamedSource" for each in unnamed)


def test_a_period_leaves_out_what_nobody_can_place_in_it(story: Graph) -> None:
    filters = Filters(claim=CLAIM, since=date(2024, 2, 1), until=date(2024, 2, 29))

    rows = story.ask(queries.who(story.store, None, filters, limit=100))

    assert rows
    assert all(each.said and each.said.startswith("2024-02") for each in rows)


def test_a_graph_without_indexes_says_how_to_prepare_it(story: Graph) -> None:
    unprepared = parse(
        "tests.search",
        "// name:    tests.search\n// mode:    read\n// returns: id  STRING  id\n//\n// Asks.\n"
        "CALL db.index.fulltext.queryNodes('none', 'x') YIELD node\nRETURN node.id AS id\n"
        "ORDER BY id;",
    )

    with pytest.raises(NotReady, match="rejoinder up"):
        story.ask(story.store.run(unprepared, {}))


def test_a_statement_that_fails_is_told_in_words_without_the_servers_own(story: Graph) -> None:
    failing = parse(
        "tests.failing",
        "// name:    tests.failing\n// mode:    read\n// returns: id  STRING  id\n//\n// Asks.\n"
        "RETURN nobody.id AS id\nORDER BY id;",
    )

    with pytest.raises(CypherError, match="not defined") as told:
        story.ask(story.store.run(failing, {}))

    assert "neo4j_code" not in str(told.value)
