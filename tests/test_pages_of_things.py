"""Pages of actors, documents, weapons, searches, what is new, and briefs, over real HTTP."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import httpx2

from graph import finding
from graph.story import CLAIM
from graph.vocabulary import ACTS
from tests.graphs import Graph
from tests.outline import Outline, outline
from viz.pages.marking import folded
from viz.pages.words import STANDINGS
from viz.sectors import BELIEFS

FATH = "iran-delivered-fath-360-to-russia"


def seen(service: httpx2.Client, address: str) -> Outline:
    answer = service.get(address)
    assert answer.status_code == 200, f"{address}: {answer.text[:300]}"
    return outline(answer.text)


def text(page: Outline) -> str:
    return " ".join(page.words["content"].split())


def marks(service: httpx2.Client, address: str) -> list[str]:
    return re.findall("<mark>(.*?)</mark>", service.get(address).text)


def every(service: httpx2.Client, address: str, id_: str) -> Iterator[str]:
    """Yield the ids of all rows of a list."""
    after = ""
    while True:
        given = {"limit": "500"} | ({"after": after} if after else {})
        body = service.get(f"{address}?{urlencode(given)}").json()
        yield from (each[id_] for each in body["rows"])
        if not (after := body["next"] or ""):
            return


def test_days_stay_in_every_address_inside_the_record(service: httpx2.Client) -> None:
    days = "as_of=2024-09-12&recorded_as_of=2099-01-01"
    pages = (
        "/actors/ir",
        "/documents/reuters-2024-02-21",
        "/weapons/fath-360",
        "/search?q=fath",
        "/new?since=2024-09-09",
        f"/claims/{FATH}/brief",
        "/about",
    )

    for page in pages:
        found = seen(service, f"{page}{'&' if '?' in page else '?'}{days}")

        own = re.compile(r"/(actors|claims|statements|documents|weapons|questions)(/|\?|$)")
        inside = [each for each in found.links if own.match(each)]
        assert len(inside) >= 3
        assert [each for each in inside if days not in each] in ([], [page])  # the way back


def test_a_field_of_a_form_that_nobody_filled_in_is_no_fault(service: httpx2.Client) -> None:
    for address in (
        "/claims?as_of=2024-02-24&recorded_as_of=",
        "/new?since=&as_of=",
        "/actors/ir?as_of=",
    ):
        assert service.get(address).status_code == 200


def test_a_state_has_its_positions_since_when_and_who_speaks_for_it(
    service: httpx2.Client,
) -> None:
    page = seen(service, "/actors/ir")

    assert "Masoud Pezeshkian says it did not, since 16 September 2024" in text(page)
    assert "does not commit" in text(page)
    assert "Claims that name it, and what it answered" in text(page)
    posts = service.get("/v1/questions/who_speaks_for?institution=ir&limit=500").json()["rows"]
    assert posts
    assert {f"/actors/{each['official']}" for each in posts} <= set(page.links)


def test_an_older_page_of_an_actor_goes_on_where_the_first_ends(service: httpx2.Client) -> None:
    first = seen(service, "/actors/us")

    second = seen(service, next(each for each in first.links if "after=" in each))

    statements = every_statement(service, "us")
    shown = [each for page in (first, second) for each in page.ids if each in statements]
    assert sorted(shown) == sorted(statements)


def every_statement(service: httpx2.Client, actor: str) -> list[str]:
    return list(every(service, f"/v1/actors/{actor}/positions", "statement"))


def test_an_unnamed_source_is_described_and_never_matched(service: httpx2.Client) -> None:
    page = seen(service, "/actors/reuters-2024-10-11-senior-eu-official")

    assert "never matched with another" in text(page)
    assert "passes on: it is true" in text(page)


def test_an_outlet_has_the_documents_that_it_published(service: httpx2.Client) -> None:
    page = seen(service, "/actors/reuters")

    assert "/documents/reuters-2024-02-21" in page.links


def test_a_document_tells_what_would_be_affected(service: httpx2.Client) -> None:
    document = service.get("/v1/documents/reuters-2024-02-21").json()

    page = seen(service, "/documents/reuters-2024-02-21")

    own = {x["statement"] for x in document["dependents"] if "reuters-2024-02-21" in x["through"]}
    assert own
    assert own <= set(page.ids)
    assert {f"/statements/{x['statement']}" for x in document["dependents"]} <= set(page.links)
    assert "rests on it alone" in text(page)
    assert "not read by us" in text(page)


def test_a_weapon_has_ranges_by_whom_and_claims_with_their_standing(
    service: httpx2.Client,
) -> None:
    page = seen(service, "/weapons/fath-360")

    assert "more than 70 miles, stated by Sky News" in text(page)
    assert "said to supply: Iran; said to receive: Russia" in text(page)
    assert "independent origin" in text(page)


def test_a_search_marks_what_it_found_in_each_group(service: httpx2.Client) -> None:
    page = seen(service, "/search?q=FÁTH")

    assert {folded(each) for each in marks(service, "/search?q=FÁTH")} == {"fath"}
    titles = [f"in-{each}" for each in ("Claim", "Statement", "Document", "WeaponSystem")]
    assert [each for each in page.ids if each.startswith("in-")] == titles
    assert f"/claims/{FATH}" in page.links


def test_near_misses_are_labelled_and_never_among_what_was_found(service: httpx2.Client) -> None:
    page = seen(service, "/search?q=ballistik+misiles")

    assert "Similar words, not the same claim" in text(page)
    assert "That is no denial of anything" in text(page)
    assert "/claims/iran-sent-ballistic-missiles-to-russia" in page.links
    assert "Similar words, not the same claim" not in text(seen(service, "/search?q=missiles"))


def test_an_actor_is_found_by_what_else_it_is_called(service: httpx2.Client) -> None:
    page = seen(service, "/search?q=NSC&type=Actor")

    assert "/actors/white-house-nsc" in page.links
    assert "also called NSC" in text(page)


def test_questions_are_found_by_all_words(service: httpx2.Client) -> None:
    page = seen(service, "/search?q=who+denied")

    assert "/questions/who_denied" in page.links
    assert "/questions/origins" not in page.links


def test_an_empty_search_says_what_can_be_searched(service: httpx2.Client) -> None:
    for address in ("/search", "/search?q=", "/search?q=!!"):
        assert "Printed quotations are not searched" in text(seen(service, address))


def test_new_tells_what_changed_in_a_standing(service: httpx2.Client) -> None:
    page = text(seen(service, "/new?since=2024-09-09"))

    assert "was unconfirmed, is unopposed independent origins: 1 → 2" in page
    assert "Nothing is recorded as new" in text(seen(service, "/new?since=2030-01-01"))


def test_new_holds_the_rows_of_its_question_by_either_clock(service: httpx2.Client) -> None:
    for clock, day in (("said", "2024-09-09"), ("recorded", "2020-01-01")):
        asked = f"/v1/questions/new_since?day={day}&clock={clock}&limit=200"
        rows = service.get(asked).json()["rows"]

        page = seen(service, f"/new?since={day}&clock={clock}")

        assert {each["statement"] for each in rows} <= set(page.ids), clock
        assert ("Only the first 200" in text(page)) == (len(rows) == 200)


def test_the_notes_of_a_brief_are_its_documents(service: httpx2.Client) -> None:
    rows = service.get(f"/v1/questions/everything_on?claim={CLAIM}").json()["rows"]

    html = service.get(f"/claims/{CLAIM}/brief").text
    page = outline(html)

    notes = [each for each in page.ids if re.fullmatch(r"note-\d+", each)]
    cited = [each for each in page.links if each.startswith("#note-")]
    assert len(notes) == len({each["document"] for each in rows})
    assert {f"#{each}" for each in notes} == set(cited)
    for each in rows:
        assert f"/documents/{each['document']}" in page.links
        assert f"/statements/{each['statement']}" in page.links
        assert not each["url"] or each["url"] in text(page)
        assert not each["quote"] or each["quote"] in text(page)
    assert "An allegation is a claim, not a finding" in text(page)
    assert f"{service.base_url}/claims/{CLAIM}/brief".replace("//claims", "/claims") in html


def test_every_act_belief_and_standing_is_told(service: httpx2.Client) -> None:
    page = text(seen(service, "/about"))

    for each in ACTS.values():
        assert each.phrase in page
        assert each.meaning in page
    for words in (*BELIEFS.values(), *STANDINGS, *STANDINGS.values()):
        assert words in page


def test_similar_words_are_found_and_words_of_nothing_are_not(story: Graph) -> None:
    def ids(words: str, **more: Any) -> list[str]:
        return [each.id for each in story.ask(finding.similar(story.store, words, **more))]

    assert "zolfaghar" in ids("zolfagar", type_="WeaponSystem")
    assert ids("!!") == []
    assert len(ids("missiles", limit=2)) == 2
