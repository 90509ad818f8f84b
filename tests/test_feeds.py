"""Feeds, read by feedparser; and what becomes of them when something is withdrawn."""

# feedparser comes without types.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportMissingTypeStubs=false

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlencode
from xml.etree import ElementTree

import feedparser
import httpx2
import pytest

from graph import queries
from graph.entered import newest
from graph.queries import Filters
from graph.questions import catalogue
from graph.vocabulary import ACTS, Act, Belief
from tests.graphs import Graph
from tests.hostile import payloads
from tests.test_cited_forms import HOSTILE
from tests.test_maps import position, report, who
from viz.feeds import Entry, Feed, Link, atom, json_feed, of_claim, of_row, of_statement
from viz.inline import in_line

SITE = "http://rejoinder.example"
AT = datetime(2026, 11, 29, 12, 30, tzinfo=UTC)
LATER = datetime(2026, 12, 1, 8, tzinfo=UTC)
DISPUTE = Path(__file__).parent / "gold" / "dispute.yaml"
CAUTION = "An allegation is a claim, not a finding."
TYPES = {
    "atom": "application/atom+xml; charset=utf-8",
    "json": "application/feed+json; charset=utf-8",
}


def read(content: bytes) -> Any:
    """Return what feedparser makes of an Atom feed; it must find nothing odd in it."""
    found = cast("Any", feedparser.parse(content))
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    return found


def read_json(content: bytes) -> dict[str, Any]:
    """Return a JSON Feed, held against what version 1.1 asks for."""
    found = json.loads(content)
    assert found["version"] == "https://jsonfeed.org/version/1.1"
    assert {"title", "home_page_url", "feed_url", "items"} <= found.keys()
    for item in found["items"]:
        assert item["content_html"].startswith("<div>")
        for name in ("id", "url", "title", "date_published", "date_modified"):
            assert item[name]
            assert isinstance(item[name], str)
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z", item["date_published"])
    return found


def both(client: httpx2.Client, path: str, **params: str) -> Any:
    """Return a feed as feedparser reads it, after it was held against the same as JSON."""
    query = f"?{urlencode(params)}" if params else ""
    answers = {form: client.get(f"/feeds/{path}.{form}{query}") for form in TYPES}
    for form, answer in answers.items():
        assert (answer.status_code, answer.headers["content-type"]) == (200, TYPES[form]), path
        assert answer.headers["x-content-type-options"] == "nosniff"
    found, same = read(answers["atom"].content), read_json(answers["json"].content)
    assert [each.id for each in found.entries] == [item["id"] for item in same["items"]]
    assert [each.title for each in found.entries] == [item["title"] for item in same["items"]]
    assert found.feed.link == same["home_page_url"]
    assert same["feed_url"] == f"{client.base_url}/feeds/{path}.json{query}"
    return found


def test_everything_new_has_the_newest_fifty_with_act_words_and_documents(
    service: httpx2.Client, story: Graph
) -> None:
    found = both(service, "new")

    ids = [each.id.rpartition("/")[2] for each in found.entries]
    assert len(ids) == len(set(ids)) == 50
    moments = [each.updated for each in found.entries]
    assert moments == sorted(moments, reverse=True)
    for id_, each in zip(ids, found.entries, strict=True):
        said = story.ask(queries.statement(story.store, id_))
        text = each.content[0].value
        assert f"{ACTS[said.act].phrase}: {in_line(said.claim.name)}" in each.title
        assert each.updated_parsed[:6] == said.recorded_at.astimezone(UTC).timetuple()[:6]
        assert [author.name for author in each.authors] == [x.name for x in said.speakers]
        assert CAUTION in text
        assert all(x.quote in text for x in said.reports if x.quote and x.quote.isalpha())
        assert all(f'href="{x.url}"' in text for x in said.reports if x.url and "&" not in x.url)


def test_every_claim_and_every_actor_has_a_feed_of_its_statements(
    service: httpx2.Client, story: Graph
) -> None:
    claims = [each.id for each in story.ask(queries.claims(story.store, limit=500))]
    actors = [each.id for each in story.ask(queries.actors(story.store, limit=500))]

    for kind, name, ids in (("claims", "claim", claims), ("actors", "voice", actors)):
        for id_ in ids:
            filters = Filters(**cast("Any", {name: id_}))
            said = story.ask(queries.who(story.store, None, filters, limit=500))
            found = both(service, f"{kind}/{id_}")
            entries = {each.id.rpartition("/")[2] for each in found.entries}
            assert entries <= {each.statement for each in said}
            assert len(found.entries) == min(50, len(said))
    assert len(claims) + len(actors) > 100


@pytest.mark.parametrize("name", catalogue().questions)
def test_every_question_has_a_feed_of_its_answer(service: httpx2.Client, name: str) -> None:
    question = catalogue().named(name)
    params = {each.name: each.example for each in question.params if each.example}

    found = both(service, f"questions/{name}", **params)
    rows = service.get(f"/v1/questions/{name}", params=params).json()["rows"]

    assert found.feed.title.startswith(f"Rejoinder: {question.asks}")
    if any(each.name == "statement" for each in question.returns):
        ids = {row["statement"] for row in rows}
        assert len(found.entries) == min(50, len(ids))
        assert {each.id.rpartition("/")[2] for each in found.entries} <= ids
    else:
        assert len({each.id for each in found.entries}) == min(50, len(rows))
        assert all("#row-" in each.id for each in found.entries)


def test_a_search_has_a_feed_of_the_statements_and_claims_that_it_finds(
    service: httpx2.Client,
) -> None:
    found = both(service, "search", q="zolfaghar")
    hits = service.get("/v1/search?q=zolfaghar&limit=100").json()["rows"]

    wanted = {x["id"] for x in hits if x["type"] in ("Statement", "Claim")}
    assert {each.id.rpartition("/")[2] for each in found.entries} == wanted
    assert {each.title.startswith("Claim: ") for each in found.entries} == {True, False}


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("claims/no-such-claim.atom", 404),
        ("actors/no-such-actor.json", 404),
        ("questions/no-such-question.atom", 404),
        ("questions/who_denied.atom", 400),
        ("questions/who_denied.atom?claim=no-such-claim", 404),
        ("search.atom", 422),
        ("new.rss", 422),
        ("new.atom?since=2024-01-01", 422),
    ],
)
def test_what_is_not_there_or_not_meant_is_a_problem(
    service: httpx2.Client, path: str, status: int
) -> None:
    answer = service.get(f"/feeds/{path}")

    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert "etag" not in answer.headers


def test_a_feed_is_told_to_be_the_same_and_has_the_address_that_was_asked(
    service: httpx2.Client,
) -> None:
    path = "/feeds/claims/iran-delivered-fath-360-to-russia.atom"
    first = service.get(path)
    known = {"If-None-Match": first.headers["etag"]}
    again = service.get(path, headers=known)
    elsewhere = service.get(path, headers={**known, "Host": "elsewhere.example"})

    assert (again.status_code, again.content) == (304, b"")
    assert elsewhere.status_code == 200
    assert read(elsewhere.content).entries[0].id.startswith("http://elsewhere.example/statements/")
    assert read(first.content).entries[0].id.startswith(f"{service.base_url}/statements/")


def test_a_withdrawal_is_a_new_entry_and_the_earlier_one_stays(address: str, empty: Graph) -> None:
    empty.load([DISPUTE])
    said = empty.ask(newest(empty.store))
    gone = next(each.position for each in said if each.position.voices)
    paths = ["new", f"claims/{gone.claim.id}", f"actors/{gone.voices[0].id}"]
    paths.append(f"questions/statement?statement={gone.statement}")
    found: dict[str, list[Any]] = {}
    with httpx2.Client(base_url=address, timeout=30) as client:
        for path in paths:
            name, _, query = path.partition("?")
            params = dict(each.split("=") for each in query.split("&") if each)
            before = both(client, name, **params)
            tag = client.get(f"/feeds/{name}.atom", params=params).headers["etag"]
            empty.record([gone.statement], withdrawn=LATER)
            known = client.get(f"/feeds/{name}.atom", params=params, headers={"If-None-Match": tag})
            found[path] = [before.entries, both(client, name, **params).entries, known]
            empty.record([gone.statement], withdrawn=None)

    page = f"{address}/statements/{gone.statement}"
    for before, after, known in found.values():
        assert [each.id for each in after[1:]] == [each.id for each in before]
        assert page in {each.id for each in before}
        assert after[0].id == f"{page}#left-20261201T080000.000000Z"
        assert after[0].title == "Withdrawn: " + next(x.title for x in before if x.id == page)
        assert after[0].updated_parsed[:4] == (2026, 12, 1, 8)
        assert "It left the record" in after[0].content[0].value
        assert known.status_code == 200  # not what was kept


def test_what_was_said_long_ago_and_recorded_just_now_is_new(empty: Graph) -> None:
    empty.load([DISPUTE])
    oldest = empty.ask(newest(empty.store))[-1].position
    empty.record([oldest.statement], recorded=LATER, withdrawn=None)

    events = empty.ask(newest(empty.store, claim=oldest.claim.id, most=2))

    assert events[0].position.statement == oldest.statement
    assert (events[0].at, events[0].left) == (LATER, False)
    assert events[1].at < LATER


def entry_of(text: str) -> Entry:
    told = [report(text, text, title=text, url=text), report("b", None, url=f"https://a/{text}")]
    said = position("s", who("a", text, role=text), Act.EVADES, Belief.UNCOMMITTED, reports=told)
    said = said.model_copy(update={"paraphrase": text, "channel": text})
    return of_statement(said, site=SITE, at=AT)


def test_hostile_words_stay_words() -> None:
    texts = [*HOSTILE, *(each.text for each in payloads()), "half \ud800 \x00\x1b\ufffe\uffff end"]
    entries = [entry_of(text) for text in dict.fromkeys(texts)]
    entries += [of_claim(f"c{n}", text, site=SITE, at=AT) for n, text in enumerate(texts)]
    entries += [
        of_row({text: text, "list": [text]}, question="q", asks=text, url=f"{SITE}/q", at=AT)
        for text in texts
    ]
    feed = Feed(title=texts[0], home=f"{SITE}/new", address=f"{SITE}/feeds/new", entries=entries)

    found = read(atom(feed))
    same = read_json(json_feed(feed))

    raw = ElementTree.fromstring(atom(feed))  # noqa: S314
    tags = {each.tag.rpartition("}")[2] for each in raw.iter()}
    assert tags == {
        "feed", "id", "title", "subtitle", "updated", "published", "link", "author", "name",
        "entry", "content", "div", "p", "ul", "li", "a",
    }  # fmt: skip
    hrefs = {each.get("href", "https:") for each in raw.iter()}
    assert all(re.match("https?:", each) for each in hrefs)
    assert len(found.entries) == len(same["items"]) == len(entries)
    titles = [each.findtext("{*}title") for each in raw.iter("{http://www.w3.org/2005/Atom}entry")]
    assert titles == [in_line(each.title) for each in entries]
    written = " ".join(item["content_html"] for item in same["items"])
    assert set(re.findall(r"</?([a-z]\w*)", written)) == {"div", "p", "ul", "li", "a"}


def test_a_row_that_comes_again_is_no_new_entry_and_one_that_changed_is() -> None:
    def id_(row: Mapping[str, Any], url: str = f"{SITE}/questions/q?claim=c") -> str:
        return of_row(row, question="q", asks="What?", url=url, at=AT).id

    again = id_({"count": 1, "name": "a"})

    assert (
        id_({"name": "a", "count": 1})
        == again
        == id_({"name": "a", "count": 1}, f"{SITE}/questions/q")
    )
    assert id_({"name": "a", "count": 2}) != again
    assert again.startswith(f"{SITE}/questions/q#row-")


def test_a_feed_without_entries_is_a_feed() -> None:
    feed = Feed(title="t", home=f"{SITE}/new", address=f"{SITE}/feeds/new.atom", entries=[])

    assert read(atom(feed)).feed.updated == "1970-01-01T00:00:00Z"
    assert read_json(json_feed(feed))["items"] == []


def test_a_document_without_an_address_is_named_and_no_link() -> None:
    entry = Entry(
        id="i",
        url=SITE,
        title="t",
        updated=AT,
        links=(Link("Wire", None), Link("Post", "https://a/")),
    )
    content = json_feed(Feed(title="t", home=SITE, address=SITE, entries=[entry]))

    html = read_json(content)["items"][0]["content_html"]
    assert html == '<div><ul><li>Wire</li><li><a href="https://a/">Post</a></li></ul></div>'
