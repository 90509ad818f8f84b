"""The pages that people read, asked over HTTP: what they show is what the graph answers."""

import gzip
import re
from datetime import timedelta
from html import unescape
from pathlib import Path
from typing import Any, cast

import httpx2
import pytest
from ruamel.yaml import YAML

from graph.dates import span
from graph.model import Statement
from graph.story import dossiers
from tests.outline import outline

CLAIM = "iran-sent-400-ballistic-missiles-to-russia"
DAYS = (
    "2022-09-01",
    "2022-10-20",
    "2022-11-05",
    "2023-06-10",
    "2024-02-21",
    "2024-02-24",
    "2024-09-06",
    "2024-09-10",
    "2025-05-09",
    "2025-12-31",
)
SIDES = {"so": "_true", "not": "_false"}
READS = {"Accept": "text/html"}


def rows(service: httpx2.Client, path: str, **params: Any) -> list[dict[str, Any]]:
    return service.get(f"/v1{path}", params={"limit": 500, **params}).json()["rows"]


def test_the_columns_of_every_claim_are_what_is_answered_on_every_day(
    service: httpx2.Client,
) -> None:
    compared = 0
    for claim in (each["id"] for each in rows(service, "/claims")):
        for day in DAYS:
            asked = {"as_of": day}
            page = outline(service.get(f"/claims/{claim}", params=asked).text)
            answer = rows(service, f"/claims/{claim}/positions", **asked)
            for side in ("so", "open", "not"):
                expected = [each["statement"] for each in answer if _side(each) == side]
                assert page.within[side] == expected, (claim, day, side)
                compared += len(expected)
    assert compared > 500


def _side(row: dict[str, Any]) -> str:
    return next((side for side, end in SIDES.items() if row["belief"].endswith(end)), "open")


def test_the_three_kinds_of_non_answer_are_three_words_in_three_rows(
    service: httpx2.Client,
) -> None:
    words = {
        "declines_to_comment": "declined to comment",
        "no_response": "had not responded",
        "evades": "neither confirmed nor denied",
    }
    seen: set[str] = set()
    for claim in (each["id"] for each in rows(service, "/claims")):
        page = outline(service.get(f"/claims/{claim}").text)
        for row in rows(service, f"/claims/{claim}/positions"):
            if row["act"] in words:
                said = page.words[row["statement"]]
                assert [
                    word for word in words.values() if word in said.partition("answers")[0]
                ] == [words[row["act"]]]
                assert row["statement"] in page.within["open"]
                seen.add(row["act"])

    assert seen == set(words)


def test_a_claim_shows_how_it_stands_what_is_missing_and_what_it_is_tied_to(
    service: httpx2.Client,
) -> None:
    text = " ".join(service.get(f"/claims/{CLAIM}").text.split())
    answer = service.get(f"/v1/claims/{CLAIM}").json()
    standing = answer["standing"]

    assert f">{standing['standing']}</strong>: {standing['origins']} independent origin" in text
    assert "A claim, not a finding" in text
    for title in ("Narrower claims", "Wider claims", "What is missing", "Who changed position"):
        assert title in text
    for each in answer["claim"]["narrowedBy"]:
        assert f'href="/claims/{each["id"]}"' in text
    for each in answer["origins"]:
        assert all(f'href="/documents/{document}"' in text for document in each["documents"])


def test_what_was_first_is_told_and_the_columns_can_be_turned(service: httpx2.Client) -> None:
    path = f"/claims/{CLAIM}"
    text = " ".join(service.get(path).text.split())
    newest = outline(service.get(path).text)
    oldest = outline(service.get(path, params={"order": "oldest"}).text)

    first = text.partition("As far as days are known: ")[2].partition("</p>")[0]
    assert "first put forward (in which order is not known): " in first
    assert "reuters-six-sources-2024-02-21" in first
    assert "reuters-three-iranian-sources-2024-02-21" in first
    assert 'first denied: <a href="/statements/iran-un-mission-2024-02-23">' in first
    assert "<title>Claim: " in text
    assert f"{path}?order=oldest#who" in newest.links
    assert f"{path}?order=newest#who" in oldest.links
    assert f"/questions/who_denied?claim={CLAIM}" in newest.links
    for side in ("so", "open", "not"):
        assert sorted(oldest.within[side]) == sorted(newest.within[side])
    assert oldest.within["not"][0] == "iran-un-mission-2024-02-23"
    assert newest.within["not"][-1] == "iran-un-mission-2024-02-23"


def test_what_was_withdrawn_later_is_not_told_of_an_earlier_day(service: httpx2.Client) -> None:
    found = service.get("/v1/questions/withdrawn_or_walked_back").json()["rows"]
    row = next(each for each in found if each["on"])
    path = f"/claims/{row['claims'][0]}"
    on = span(row["on"]).latest
    assert on
    before = (on - timedelta(days=1)).isoformat()

    def told(day: str) -> str:
        page = service.get(path, params={"as_of": day}).text
        return page.partition('<h2 id="withdrawn">')[2].partition("</ul>")[0]

    assert row["what"] in told(on.isoformat())
    assert row["what"] not in told(before)


def test_a_party_that_gave_no_answer_is_not_told_as_one_without_any_word(
    service: httpx2.Client,
) -> None:
    text = " ".join(service.get(f"/claims/{CLAIM}").text.split())
    silent = text.partition("neither that it happened nor that it did not: ")[2].partition("</li>")[
        0
    ]

    assert 'href="/actors/ru"' in silent
    assert "had not responded" in silent


def test_a_document_shows_only_the_words_that_it_prints(service: httpx2.Client) -> None:
    printing = service.get("/documents/the-star-malaysia-2024-02-24").text
    calling = service.get("/documents/press-tv-2024-02-24").text

    assert "morally obligated to refrain" in printing
    assert "morally obligated to refrain" not in calling
    assert "It prints no words of it; other documents do." in calling


def test_a_statement_names_what_else_its_speaker_said_on_the_claim(service: httpx2.Client) -> None:
    text = service.get("/statements/john-kirby-2024-02-22").text

    others = text.partition("Also said on this claim by ")[2].partition("</p>")[0]
    assert 'href="/statements/john-kirby-consequences-2024-02-22"' in others


def test_what_a_document_calls_the_words_stands_apart_from_them(service: httpx2.Client) -> None:
    page = " ".join(service.get("/statements/iran-un-mission-2024-02-23").text.split())

    assert "denied (implied), 23 February 2024</h1>" in page
    assert '“<bdi lang="en">morally obligated to refrain from weapon transactions</bdi>”' in page
    assert "not what the act is recorded as: denied" in page  # one document calls it otherwise
    assert "<dt>recorded here</dt>" in page


def test_the_dossier_of_every_statement_is_what_it_was_loaded_from(
    service: httpx2.Client,
) -> None:
    written = {
        each["id"]: each for path in dossiers() for each in _yaml(path).get("statements", ())
    }
    for statement, entry in written.items():
        html = service.get(f"/statements/{statement}").text
        text = re.search(r"<pre[^>]*><code>(.*?)</code></pre>", html, re.DOTALL)
        assert text
        shown = _yaml(unescape(text[1]))["statements"][0]
        if "quantity" in entry:  # its bounds are no part of an answer
            assert shown.pop("quantity") == {"text": entry["quantity"]["text"]}
        left = {name: entry[name] for name in entry if name not in ("quantity", "utterance")}
        assert _record(shown) == _record(left), statement
    assert len(written) > 150


def _yaml(of: Path | str) -> dict[str, Any]:
    found: Any = cast("Any", YAML(typ="safe")).load(of)
    return found


def _record(entry: dict[str, Any]) -> dict[str, Any]:
    found = Statement.model_validate(entry).model_dump()
    for name in ("by", "on_behalf_of", "responds_to", "relays", "reports"):
        found[name] = sorted(found[name], key=str)
    return found


@pytest.mark.parametrize(
    "path", ["/", "/claims", f"/claims/{CLAIM}", "/statements/iran-un-mission-2024-02-23"]
)
def test_a_page_keeps_the_day_in_every_link_and_leads_back(
    path: str, service: httpx2.Client
) -> None:
    html = service.get(path, params={"as_of": "2024-02-24"}).text
    page = outline(html)
    inside = [each for each in page.links if each.startswith(("/claims/", "/statements/"))]

    assert "As of 24 February 2024" in html
    assert inside
    assert [each for each in inside if "as_of=2024-02-24" not in each] in ([], [path])
    assert path in page.links  # back to all that is known
    assert "As of" not in outline(service.get(path).text).words.get("content", "")


def test_a_page_is_sealed_small_kept_and_asked_for_conditionally(service: httpx2.Client) -> None:
    found = service.get(f"/claims/{CLAIM}")

    policy = found.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert " style=" not in found.text
    assert " onclick" not in found.text
    assert len(gzip.compress(found.content)) <= 30_000
    again = service.get(f"/claims/{CLAIM}", headers={"If-None-Match": found.headers["etag"]})
    assert again.status_code == 304


def test_what_is_not_there_is_told_on_a_page_with_ways_on(service: httpx2.Client) -> None:
    found = service.get("/claims/iran-sent-400", headers=READS)

    assert found.status_code == 404
    assert f'href="/claims/{CLAIM}"' in found.text
    assert outline(found.text).titles[0] == (1, "Not in the graph")
    assert service.get("/claims/iran-sent-400").headers["content-type"] == (
        "application/problem+json"
    )


@pytest.mark.parametrize("day", ["2024-02-31", "2024-02", "0", "20240224", "yesterday"])
def test_a_day_that_is_none_is_told_on_a_page(day: str, service: httpx2.Client) -> None:
    found = service.get("/claims", params={"as_of": day}, headers=READS)

    assert found.status_code == 422
    assert "as_of" in found.text
    assert outline(found.text).titles[0][0] == 1
